package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.journey.TroubledLine.Direction;
import vn.hoidan.journey.TroubledLine.How;
import vn.hoidan.journey.TroubledLine.Trouble;
import vn.hoidan.support.BesideOthers;

/// A real server, on SQLite and on PostgreSQL, and a real laptop, each in a process of its own, over a line that is
/// cut, bad and slow, and killed at random, the database too. After each fault a quiet round must bring both together:
/// nothing lost, nothing twice, nobody hangs.
///
/// `-Dhoidan.line.every=1 -Dhoidan.lasting=true` cuts after every byte, `-Dhoidan.line.kills=N` kills so often,
/// `-Dhoidan.line.interviews=N` sends so many over the bad line; `-Dhoidan.line.seed=S` draws as a run did that failed.
@BesideOthers
class RealProcessesTest {
    private static final System.Logger LOG = System.getLogger(RealProcessesTest.class.getName());
    private static final int EVERY = Integer.getInteger("hoidan.line.every", 61);
    private static final int KILLS = Integer.getInteger("hoidan.line.kills", 3);
    private static final int OVER_THE_BAD_LINE = Integer.getInteger("hoidan.line.interviews", 4);
    private static final int IN_A_ROUND = 2;
    /// Then another laptop begins at another office: what a round costs grows with what is there.
    private static final int MOST_CUTS_OF_A_FIELD = 750;
    /// Of a round in both directions; only so that a list is no longer than it must be.
    private static final int USUAL_BYTES = 4_500;
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

    @ParameterizedTest
    @EnumSource(OfficeDatabase.Kind.class)
    void losesAndDoublesNothingWhereverTheLineIsCut(OfficeDatabase.Kind kind) throws IOException {
        long begin = System.nanoTime();
        Map<How, Integer> heard = new EnumMap<>(How.class);
        Deque<Trouble.Cut> left = new ArrayDeque<>();
        int cuts = 0;
        long bytes = 0;
        int most = Math.min(MOST_CUTS_OF_A_FIELD, USUAL_BYTES / EVERY + 1);
        do {
            Path place = folder.resolve("from-" + cuts);
            try (RealField field = new RealField(place, kind, seed, (most + 1) * IN_A_ROUND)) {
                if (cuts == 0) {
                    bytes = lookAtAWholeRound(field, left);
                }
                int done = 0;
                for (; done < most && !left.isEmpty(); done++) {
                    Trouble.Cut cut = left.remove();
                    cut(field, cut).ifPresent(_ -> heard.merge(cut.how(), 1, Integer::sum));
                }
                cuts += done;
                field.agrees(done * IN_A_ROUND, where("end"));
            }
        } while (!left.isEmpty());
        for (How how : How.values()) {
            assertTrue(heard.getOrDefault(how, 0) > 0, where("never cut: " + how));
        }
        LOG.log(System.Logger.Level.INFO, where("%s: %d bytes, %d cuts, noticed %s, %d s".formatted(kind, bytes,
                cuts, heard, Duration.ofNanos(System.nanoTime() - begin).toSeconds())));
    }

    /// Without trouble.
    ///
    /// @param cuts that are to come
    /// @return bytes in both directions
    private long lookAtAWholeRound(RealField field, Deque<Trouble.Cut> cuts) {
        field.laptop().complete(IN_A_ROUND);
        field.line().set(new Trouble.None());
        field.standsEqual(field.laptop().sync(), where("a whole round"));
        long bytes = 0;
        for (Direction direction : Direction.values()) {
            long length = field.line().carried(direction);
            bytes += length;
            for (long after = random.nextInt(EVERY); after < length; after += EVERY) {
                cuts.add(new Trouble.Cut(direction, after, How.values()[cuts.size() % How.values().length]));
            }
        }
        return bytes;
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

    @ParameterizedTest
    @EnumSource(OfficeDatabase.Kind.class)
    void losesAndDoublesNothingWhoeverIsKilledWhileTheySync(OfficeDatabase.Kind kind) throws IOException {
        int interviews = 0;
        Map<Victim, Integer> cutShort = new EnumMap<>(Victim.class);
        try (RealField field = new RealField(folder, kind, seed, SipasOffice.HOUSEHOLDS)) {
            List<Victim> victims = Victim.on(kind);
            for (int kill = 0; kill < KILLS; kill++) {
                Victim victim = victims.get(kill % victims.size());
                int count = 1 + random.nextInt(20);
                interviews += count;
                field.laptop().complete(count);
                field.laptop().beginToSync();
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(MOST_MILLIS_UNTIL_THE_KILL)).toNanos());
                if (kill(victim, field, where("kill " + kill))) {
                    cutShort.merge(victim, 1, Integer::sum);
                }
                field.standsEqual(field.untilDone(where("kill " + kill)), where("kill " + kill));
            }
            field.agrees(interviews, where("end"));
        }
        LOG.log(System.Logger.Level.INFO, where("%s: %d kills, %d interviews, rounds cut short by the death of %s"
                .formatted(kind, KILLS, interviews, cutShort)));
    }

    /// Who dies.
    private enum Victim {
        SERVER, LAPTOP, DATABASE;

        static List<Victim> on(OfficeDatabase.Kind kind) {
            return switch (kind) {
                case SQLITE -> List.of(SERVER, LAPTOP);
                case POSTGRESQL -> List.of(DATABASE, SERVER, LAPTOP);
            };
        }
    }

    /// Kills and starts again.
    ///
    /// @return whether the laptop noticed
    private static boolean kill(Victim victim, RealField field, String where) throws IOException {
        return switch (victim) {
            case SERVER -> {
                field.killServer();
                LaptopProcess.Round round = field.laptop().endOfRound();
                field.isBehindNoPromise(round, where);
                field.startServer();
                yield round.problem().isPresent();
            }
            case LAPTOP -> {
                field.killLaptop();
                field.startLaptop();
                yield false;
            }
            case DATABASE -> {
                field.killDatabase();
                LaptopProcess.Round round = field.laptop().endOfRound();
                field.startDatabase();
                field.isBehindNoPromise(round, where);
                yield round.problem().isPresent();
            }
        };
    }

    @ParameterizedTest
    @EnumSource(OfficeDatabase.Kind.class)
    void bringsEverythingOverALineThatCrawlsLosesAndDrops(OfficeDatabase.Kind kind) throws IOException {
        int lost = 0;
        int dropped = 0;
        int rounds = 0;
        try (RealField field = new RealField(folder, kind, seed, SipasOffice.HOUSEHOLDS)) {
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
            field.agrees(OVER_THE_BAD_LINE, where("end"));
        }
        LOG.log(System.Logger.Level.INFO, where(kind + ": " + rounds + " rounds, " + lost + " segments lost, "
                + dropped + " connections dropped"));
    }
}
