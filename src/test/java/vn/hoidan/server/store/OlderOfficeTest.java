package vn.hoidan.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;

/// An office's file that an older program wrote is brought to the form of this one with all that is in it.
class OlderOfficeTest {

    @TempDir
    private Path folder;

    @Test
    void keepsListsAndTheirInterviewsAndFindsAgainWhoWaits() throws IOException, SQLException {
        Path file = folder.resolve("office.db");
        try (TestOffice office = TestOffice.withSurvey(folder)) {
            TestOffice.Enrolled laptop = office.holding("27100-1");
            for (int household = 1; household <= 4; household++) {
                laptop.laptop().interview(SmallSurvey.list("27100-1"), household);
            }
            laptop.sync();
        }
        undo(file);
        carryOut(file);
        try (TestOffice office = new TestOffice(folder)) {
            assertEquals(4, office.lists().lists(SmallSurvey.ID).size());
            office.quotas().retarget(SmallSurvey.ID, SmallSurvey.villageCell("27100-1"), 4, TestOffice.DECISION);
        }
        assertEquals(4, LedgerCheck.number(file, "SELECT COUNT(*) FROM interview WHERE state = 'accepted'"));
        assertEquals(0, LedgerCheck.number(file, "SELECT COUNT(*) FROM pragma_foreign_key_check"));
        LedgerCheck.holds(file);
    }

    /// What the migration did is taken back.
    private static void undo(Path file) throws SQLException {
        run(file, """
                DROP TABLE workplace; DROP TABLE worker_cell; DROP TABLE unit_code; DROP TABLE soft_group;
                DROP TABLE soft_member; DELETE FROM waiting_cell; ALTER TABLE survey DROP COLUMN revision;
                CREATE TABLE device_cell (survey TEXT, cell TEXT, device TEXT);
                CREATE TABLE kept_list AS SELECT * FROM sample_list; DROP TABLE sample_list;
                CREATE TABLE sample_list (id TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE,
                    survey TEXT NOT NULL REFERENCES survey (id), village TEXT NOT NULL, village_name TEXT NOT NULL,
                    target INTEGER NOT NULL CHECK (target > 0), holder TEXT REFERENCES person (id),
                    body BLOB NOT NULL);
                INSERT INTO sample_list SELECT id, position, survey, village, village_name, target, holder, body
                    FROM kept_list;
                DROP TABLE kept_list""");
    }

    /// The migration alone, in one transaction and with foreign keys looked at, as the program does it.
    private static void carryOut(Path file) throws IOException, SQLException {
        try (InputStream stream = OlderOfficeTest.class.getResourceAsStream("V009__free_quotas.sql")) {
            String sql = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^ *--.*$", "");
            run(file, "PRAGMA foreign_keys = ON; BEGIN; " + sql.strip() + " COMMIT");
        }
    }

    private static void run(Path file, String script) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";")) {
                statement.execute(sql);
            }
        }
    }
}
