package vn.hoidan.simulation.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.app.book.AttachmentCopies;
import vn.hoidan.server.app.book.Attachments;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Drafts;
import vn.hoidan.server.app.intake.AlongDesk;
import vn.hoidan.server.app.intake.AttachmentDesk;
import vn.hoidan.server.app.intake.DraftDesk;
import vn.hoidan.server.store.AttachmentCopyFolder;
import vn.hoidan.server.store.AttachmentFolder;
import vn.hoidan.server.store.KeptRecords;

/// What the office keeps beside records: files of interviews, and interviews in work. Its real desks on real folders.
final class AlongOffice {
    private final CentralStore store;
    private final Path files;
    private final AttachmentCopies copies;
    private final AttachmentDesk attachments;
    private final AttachmentFolder folder;
    private final DraftDesk drafts;
    private final AlongDesk along;

    AlongOffice(CentralStore store, OfficePlace place, InstantSource clock) {
        this.store = store;
        files = place.file().resolveSibling("attachments");
        Path copied = place.file().resolveSibling("attachment-copies");
        delete(files);
        delete(copied);
        copies = new AttachmentCopyFolder(files, copied);
        folder = new AttachmentFolder(files, place.keys());
        attachments = new AttachmentDesk(store, folder, clock);
        drafts = new DraftDesk(store, new KeptRecords(place.keys()), clock);
        along = new AlongDesk(store, attachments, drafts);
    }

    SyncReply answered(String device, SyncRequest request, SyncReply reply) {
        return along.answered(device, request, reply);
    }

    AttachmentState take(String device, AttachmentPiece piece) {
        return attachments.take(device, piece);
    }

    Draft draft(String device, InterviewId interview) {
        return drafts.open(device, interview);
    }

    AttachmentCopies copies() {
        return copies;
    }

    /// The files were lost with the state: what was copied comes back.
    void restored() {
        delete(files);
        AttachmentDesk.restored(store, copies);
    }

    /// Empty if it is not here whole.
    Optional<Bytes> content(AttachmentName name) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        return attachments.open(name.hash(), content) ? Optional.of(Bytes.of(content.toByteArray()))
                : Optional.empty();
    }

    /// How many sealed files are kept for this content.
    long timesKept(AttachmentName name) {
        Optional<Bytes> cover = Optional.of(folder.cover(name.hash()));
        return store.read(central -> central.attachments().all()).stream().filter(each -> each.cover().equals(cover))
                .map(Attachments.Entry::file).distinct().count();
    }

    /// What is kept of a laptop's person and comes back to it.
    List<Drafts.Entry> drafts(String device) {
        return store.read(central -> central.devices().find(device)
                .filter(laptop -> central.devices().current(laptop.person())
                        .filter(current -> current.name().equals(laptop.name())).isPresent())
                .map(laptop -> central.drafts().of(laptop.person())).orElse(List.of()));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
