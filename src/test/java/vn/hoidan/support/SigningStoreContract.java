package vn.hoidan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.store.Carriage;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;

/// What every field store promises of its own key, of those of colleagues, and of what it carries for
/// them.
abstract class SigningStoreContract {
    protected FieldStore store;

    /// A store without anything in it.
    protected abstract FieldStore empty();

    /// The same contents after the program was ended and started again; the same store where nothing outlives it.
    protected abstract FieldStore reopened(FieldStore open);

    @BeforeEach
    void open() {
        store = empty();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsTheTeamAndReplacesWhatChangedOfIt() {
        assertTrue(store.team().isEmpty());
        apply(new Change.TeamReceived(List.of(Samples.mate("1-8", false), Samples.mate("1-9", false))));
        apply(new Change.TeamReceived(List.of(Samples.mate("1-8", true))));
        store = reopened(store);
        assertEquals(Set.of(Samples.mate("1-8", true), Samples.mate("1-9", false)), Set.copyOf(store.team()));
        assertEquals(2, store.team().size());
    }

    @Test
    void signsWithTheSameKeyAfterItWasOpenedAgain() {
        Bytes key = store.signing().publicKey();
        store = reopened(store);
        assertEquals(key, store.signing().publicKey());
        Bytes content = Samples.bytes(20, 1);
        Bytes signature = store.signing().sign(SignaturePurpose.VOUCHER, content);
        assertTrue(store.signing().verify(key, SignaturePurpose.VOUCHER, content, signature));
        assertFalse(store.signing().verify(key, SignaturePurpose.RECORD, content, signature));
    }

    @Test
    void keepsAColleaguesEnvelopeOnceAndItsAnswerInItsPlace() {
        UpEnvelope one = new UpEnvelope("1-8", Samples.MORNING, 1, 2, Samples.bytes(90, 1), Samples.bytes(64, 2));
        UpEnvelope other = new UpEnvelope("1-9", Samples.MORNING, 0, 0, Samples.bytes(90, 3), Samples.bytes(64, 4));
        apply(new Change.EnvelopeTaken(one, Samples.MORNING), new Change.EnvelopeTaken(other, Samples.MORNING),
                new Change.EnvelopeTaken(one, Samples.MORNING.plusSeconds(60)));
        store = reopened(store);
        assertEquals(List.of(one, other), store.carriage().kept().stream()
                .flatMap(kept -> kept.envelope().stream()).toList());
        assertEquals(Samples.MORNING, store.carriage().kept().getFirst().takenAt());
        DownEnvelope answer = new DownEnvelope("1-8", one.id(), Samples.bytes(50, 5));
        apply(new Change.EnvelopeAnswered(answer), new Change.EnvelopeDropped(other.id()));
        store = reopened(store);
        assertEquals(List.of(new Carriage.Kept(one.id(), "1-8", Samples.MORNING, Optional.empty(),
                Optional.of(answer), Optional.empty(), answer.toBytes().length())), store.carriage().kept());
        Problem why = Problem.of(ProblemKind.CARRIED_NOT_GENUINE, "reason", "signature");
        apply(new Change.EnvelopeTaken(other, Samples.MORNING), new Change.EnvelopeRefused(other.id(), why));
        store = reopened(store);
        assertEquals(new Carriage.Kept(other.id(), "1-9", Samples.MORNING, Optional.empty(), Optional.empty(),
                Optional.of(why), 0), store.carriage().kept().getLast());
    }

    @Test
    void forgetsHowFarAFileGoesWhenAnotherLogBegins() {
        assertEquals(Optional.empty(), store.carriage().exported());
        apply(new Change.WorkExported(7, Samples.MORNING));
        apply(new Change.WorkExported(5, Samples.MORNING.plusSeconds(60)));
        store = reopened(store);
        assertEquals(Optional.of(new Carriage.Exported(7, Samples.MORNING.plusSeconds(60))),
                store.carriage().exported());
        apply(new Change.LogBegun(2));
        assertEquals(Optional.empty(), store.carriage().exported());
    }

    protected void apply(Change... changes) {
        store.apply(List.of(changes));
    }
}
