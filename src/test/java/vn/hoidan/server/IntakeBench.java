package vn.hoidan.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.form.codebook.XFormCodebook;
import vn.hoidan.server.app.export.CsvFile;
import vn.hoidan.server.app.export.ExportDesk;
import vn.hoidan.support.PostgresqlServer;

/// Measures intake and export beside the barest thing in the same run: the same bodies written to a table with one
/// commit for each batch, and read back; and PostgreSQL beside SQLite. Run by hand; prints ratios.
public final class IntakeBench {

    private static final int INTERVIEWS = 20_000;
    private static final int QUESTIONS = 110;
    private static final int BATCH = 200;
    private static final double NANOS = 1e9;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private IntakeBench() {
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("intake-bench");
        double file = measure("SQLite", Files.createDirectory(folder.resolve("sqlite")));
        try (EmbeddedPostgres server = PostgresqlServer.durable(folder.resolve("server"), 0)) {
            Path place = Files.createDirectory(folder.resolve("postgresql"));
            TestPlaces.stands(PostgresqlServer.usual(server), place.resolve("office.db"));
            double database = measure("PostgreSQL", place);
            System.out.printf("intake on PostgreSQL takes %.1f times as long as on SQLite%n", database / file);
        }
    }

    /// @return seconds that the intake took
    private static double measure(String name, Path folder) throws IOException, SQLException {
        try (TestOffice office = new TestOffice(folder)) {
            office.surveys().create(large(SmallSurvey.survey()), SmallSurvey.xform(), lists());
            TestOffice.Enrolled laptop = office.holding("27100-1");
            for (int number = 1; number <= INTERVIEWS; number++) {
                laptop.laptop().interview(SmallSurvey.list("27100-1"), number, answers(number));
            }
            double bare = bare(folder.resolve("bare.db"), laptop.laptop().log());
            long cpu = CPU.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            laptop.sync();
            double intake = (System.nanoTime() - begin) / NANOS;
            double busy = (CPU.getCurrentThreadCpuTime() - cpu) / NANOS;
            begin = System.nanoTime();
            try (CsvFile interviews = CsvFile.create(folder.resolve("interviews.csv"));
                    CsvFile codebook = CsvFile.create(folder.resolve("codebook.csv"))) {
                new ExportDesk(office.store(), office.reader(), XFormCodebook::of)
                        .export(SmallSurvey.ID, new ExportDesk.Tables(interviews, codebook, row -> { }));
            }
            double export = (System.nanoTime() - begin) / NANOS;
            begin = System.nanoTime();
            office.board().board(SmallSurvey.ID, "vi");
            double board = (System.nanoTime() - begin) / NANOS;
            begin = System.nanoTime();
            office.backup().run();
            double backup = (System.nanoTime() - begin) / NANOS;
            System.out.printf("%s: intake %.0f/s (%.0f for each second of processor), "
                    + "bare inserts %.0f/s, ratio %.1f; export %.0f rows/s; board %.1f ms; checked backup %.1f s%n",
                    name, INTERVIEWS / intake, INTERVIEWS / busy, INTERVIEWS / bare, intake / bare,
                    INTERVIEWS / export, board * 1000, backup);
            return intake;
        }
    }

    private static double bare(Path file, List<UpRecord> log) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("CREATE TABLE record (number INTEGER PRIMARY KEY, body BLOB)");
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO record VALUES (?, ?)")) {
                for (UpRecord record : log) {
                    insert.setLong(1, record.number());
                    insert.setBytes(2, record.body().toArray());
                    insert.execute();
                    if (record.number() % BATCH == 0) {
                        connection.commit();
                    }
                }
            }
            connection.commit();
            return (System.nanoTime() - begin) / NANOS;
        }
    }

    private static Map<String, String> answers(int number) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int question = 0; question < QUESTIONS; question++) {
            answers.put("section/q" + question, String.valueOf(1 + (number * 7 + question * 3) % 5));
        }
        answers.put("note", "Ý kiến số " + number);
        return answers;
    }

    private static Survey large(Survey survey) {
        List<Constraint> constraints = new ArrayList<>();
        survey.constraints().forEach(each -> constraints.add(new Constraint(each.level(), each.area(), INTERVIEWS)));
        return new Survey(survey.id(), survey.name(), survey.questionnaire(), survey.consent(), survey.areas(),
                constraints, true);
    }

    private static List<SampleList> lists() {
        List<Household> households = new ArrayList<>();
        for (int number = 1; number <= INTERVIEWS; number++) {
            households.add(new Household(number, "Hộ " + number, ""));
        }
        Area village = SmallSurvey.survey().areas().stream().filter(area -> area.level() == AreaLevel.VILLAGE)
                .findFirst().orElseThrow();
        return List.of(new SampleList(SmallSurvey.list("27100-1"), village.key(), "Thôn", INTERVIEWS, households));
    }
}
