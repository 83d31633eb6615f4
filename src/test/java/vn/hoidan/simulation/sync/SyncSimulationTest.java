package vn.hoidan.simulation.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.simulation.Events;

/// Runs worlds from many seeds. `-Dhoidan.syncs=N` runs as many as wanted, `-Dhoidan.sync=S` one alone. The office's
/// file waits for the disk at each commit: `-Djava.io.tmpdir=` on a disk in memory makes it several times as fast.
class SyncSimulationTest {
    private static final int SEEDS = Integer.getInteger("hoidan.syncs", 30);
    private static final int SEEDS_FOR_A_MUTANT = Integer.getInteger("hoidan.mutants", 60);
    private static final int STEPS = 120;
    private static final System.Logger LOG = System.getLogger(SyncSimulationTest.class.getName());

    private static final List<String> SOMETIMES = List.of("interview", "power-cut", "unsaved", "request-lost",
            "request-delayed", "request-cut-short", "request-doubled", "reply-lost", "server-crash", "late-arrival",
            "rolled-back", "cloned", "destroyed", "log-begun", "list-moved", "quota-full", "clock-jump", "synced",
            "lost-with-a-disk", "restored", "weeks-pass", "answers-deleted");

    @TempDir
    private Path folder;
    private OfficePlace place;

    @BeforeEach
    void open() {
        place = OfficePlace.in(folder);
    }

    @AfterEach
    void close() {
        place.close();
    }

    private Optional<String> faultOf(long seed, SyncRules rules, Events events) {
        SyncWorld world = new SyncWorld(seed, rules, place);
        try {
            world.run(STEPS);
            return Optional.empty();
        } catch (RuntimeException | AssertionError violated) {
            LOG.log(System.Logger.Level.DEBUG, "seed " + seed, violated);
            return Optional.of("seed " + seed + ": " + violated);
        } finally {
            events.add(world.events);
        }
    }

    @Test
    void keepsEveryInvariantWhateverHappensInWhateverOrder() {
        Optional<Long> alone = Optional.ofNullable(Long.getLong("hoidan.sync"));
        Events events = new Events();
        List<String> broken = new ArrayList<>();
        alone.map(LongStream::of).orElseGet(() -> LongStream.rangeClosed(1, SEEDS))
                .forEach(seed -> faultOf(seed, new SyncRules(), events).ifPresent(broken::add));
        LOG.log(System.Logger.Level.INFO, "{0} seeds: {1}", SEEDS, events.all());
        assertEquals(List.of(), broken);
        if (alone.isEmpty()) {
            assertEquals(List.of(), SOMETIMES.stream().filter(what -> events.of(what) == 0).toList(),
                    "never happened");
        }
    }

    @TestFactory
    Stream<DynamicTest> noticesWhenARuleIsSwitchedOff() {
        return SyncMutants.all().entrySet().stream().map(mutant -> DynamicTest.dynamicTest(mutant.getKey(), () -> {
            for (long seed = 1; seed <= SEEDS_FOR_A_MUTANT; seed++) {
                Optional<String> fault = faultOf(seed, mutant.getValue(), new Events());
                if (fault.isPresent()) {
                    LOG.log(System.Logger.Level.INFO, "{0}: {1}", mutant.getKey(), fault.get());
                    return;
                }
            }
            fail(mutant.getKey() + " was not noticed in " + SEEDS_FOR_A_MUTANT + " seeds");
        }));
    }
}
