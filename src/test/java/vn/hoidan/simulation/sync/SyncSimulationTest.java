package vn.hoidan.simulation.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.simulation.Events;
import vn.hoidan.support.LosingDisk;
import vn.hoidan.support.UnwaitedDisk;

/// Runs worlds from many seeds, several at a time. `-Dhoidan.syncs=N` runs as many as wanted, `-Dhoidan.sync=S` one
/// alone, `-Dhoidan.syncs.every=31` only those with real stores on the laptops,
/// `-Dhoidan.mutant=D03` only the mutants whose names begin so.
class SyncSimulationTest {
    private static final int SEEDS = Integer.getInteger("hoidan.syncs", 1_000);
    private static final int EVERY = Integer.getInteger("hoidan.syncs.every", 1);
    private static final int SEEDS_FOR_A_MUTANT = Integer.getInteger("hoidan.mutants", 60);
    private static final int STEPS = 120;
    /// Of a world that is not one of {@link #LONG_EVERY}: a thousand long ones have no room in the ordinary tests.
    private static final int STEPS_OF_A_SHORT_WORLD = 45;
    private static final int LONG_EVERY = 5;
    /// Some wait for the disk while a copy of the office is forced to it.
    private static final int WORKERS = 2 * Runtime.getRuntime().availableProcessors();
    private static final System.Logger LOG = System.getLogger(SyncSimulationTest.class.getName());

    private static final List<String> SOMETIMES = List.of("interview", "power-cut", "unsaved", "request-lost",
            "request-delayed", "request-cut-short", "request-doubled", "reply-lost", "server-crash", "late-arrival",
            "rolled-back", "cloned", "destroyed", "log-begun", "list-moved", "quota-full", "clock-jump", "synced",
            "lost-with-a-disk", "restored", "no-unit", "voucher-given", "voucher-taken", "voucher-refused",
            "voucher-unknown", "hand-over-cut", "retargeted",
            "weeks-pass", "answers-deleted", "record-damaged", "record-made-up", "forgery-kept",
            "disk-torn", "disk-lost-tail", "disk-kept-all", "disk-full",
            "cut-in-a-transaction", "cut-in-a-commit", "cut-after-a-commit", "store-opened-again", "log-came-back",
            "bits-flipped", "bits-flipped-in-the-log", "told-STORE_RESCUED", "told-STORE_CUT", "copy-brought-back",
            "photograph", "file-at-the-office", "piece-lost", "piece-answer-lost", "draft-brought");

    @TempDir
    private static Path folder;
    private static UnwaitedDisk disk;
    private static LosingDisk losing;
    private static final List<Places> PLACES = new ArrayList<>();

    /// The offices of one worker.
    private record Places(OfficePlace lists, OfficePlace free) {
        static Places in(Path folder) throws IOException {
            return new Places(OfficePlace.in(Files.createDirectories(folder.resolve("lists")), false),
                    OfficePlace.in(Files.createDirectories(folder.resolve("free")), true));
        }

        OfficePlace of(WorldKind kind) {
            return kind.free() ? free : lists;
        }
    }

    @BeforeAll
    static void open() throws IOException {
        disk = UnwaitedDisk.under(folder);
        losing = LosingDisk.under(folder);
        for (int worker = 0; worker < WORKERS; worker++) {
            PLACES.add(Places.in(folder.resolve("worker-" + worker)));
        }
    }

    @AfterAll
    static void close() {
        PLACES.forEach(places -> {
            places.lists().close();
            places.free().close();
        });
        PLACES.clear();
        losing.close();
        disk.close();
    }

    private static int steps(long seed) {
        return seed % LONG_EVERY == 0 || WorldKind.of(seed).files() ? STEPS : STEPS_OF_A_SHORT_WORLD;
    }

    private static Optional<String> faultOf(long seed, int steps, SyncRules rules, Places places, Events events) {
        SyncWorld world = new SyncWorld(seed, rules, places.of(WorldKind.of(seed)), losing);
        try (world) {
            world.run(steps);
            return Optional.empty();
        } catch (RuntimeException | AssertionError violated) {
            LOG.log(System.Logger.Level.DEBUG, "seed " + seed, violated);
            return Optional.of("seed " + seed + ": " + violated);
        } finally {
            events.add(world.events);
        }
    }

    @Test
    void keepsEveryInvariantWhateverHappensInWhateverOrder() throws InterruptedException {
        Optional<Long> alone = Optional.ofNullable(Long.getLong("hoidan.sync"));
        AtomicLong next = new AtomicLong(alone.orElse((long) EVERY));
        long last = alone.orElse((long) SEEDS);
        Events events = new Events();
        List<String> broken = new ArrayList<>();
        List<Thread> workers = PLACES.stream().map(places -> Thread.ofPlatform().start(() -> {
            Events own = new Events();
            List<String> found = new ArrayList<>();
            for (long seed = next.getAndAdd(EVERY); seed <= last; seed = next.getAndAdd(EVERY)) {
                faultOf(seed, steps(seed), new SyncRules(), places, own).ifPresent(found::add);
            }
            synchronized (events) {
                events.add(own);
                broken.addAll(found);
            }
        })).toList();
        for (Thread worker : workers) {
            worker.join();
        }
        LOG.log(System.Logger.Level.INFO, "seeds to {0}: {1}", last, events.all());
        assertEquals(List.of(), broken);
        if (alone.isEmpty()) {
            assertEquals(List.of(), SOMETIMES.stream().filter(what -> events.of(what) == 0).toList(),
                    "never happened");
        }
    }

    @TestFactory
    Stream<DynamicTest> noticesWhenARuleIsSwitchedOff() {
        String only = System.getProperty("hoidan.mutant", "");
        return SyncMutants.all().entrySet().stream().filter(each -> each.getKey().startsWith(only))
                .map(mutant -> DynamicTest.dynamicTest(mutant.getKey(), () -> noticed(mutant.getKey(),
                        mutant.getValue())));
    }

    private static void noticed(String mutant, SyncRules rules) {
        long every = rules.onFiles() ? WorldKind.FILES_EVERY : 1;
        for (long seed = every; seed <= every * SEEDS_FOR_A_MUTANT; seed += every) {
            Optional<String> fault = faultOf(seed, STEPS, rules, PLACES.getFirst(), new Events());
            if (fault.isPresent()) {
                LOG.log(System.Logger.Level.INFO, "{0}: {1}", mutant, fault.get());
                return;
            }
        }
        fail(mutant + " was not noticed in " + SEEDS_FOR_A_MUTANT + " seeds");
    }
}
