package vn.hoidan.simulation.sync;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.core.interview.InterviewId;

/// A laptop's disk: what is written, what of it survives a power cut, and an image that somebody made of it.
interface Disk extends AutoCloseable {

    /// The store as the program sees it after it was started: its transactions may be cut by the power.
    FieldStore store();

    /// What stands on it, to be looked at.
    FieldStore contents();

    /// Interviews whose records stand on it, with what they say.
    Set<InterviewId> interviews();

    static Set<InterviewId> interviews(FieldStore store) {
        Set<InterviewId> found = new HashSet<>();
        store.interviews().stream().filter(entry -> !entry.onlyAtOffice())
                .filter(entry -> entry.recordNumber().flatMap(store::hashOf).isPresent()).map(InterviewEntry::id)
                .forEach(found::add);
        return found;
    }

    /// A change that no transaction of the program made.
    void also(List<Change> changes);

    /// The power fails, and comes back.
    void powerCut();

    /// The power failed in the middle of something, and nobody has started the laptop again.
    default boolean isDown() {
        return false;
    }

    void makeImage();

    void putImageBack();

    /// Some of what it had kept is not as it was, where a disk can.
    default void rot() {
    }

    /// Another disk with the same on it.
    Disk copy();

    /// Whether something was put back since the last round that was looked at.
    boolean wasPutBack();

    void seen();

    static void written(SyncWorld world, List<Change> transaction) {
        transaction.stream().filter(Change.AnswersDeleted.class::isInstance)
                .forEach(each -> world.events.count("answers-deleted"));
    }

    /// It is not used any more.
    @Override
    default void close() {
    }
}
