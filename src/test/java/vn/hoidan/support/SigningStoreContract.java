package vn.hoidan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.Change;
import vn.hoidan.client.app.FieldStore;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;

/// What every field store promises of its own key and of those of colleagues.
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

    protected void apply(Change... changes) {
        store.apply(List.of(changes));
    }
}
