package vn.hoidan.simulation.sync;

import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.intake.SignatureCheck;

/// Where a mutant can put itself between the parts of the program. As it stands here nothing is changed.
class SyncRules {

    /// Between the server's desks and its store.
    CentralStore.Central atTheServer(CentralStore.Central central, SyncRequest request) {
        return central;
    }

    /// Between the intake and what reads records.
    RecordReader reader(RecordReader real) {
        return real;
    }

    /// Between the intake and what checks signatures.
    SignatureCheck signatures(SignatureCheck real) {
        return real;
    }

    /// Between a laptop's round and its store: the lists of changes that are one transaction each.
    List<List<Change>> transactions(List<Change> changes, FieldStore own) {
        return List.of(changes);
    }

    /// What the laptop does to its disk when it has sent something, before it hears anything.
    List<Change> sent(SyncRequest request, FieldStore own) {
        return List.of();
    }

    /// What the laptop reads of a reply.
    SyncReply heard(SyncReply reply, SyncRequest request, FieldStore own) {
        return reply;
    }

    /// A commit of a laptop survives a power cut.
    boolean commitIsDurable(List<Change> transaction) {
        return true;
    }

    /// A laptop's real store waits for its disk when it commits.
    boolean waitsForTheDisk() {
        return true;
    }

    /// Looked for only where laptops have their real stores.
    boolean onFiles() {
        return false;
    }

    /// The reply leaves after the commit.
    boolean answersAfterTheCommit() {
        return true;
    }

    /// After a restore the server counts its epochs up and begins its down-logs anew.
    boolean restoreBeginsAnEpoch() {
        return true;
    }

    /// What the server says instead of asking its desk; empty to ask it.
    Optional<SyncReply> insteadOfTheServer(SyncReply answer, SyncRequest request) {
        return Optional.empty();
    }
}
