package vn.hoidan.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.support.BesideOthers;

/// The same worlds as in {@link QuotaSimulationTest}, with the office's books on the server's real store. There are
/// fewer of them, since each commit goes to the disk: `-Dhoidan.seeds=N` runs as many as wanted, `-Dhoidan.seed=S` one
/// alone; from 20 seeds on every mutant is tried, from the seed at which the books in memory notice it.
@BesideOthers
class StoreSimulationTest {

    private static final int SEEDS = Integer.getInteger("hoidan.seeds", 20);
    private static final int SEEDS_FOR_ALL_MUTANTS = 100;
    private static final int MOST_SEEDS_FOR_A_MUTANT = 400;
    private static final int DAYS = 16;
    private static final int QUIET_DAYS = 75;
    private static final long FIRST_SEED = 1;
    /// Switched off they break what the database itself holds, or what only an audit sees.
    private static final List<String> IN_THE_LEDGER = List.of("M03", "M08");

    private static final System.Logger LOG = System.getLogger(StoreSimulationTest.class.getName());

    @TempDir
    private Path folder;

    @Test
    void keepsEveryInvariantOnTheRealStore() throws IOException {
        Optional<Long> alone = Optional.ofNullable(Long.getLong("hoidan.seed"));
        Events all = new Events();
        for (long seed = alone.orElse(FIRST_SEED); seed < alone.map(each -> each + 1).orElse(FIRST_SEED + SEEDS);
                seed++) {
            assertEquals(Optional.empty(), fault(seed, new Rules(), all));
        }
        LOG.log(System.Logger.Level.INFO, "{0} seeds from {1}: {2}", SEEDS, FIRST_SEED, all.all());
        if (alone.isEmpty() && SEEDS >= 20) {
            assertEquals(List.of(), List.of("grant", "fence", "fenced-when-due", "late", "promoted", "cloned",
                    "rolled-back", "restored", "fork", "replaced", "raised", "lowered", "rejected", "voided",
                    "voucher-taken", "code-used").stream().filter(what -> all.of(what) == 0).toList());
        }
    }

    @Test
    void noticesWhenARuleIsSwitchedOff() throws IOException {
        Map<String, Supplier<Rules>> mutants = Mutants.all();
        for (Map.Entry<String, Supplier<Rules>> mutant : mutants.entrySet()) {
            if (SEEDS >= SEEDS_FOR_ALL_MUTANTS || IN_THE_LEDGER.contains(mutant.getKey().substring(0, 3))) {
                long seed = FIRST_SEED;
                while (QuotaSimulationTest.faultOf(new World(seed, mutant.getValue().get())).isEmpty()) {
                    seed++;
                    assertTrue(seed < FIRST_SEED + MOST_SEEDS_FOR_A_MUTANT, mutant.getKey());
                }
                Optional<String> fault = fault(seed, mutant.getValue().get(), new Events());
                assertTrue(fault.isPresent(), mutant.getKey() + " was not noticed on the store, seed " + seed);
                LOG.log(System.Logger.Level.INFO, "{0}: seed {1}: {2}", mutant.getKey(), seed, fault.get());
            }
        }
    }

    private Optional<String> fault(long seed, Rules rules, Events events) throws IOException {
        Path files = Files.createDirectory(folder.resolve(folder.toFile().list().length + "-" + seed));
        try (StoreBooks.Shelf shelf = new StoreBooks.Shelf(files)) {
            World world = new World(seed, rules, shelf);
            Optional<String> fault = QuotaSimulationTest.faultOf(world);
            events.add(world.events);
            return fault;
        }
    }
}
