package vn.hoidan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

class MemoryFieldStoreTest extends FieldStoreContract {
    @Override
    protected FieldStore empty() {
        return new MemoryFieldStore();
    }

    @Override
    protected FieldStore reopened(FieldStore open) {
        return open;
    }

    @Test
    void failsAsLongAsItIsTold() {
        MemoryFieldStore store = new MemoryFieldStore();
        List<Change> changes = List.of(new Change.ContactRecorded(Samples.contact()));
        store.failWith(Problem.of(ProblemKind.DISK_FULL, "folder", "x"));
        assertEquals(ProblemKind.DISK_FULL,
                assertThrows(ProblemException.class, () -> store.apply(changes)).problem().kind());
        store.recover();
        store.apply(changes);
        assertEquals(1, store.contacts(Samples.LIST).size());
    }
}
