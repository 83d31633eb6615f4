package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.journey.TroubledLine.Direction;
import vn.hoidan.journey.TroubledLine.How;
import vn.hoidan.journey.TroubledLine.Trouble;

/// A real server and a real laptop, each in a process of its own, over a line that is cut, bad and slow, and killed
/// at random. After each fault one quiet round must bring both together: nothing lost, nothing twice, nobody hangs.
///
/// `-Dhoidan.line.every=1` cuts after every byte, `-Dhoidan.line.kills=N` kills so often,
/// `-Dhoidan.line.interviews=N` sends so many over the bad line; `-Dhoidan.line.seed=S` draws as a run did that failed.
class RealProcessesTest {
    private static final System.Logger LOG = System.getLogger(RealProcessesTest.class.getName());
    private static final int EVERY = Integer.getInteger("hoidan.line.every", 431);
    private static final int KILLS = Integer.getInteger("hoidan.line.kills", 3);
    private static final int OVER_THE_BAD_LINE = Integer.getInteger("hoidan.line.interviews", 4);
    private static final int IN_A_ROUND = 2;
    private static final int MOST_MILLIS_UNTIL_THE_KILL = 400;
    private static final int BITS_PER_SECOND = 20_000;
    private static final int LOSS_PERCENT = 5;
    private static final int DROPS_PER_MILLE = 15;
    private static final int MOST_ROUNDS_ON_THE_BAD_LINE = 40;

    private final long seed = Long.getLong("hoidan.line.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @TempDir
    private Path folder;

    private String where(String what) {
        return "seed " + seed + ", " + what;
    }

    @Test
    void losesAndDoublesNothingWhereverTheLineIsCut() throws IOException {
        int cuts = 0;
        Map<How, Integer> heard = new EnumMap<>(How.class);
        RealField field = new RealField(folder, seed);
        try (field) {
            field.laptop().complete(IN_A_ROUND);
            field.line().set(new Trouble.None());
            field.standsEqual(field.laptop().sync(), where("first round"));
            for (Direction direction : Direction.values()) {
                long bytes = field.line().carried(direction);
                for (long after = random.nextInt(EVERY); after < bytes; after += EVERY) {
                    How how = How.values()[cuts++ % How.values().length];
                    cut(field, new Trouble.Cut(direction, after, how)).ifPresent(_ -> heard.merge(how, 1,
                            Integer::sum));
                }
                field.line().set(new Trouble.None());
                field.laptop().complete(IN_A_ROUND);
                field.standsEqual(field.laptop().sync(), where("round after " + direction));
            }
        }
        field.agrees(cuts * IN_A_ROUND, where("end"));
        for (How how : How.values()) {
            assertTrue(heard.getOrDefault(how, 0) > 0, where("never cut: " + how));
        }
        LOG.log(System.Logger.Level.INFO, where(cuts + " cuts, noticed " + heard));
    }

    /// One round that is cut and one that is not.
    private Optional<ProblemKind> cut(RealField field, Trouble.Cut cut) {
        String where = where(cut.toString());
        field.laptop().complete(IN_A_ROUND);
        field.line().set(cut);
        LaptopProcess.Round broken = field.laptop().sync();
        broken.problem().ifPresent(problem -> assertEquals(ProblemKind.CONNECTION_CUT, problem, where));
        field.isBehindNoPromise(broken, where);
        field.line().set(new Trouble.None());
        field.standsEqual(field.laptop().sync(), where);
        return broken.problem();
    }

    @Test
    void losesAndDoublesNothingWhoeverIsKilledWhileTheySync() throws IOException {
        int interviews = 0;
        int cutShort = 0;
        RealField field = new RealField(folder, seed);
        try (field) {
            for (int kill = 0; kill < KILLS; kill++) {
                int count = 1 + random.nextInt(20);
                interviews += count;
                field.laptop().complete(count);
                field.laptop().beginToSync();
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(MOST_MILLIS_UNTIL_THE_KILL)).toNanos());
                if (kill % 2 == 0) {
                    field.killServer();
                    LaptopProcess.Round round = field.laptop().endOfRound();
                    cutShort += round.problem().isPresent() ? 1 : 0;
                    field.isBehindNoPromise(round, where("kill " + kill));
                    field.startServer();
                } else {
                    field.killLaptop();
                    field.startLaptop();
                }
                field.standsEqual(field.laptop().sync(), where("kill " + kill));
            }
        }
        field.agrees(interviews, where("end"));
        LOG.log(System.Logger.Level.INFO, where(KILLS + " kills, " + interviews + " interviews, " + cutShort
                + " rounds cut short by the server's death"));
    }

    @Test
    void bringsEverythingOverALineThatCrawlsLosesAndDrops() throws IOException {
        int lost = 0;
        int dropped = 0;
        int rounds = 0;
        RealField field = new RealField(folder, seed);
        try (field) {
            for (int sent = 0; sent < OVER_THE_BAD_LINE || lost == 0 || dropped == 0; sent += IN_A_ROUND) {
                field.laptop().complete(IN_A_ROUND);
                LaptopProcess.Round round;
                do {
                    field.line().set(new Trouble.Poor(BITS_PER_SECOND, LOSS_PERCENT, DROPS_PER_MILLE, random));
                    round = field.laptop().sync();
                    lost += field.line().lost();
                    dropped += field.line().dropped();
                    round.problem().ifPresent(each -> assertEquals(ProblemKind.CONNECTION_CUT, each, where("")));
                    assertTrue(++rounds < MOST_ROUNDS_ON_THE_BAD_LINE * OVER_THE_BAD_LINE, where("no end"));
                } while (round.problem().isPresent());
                field.standsEqual(round, where("round " + rounds));
            }
        }
        field.agrees(OVER_THE_BAD_LINE, where("end"));
        LOG.log(System.Logger.Level.INFO, where(rounds + " rounds, " + lost + " segments lost, " + dropped
                + " connections dropped"));
    }
}
