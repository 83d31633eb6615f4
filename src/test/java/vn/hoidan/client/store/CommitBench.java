package vn.hoidan.client.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.support.Samples;

/// What a durable answer costs beside a bare commit of one row (WAL, `synchronous=FULL`) on the same disk in the same
/// run. A program to be started by hand: `CommitBench FOLDER [ROUNDS]`; rounds of both take turns, so that a busy
/// machine slows both down.
final class CommitBench {
    private static final int COMMITS_A_ROUND = 100;
    private static final int WARM_UP_ROUNDS = 30;
    private static final int USUAL_ROUNDS = 40;
    /// About what one sealed fact is.
    private static final int ROW_BYTES = 150;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final double NEARLY_ALL = 0.99;

    private CommitBench() {
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "commits");
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL_ROUNDS;
        long[] bare = new long[rounds * COMMITS_A_ROUND];
        long[] own = new long[rounds * COMMITS_A_ROUND];
        try (Connection connection = bare(folder.resolve("bare.db"));
                PreparedStatement insert = connection.prepareStatement("INSERT INTO row (sealed) VALUES (?)");
                FieldStore store = store(folder)) {
            for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
                InterviewId id = Samples.interviewId(WARM_UP_ROUNDS + round);
                store.apply(List.of(new Change.InterviewBegun(id, Samples.QUESTIONNAIRE, Samples.LIST, 17,
                        Optional.empty(), InterviewMode.FACE_TO_FACE, Samples.MORNING)));
                for (int commit = 0; commit < COMMITS_A_ROUND; commit++) {
                    int place = Math.max(0, round) * COMMITS_A_ROUND + commit;
                    bare[place] = bareCommit(insert);
                    own[place] = answer(store, id, commit);
                }
            }
        }
        tell(bare, own);
    }

    private static Connection bare(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("CREATE TABLE row (number INTEGER PRIMARY KEY, sealed BLOB NOT NULL)");
        }
        return connection;
    }

    private static FieldStore store(Path folder) {
        return StoreFixture.folders(folder, new StoreFixture.SetClock())
                .create(StoreFixture.PROFILE, StoreFixture.CREDENTIALS, StoreFixture.pin()).store();
    }

    private static long bareCommit(PreparedStatement insert) throws SQLException {
        insert.setBytes(1, new byte[ROW_BYTES]);
        long begin = System.nanoTime();
        insert.executeUpdate();
        return System.nanoTime() - begin;
    }

    private static long answer(FieldStore store, InterviewId id, int number) {
        Change change = new Change.FactAppended(id, new Fact.AnswerSet(Samples.moment(number),
                new vn.hoidan.core.questionnaire.Path("/data/q9/q9_" + number), "4"), number, COMMITS_A_ROUND);
        long begin = System.nanoTime();
        store.apply(List.of(change));
        return System.nanoTime() - begin;
    }

    private static void tell(long[] bare, long[] own) {
        Arrays.sort(bare);
        Arrays.sort(own);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (double share : new double[] {0.5, 0.9, NEARLY_ALL}) {
            int place = (int) (share * (bare.length - 1));
            out.printf("share %.2f: bare %.0f us, answer %.0f us, ratio %.2f%n", share, bare[place] / NANOS_PER_MICRO,
                    own[place] / NANOS_PER_MICRO, (double) own[place] / bare[place]);
        }
        out.printf("mean: ratio %.2f%n", Arrays.stream(own).average().orElseThrow()
                / Arrays.stream(bare).average().orElseThrow());
    }
}
