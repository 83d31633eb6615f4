package vn.hoidan.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Runs worlds from many seeds. `-Dhoidan.seeds=N` runs as many as wanted, `-Dhoidan.seed=S` one alone.
class QuotaSimulationTest {

    private static final int SEEDS = Integer.getInteger("hoidan.seeds", 1_000);
    private static final int SEEDS_FOR_A_MUTANT = 400;
    private static final int DAYS = 16;
    private static final int QUIET_DAYS = 75;
    private static final long FIRST_SEED = 1;

    private static final System.Logger LOG = System.getLogger(QuotaSimulationTest.class.getName());

    /// A rare thing that never happened would leave its rule untried.
    private static final List<String> SOMETIMES = List.of("grant", "fence", "fenced-when-due", "late", "promoted",
            "pending-lease-fenced", "pending-lease-empty", "pending-foreign-lease", "pending-no-lease",
            "pending-code-reused", "late-other-cells", "fork", "own-log-is-older", "restored", "duplicate", "gap",
            "clamp", "delayed", "request-lost", "reply-lost", "power-cut", "destroyed", "replaced", "silent", "cloned",
            "rolled-back", "enrolled-again", "voucher-taken", "voucher-lost", "voucher-taken-before",
            "voucher-for-another", "voucher-other-epoch",
            "code-used", "code-told-twice", "broken-off", "other-cells",
            "at-risk", "stale", "raised", "lowered", "rejected", "voided", "pending-voided", "declared-lost");

    @Test
    void keepsEveryInvariantWhateverHappensInWhateverOrder() {
        Optional<Long> alone = Optional.ofNullable(Long.getLong("hoidan.seed"));
        LongStream seeds = alone.map(LongStream::of)
                .orElseGet(() -> LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS));
        Events all = new Events();
        List<String> broken = seeds.parallel().mapToObj(seed -> {
            World world = new World(seed, new Rules());
            Optional<String> fault = faultOf(world);
            synchronized (all) {
                all.add(world.events);
            }
            return fault;
        }).flatMap(Optional::stream).toList();
        LOG.log(System.Logger.Level.INFO, "{0} seeds from {1}: {2}", SEEDS, FIRST_SEED, all.all());
        assertEquals(List.of(), broken);
        if (alone.isEmpty() && SEEDS >= 300) {
            assertEquals(List.of(), SOMETIMES.stream().filter(what -> all.of(what) == 0).toList(), "never happened");
        }
    }

    @Test
    void doesTheSameAgainFromTheSameSeed() {
        for (long seed = 1; seed <= 5; seed++) {
            World one = new World(seed, new Rules());
            World other = new World(seed, new Rules());
            assertEquals(faultOf(one), faultOf(other));
            assertEquals(one.events.all(), other.events.all());
            assertEquals(one.office.books.movements, other.office.books.movements);
        }
    }

    @TestFactory
    Stream<DynamicTest> noticesWhenARuleIsSwitchedOff() {
        return Mutants.all().entrySet().stream()
                .map(mutant -> DynamicTest.dynamicTest(mutant.getKey(), () -> noticed(mutant.getKey(),
                        mutant.getValue())));
    }

    private static void noticed(String name, Supplier<Rules> mutant) {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        while (faults.isEmpty() && tried < SEEDS_FOR_A_MUTANT) {
            faultOf(new World(FIRST_SEED + tried, mutant.get())).ifPresent(faults::add);
            tried++;
        }
        assertTrue(!faults.isEmpty(), name + " was not noticed by " + tried + " seeds");
        LOG.log(System.Logger.Level.INFO, "{0}: noticed by seed {1}: {2}", name, tried, faults.getFirst());
    }

    static Optional<String> faultOf(World world) {
        try {
            world.run(DAYS, QUIET_DAYS);
            return Optional.empty();
        } catch (Violation | IllegalStateException | IllegalArgumentException broken) {
            return Optional.of("seed " + world.seed + ", day " + world.day() + ": " + broken.getMessage());
        }
    }
}
