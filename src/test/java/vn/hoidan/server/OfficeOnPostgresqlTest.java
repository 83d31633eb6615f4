package vn.hoidan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.postgresql.DatabaseAddress;
import vn.hoidan.server.app.RestoreDesk;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.server.store.OfficeSetting;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.PostgresqlServer;

/// A server whose office is in PostgreSQL: begun there, moved there, put there from a backup; and what it refuses.
@BesideOthers
class OfficeOnPostgresqlTest {

    private static final ListId LIST = SmallSurvey.list("27100-1");
    private static final Bytes TOKEN = Bytes.of(new byte[32]);

    @TempDir
    private Path folder;
    private Path data;
    private ServerSettings settings;
    private DatabaseAddress database;
    private final FieldLaptop laptop = new FieldLaptop(1);
    private String device;

    @BeforeAll
    static void assume() {
        PostgresqlServer.assume();
    }

    @BeforeEach
    void prepare() {
        data = folder.resolve("data");
        settings = ServerSettings.practice(data);
        database = PostgresqlServer.empty();
    }

    /// A survey, a person with a list, and a laptop with three interviews of which the office has two.
    private void work() {
        try (Office office = ServerWiring.openOffice(settings)) {
            office.surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
            Person person = office.staff().add(SmallSurvey.ID, "Điều tra viên 1 (tập dượt)", Role.ENUMERATOR,
                    SmallSurvey.DISTRICT);
            office.lists().assign(LIST, person.id());
            device = office.enrolment().enrol(Bytes.of(office.staff().issueCode(person.id()).secret()),
                    Sha256.of(TOKEN), "Máy thử").device();
        }
        laptop.signs(device);
        try (RunningServer server = ServerWiring.start(settings); RawClient client = new RawClient(server)) {
            laptop.sync(request -> client.sync(device, TOKEN, request));
            laptop.interview(LIST, 1);
            laptop.interview(LIST, 2);
            laptop.sync(request -> client.sync(device, TOKEN, request));
        }
        laptop.interview(LIST, 3);
    }

    private void syncAgain() {
        try (RunningServer server = ServerWiring.start(settings); RawClient client = new RawClient(server)) {
            laptop.sync(request -> client.sync(device, TOKEN, request));
        }
        assertEquals(laptop.log().size(), laptop.stored().number());
    }

    private static long number(DatabaseAddress database, String sql) {
        try (Connection connection = PostgresqlServer.connect(database);
                Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException broken) {
            throw new AssertionError(sql, broken);
        }
    }

    private static long accepted(DatabaseAddress database) {
        return number(database, "SELECT COUNT(*) FROM interview WHERE state = 'accepted'");
    }

    private static void refused(ProblemKind kind, Runnable work) {
        assertEquals(kind, assertThrows(ProblemException.class, work::run).problem().kind());
    }

    @Test
    void beginsAnOfficeInADatabaseAndMakesItsRecordsSafeByACheckedFile() throws IOException {
        ServerWiring.beginIn(data, database.text());
        ServerWiring.beginIn(data, database.text());
        work();
        assertFalse(Files.exists(data.resolve("office.db")), "nothing is kept in a file");
        assertEquals(database.text(), ServerWiring.place(data));
        LogPosition before = laptop.stored();
        try (Office office = ServerWiring.openOffice(settings)) {
            assertEquals(LogPosition.START, laptop.safe());
            String copy = office.backup().run().name();
            LedgerCheck.holds(settings.backups().resolve(copy));
            assertEquals(2, LedgerCheck.number(settings.backups().resolve(copy), "SELECT COUNT(*) FROM interview"));
        }
        try (Stream<Path> left = Files.list(settings.backups())) {
            assertEquals(1, left.count(), "nothing half done is left");
        }
        syncAgain();
        assertEquals(before, laptop.safe());
        assertEquals(3, accepted(database));
    }

    @Test
    void movesAnOfficeFromItsFileWithoutAnyLaptopNoticing() {
        work();
        ServerWiring.move(data, database.text(), settings.backups());
        assertEquals(database.text(), ServerWiring.place(data));
        assertFalse(Files.exists(data.resolve("office.db")));
        assertEquals(1, number(database, "SELECT epoch FROM server"), "no other epoch");
        syncAgain();
        assertEquals(3, accepted(database));
        assertEquals(2, LedgerCheck.number(aside("before-move-").resolve("office.db"),
                "SELECT COUNT(*) FROM interview"));
        // and on to another database
        DatabaseAddress next = PostgresqlServer.empty();
        ServerWiring.move(data, next.text(), settings.backups());
        laptop.interview(LIST, 4);
        syncAgain();
        assertEquals(4, number(next, "SELECT COUNT(*) FROM interview"));
        assertEquals(3, number(database, "SELECT COUNT(*) FROM interview"));
    }

