package vn.hoidan.client.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.machine.DiskRoom;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.MemoryKeeper;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;

/// When copies are made.
class StoreDeskTest {
    private final MemoryKeeper keeper = new MemoryKeeper();
    private final SettableClock clock = new SettableClock(Samples.MORNING);
    private final StoreDesk desk = new StoreDesk(keeper, new ImmediateBackground(), clock);

    @Test
    void copiesAtOnceAfterACompletedInterview() {
        desk.tick();
        assertEquals(0, keeper.copies.size());
        keeper.lacking = StoreKeeper.Lacking.COMPLETED;
        desk.tick();
        assertEquals(1, keeper.copies.size());
        desk.tick();
        assertEquals(1, keeper.copies.size());
        assertEquals(Optional.of(Samples.MORNING), desk.status().place().orElseThrow().newest());
    }

    @Test
    void copiesEveryFewMinutesWhenSomethingChanged() {
        keeper.lacking = StoreKeeper.Lacking.SOMETHING;
        at(Samples.MORNING.plus(StoreDesk.FIRST_COPY).minusSeconds(1));
        desk.tick();
        assertEquals(0, keeper.copies.size());
        Instant first = Samples.MORNING.plus(StoreDesk.FIRST_COPY);
        at(first);
        desk.tick();
        assertEquals(1, keeper.copies.size());
        keeper.lacking = StoreKeeper.Lacking.SOMETHING;
        at(first.plus(StoreDesk.BETWEEN_COPIES).minusSeconds(1));
        desk.tick();
        assertEquals(1, keeper.copies.size());
        at(first.plus(StoreDesk.BETWEEN_COPIES));
        desk.tick();
        assertEquals(2, keeper.copies.size());
        at(first.plus(StoreDesk.BETWEEN_COPIES.multipliedBy(5)));
        desk.tick();
        assertEquals(2, keeper.copies.size());
    }

    @Test
    void copiesStillWhenTheClockWasTurnedBack() {
        keeper.lacking = StoreKeeper.Lacking.SOMETHING;
        at(Samples.MORNING.minusSeconds(86_400));
        desk.tick();
        at(Samples.MORNING.minusSeconds(86_400).plus(StoreDesk.BETWEEN_COPIES));
        desk.tick();
        assertEquals(1, keeper.copies.size());
    }

    @Test
    void saysThatTheFolderIsAwayAndTriesAgainUntilItIsBack() {
        keeper.away = true;
        keeper.lacking = StoreKeeper.Lacking.COMPLETED;
        desk.tick();
        assertEquals(Optional.of(ProblemKind.BACKUP_FAILED), desk.status().problem().map(Problem::kind));
        keeper.away = false;
        at(Samples.MORNING.plus(StoreDesk.RETRY).minusSeconds(1));
        desk.tick();
        assertEquals(0, keeper.copies.size());
        assertTrue(desk.status().problem().isPresent());
        at(Samples.MORNING.plus(StoreDesk.RETRY));
        desk.tick();
        assertEquals(1, keeper.copies.size());
        assertEquals(Optional.empty(), desk.status().problem());
    }

    @Test
    void copiesAtOnceIntoAFolderThatWasChosen() {
        desk.choose(Path.of("stick"));
        assertEquals(1, keeper.copies.size());
        assertEquals(Optional.of(Path.of("stick")), desk.status().place().orElseThrow().chosen());
        desk.chooseNone();
        assertEquals(Optional.empty(), desk.status().place().orElseThrow().chosen());
    }

    @Test
    void tellsHowMuchRoomThereIs() {
        keeper.room = new DiskRoom(DiskRoom.WARN_BYTES - 1, true);
        desk.tick();
        assertEquals(Optional.of(ProblemKind.DISK_LOW), desk.status().room().orElseThrow().problem()
                .map(Problem::kind));
    }

    @Test
    void doesNothingOnceItWasStopped() {
        keeper.lacking = StoreKeeper.Lacking.COMPLETED;
        desk.stop();
        desk.tick();
        desk.backUp();
        assertEquals(0, keeper.copies.size());
    }

    private void at(Instant time) {
        clock.forward(Duration.between(clock.now(), time));
    }
}