    @Test
    void isServedByTwoServersAtOnce() throws IOException {
        ServerWiring.beginIn(data, database.text());
        work();
        Path other = Files.createDirectories(folder.resolve("other/identity"));
        try (Stream<Path> keys = Files.list(data.resolve("identity"))) {
            for (Path key : keys.toList()) {
                Files.copy(key, other.resolve(key.getFileName()));
            }
        }
        new OfficeSetting(other.getParent(), other, Map.of()).move(database.text(), folder, Instant::now);
        try (RunningServer one = ServerWiring.start(settings); RawClient first = new RawClient(one);
                RunningServer two = ServerWiring.start(ServerSettings.practice(other.getParent()));
                RawClient second = new RawClient(two)) {
            laptop.sync(request -> first.sync(device, TOKEN, request));
            for (int household = 4; household <= SmallSurvey.HOUSEHOLDS; household++) {
                laptop.interview(LIST, household);
                RawClient next = household % 2 == 0 ? first : second;
                laptop.sync(request -> next.sync(device, TOKEN, request));
            }
            assertEquals(List.of(), two.office().quotas().faults());
        }
        assertEquals(laptop.log().size(), laptop.stored().number());
        assertEquals(SmallSurvey.VILLAGE_TARGET, accepted(database));
        assertEquals(SmallSurvey.HOUSEHOLDS, number(database, "SELECT COUNT(*) FROM interview"));
    }

    @Test
    void putsABackupOfAFileInADatabaseAndBeginsAnEpoch() {
        work();
        Path backup;
        try (Office office = ServerWiring.openOffice(settings)) {
            backup = settings.backups().resolve(office.backup().run().name());
        }
        RestoreDesk.Begun begun = ServerWiring.restoreTo(data, database.text(), backup);
        assertEquals(begun.epoch(), number(database, "SELECT epoch FROM server"));
        assertTrue(begun.epoch() > 1);
        assertEquals(database.text(), ServerWiring.place(data));
        assertTrue(Files.exists(aside("before-").resolve("office.db")));
        syncAgain();
        assertEquals(3, accepted(database));
        refused(ProblemKind.DATABASE_NOT_EMPTY, () -> ServerWiring.restore(data, backup));
        assertEquals(3, accepted(database));
    }

    @Test
    void refusesADatabaseInWhichAnotherOfficeIs() {
        work();
        new OfficeSetting(folder.resolve("other"), folder, Map.of())
                .begin(database.text());
        try (Office other = ServerWiring.openOffice(ServerSettings.practice(folder.resolve("other")))) {
            other.surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
        }
        refused(ProblemKind.DATABASE_NOT_EMPTY, () -> ServerWiring.move(data, database.text(), settings.backups()));
        refused(ProblemKind.OFFICE_ELSEWHERE, () -> ServerWiring.beginIn(data, database.text()));
        assertTrue(Files.exists(data.resolve("office.db")), "all stays where it was");
        syncAgain();
        assertEquals(0, number(database, "SELECT COUNT(*) FROM interview"));
    }

    @Test
    void refusesWhatIsNoAddressAndAServerThatRuns() {
        refused(ProblemKind.DATABASE_ADDRESS_INVALID, () -> ServerWiring.beginIn(data, "postgresql://a:b@db/k"));
        try (RunningServer running = ServerWiring.start(settings)) {
            refused(ProblemKind.STORE_IN_USE, () -> ServerWiring.move(data, database.text(), settings.backups()));
            assertTrue(running.port() > 0);
        }
    }

    /// The promises that the tables keep by themselves, whoever writes to them.
    @Test
    void refusesByItselfWhatWouldBreakAPromise() {
        ServerWiring.beginIn(data, database.text());
        work();
        syncAgain();
        for (String broken : List.of("UPDATE quota_cell SET pool = -1, on_lease = on_lease + pool + 1",
                "UPDATE quota_cell SET accepted = accepted + 1", "UPDATE quota_cell SET on_lease = on_lease - 1",
                "UPDATE lease SET balance = -1", "UPDATE lease SET balance = units + 1",
                "UPDATE lease SET state = 'fenced'", "UPDATE device SET safe_number = stored_number + 1",
                "UPDATE interview SET household = 1", "UPDATE ledger_movement SET interview = (SELECT MIN(interview) "
                        + "FROM ledger_movement) WHERE interview IS NOT NULL",
                "UPDATE ledger_posting SET units = 0", "DELETE FROM up_record", "UPDATE device SET accepted = -1",
                "INSERT INTO sample_list SELECT id || 'x', position + 9, survey, village, village_name, 0, holder, "
                        + "NULL, body FROM sample_list")) {
            AssertionError refused = assertThrows(AssertionError.class,
                    () -> PostgresqlServer.execute(database, broken), broken);
            assertTrue(((SQLException) refused.getCause()).getSQLState().startsWith("23"), broken);
        }
        try (Office office = ServerWiring.openOffice(settings)) {
            assertEquals(List.of(), office.quotas().faults());
        }
    }

    private Path aside(String beginning) {
        try (Stream<Path> kept = Files.list(data)) {
            return kept.filter(each -> each.getFileName().toString().startsWith(beginning)).findFirst().orElseThrow();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
