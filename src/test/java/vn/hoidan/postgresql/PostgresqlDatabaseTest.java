package vn.hoidan.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.support.PostgresqlServer;

class PostgresqlDatabaseTest {

    private static final String ONE = "vn/hoidan/sqlite/one";
    private static final String TWO = "vn/hoidan/sqlite/two";
    private static final String BROKEN = "vn/hoidan/sqlite/broken";
    private static final String COUNT = "SELECT COUNT(*) FROM note";

    private DatabaseAddress address;

    @BeforeAll
    static void assume() {
        PostgresqlServer.assume();
    }

    @BeforeEach
    void make() {
        address = PostgresqlServer.empty();
    }

    private PostgresqlDatabase open(String migrations) {
        return PostgresqlDatabase.open(address, "", migrations);
    }

    private static int insert(PostgresqlDatabase database, int id, String text) {
        return database.write(handle -> insert(handle, id, text));
    }

    private static int insert(Handle handle, int id, String text) {
        return handle.createUpdate("INSERT INTO note (id, text) VALUES (:id, :text)").bind("id", id).bind("text", text)
                .execute();
    }

    private static long count(PostgresqlDatabase database) {
        return database.read(handle -> handle.createQuery(COUNT).mapTo(long.class).one());
    }

    @Test
    void setsWhatDurabilityAndSnapshotsNeedOnEveryConnection() {
        PostgresqlServer.execute(address, "ALTER DATABASE " + address.database() + " SET synchronous_commit = off");
        try (PostgresqlDatabase database = open(ONE)) {
            for (List<String> settings : List.of(database.<List<String>>write(PostgresqlDatabaseTest::settings),
                    database.<List<String>>read(PostgresqlDatabaseTest::settings))) {
                assertEquals(List.of("on", "repeatable read", "1min", "1min"), settings);
            }
        }
    }

    private static List<String> settings(Handle handle) {
        return List.of("synchronous_commit", "transaction_isolation", "lock_timeout",
                "idle_in_transaction_session_timeout").stream().map(name -> handle.createQuery(
                        "SELECT current_setting(:name)").bind("name", name).mapTo(String.class).one()).toList();
    }

    @Test
    void appliesOnlyTheMigrationsThatAreMissing() {
        try (PostgresqlDatabase database = open(ONE)) {
            insert(database, 1, "một");
        }
        try (PostgresqlDatabase database = open(TWO)) {
            assertEquals(1, count(database));
            assertEquals(2, database.<Integer>read(handle ->
                    handle.createQuery("SELECT version FROM store_version").mapTo(int.class).one()));
        }
        assertEquals(ProblemKind.STORE_TOO_NEW, assertThrows(ProblemException.class, () -> open(ONE)).problem().kind());
    }

    @Test
    void leavesTheStoreAtTheVersionBeforeWhenAMigrationFails() {
        assertThrows(IllegalStateException.class, () -> open(BROKEN));
        try (PostgresqlDatabase database = open(ONE)) {
            insert(database, 1, "một");
            assertEquals(1, count(database));
        }
    }

    @Test
    void formsTheDatabaseOnceWhenSeveralServersStartTogether() throws Exception {
        inThreads(4, () -> {
            open(TWO).close();
            return true;
        });
        try (PostgresqlDatabase database = open(TWO)) {
            assertEquals(0, count(database));
        }
    }

    @Test
    void countsEveryIncrementOfManyThreadsOfTwoServers() throws Exception {
        try (PostgresqlDatabase one = open(ONE); PostgresqlDatabase other = open(ONE)) {
            insert(one, 1, "0");
            CountDownLatch turns = new CountDownLatch(1);
            List<Callable<Boolean>> works = new ArrayList<>();
            for (PostgresqlDatabase each : List.of(one, other, one, other)) {
                works.add(() -> {
                    turns.await();
                    for (int time = 0; time < 25; time++) {
                        each.write(handle -> {
                            int before = Integer.parseInt(handle.createQuery("SELECT text FROM note")
                                    .mapTo(String.class).one());
                            return handle.createUpdate("UPDATE note SET text = :text")
                                    .bind("text", String.valueOf(before + 1)).execute();
                        });
                    }
                    return true;
                });
            }
            turns.countDown();
            inThreads(works);
            assertEquals("100", one.<String>read(handle -> handle.createQuery("SELECT text FROM note")
                    .mapTo(String.class).one()));
        }
    }

    @Test
    void aReaderIsNotHeldUpByAWriterAndKeepsItsSnapshot() {
        try (PostgresqlDatabase database = open(ONE); PostgresqlDatabase other = open(ONE)) {
            insert(database, 1, "một");
            List<Long> seen = database.read(handle -> {
                long before = handle.createQuery(COUNT).mapTo(long.class).one();
                insert(other, 2, "hai");
                return List.of(before, handle.createQuery(COUNT).mapTo(long.class).one());
            });
            assertEquals(List.of(1L, 1L), seen);
            long meanwhile = database.write(handle -> {
                insert(handle, 3, "ba");
                return count(other);
            });
            assertEquals(2, meanwhile);
            assertEquals(3, count(database));
        }
    }

    @Test
    void doesTheWorkAgainWhenSomebodyElseChangedWhatItChanges() {
        try (PostgresqlDatabase database = open(ONE)) {
            insert(database, 1, "một");
            List<Integer> tries = new ArrayList<>();
            database.write(handle -> {
                handle.createQuery(COUNT).mapTo(long.class).one();
                tries.add(1);
                if (tries.size() == 1) {
                    PostgresqlServer.execute(address, "UPDATE note SET text = 'của người khác'");
                }
                return handle.createUpdate("UPDATE note SET text = text || '!'").execute();
            });
            assertEquals(2, tries.size());
            assertEquals("của người khác!", database.<String>read(handle -> handle.createQuery("SELECT text FROM note")
                    .mapTo(String.class).one()));
        }
    }

    @Test
    void givesUpWhenSomebodyElseNeverStops() {
        try (PostgresqlDatabase database = open(ONE)) {
            insert(database, 1, "một");
            ProblemException busy = assertThrows(ProblemException.class, () -> database.write(handle -> {
                handle.createQuery(COUNT).mapTo(long.class).one();
                PostgresqlServer.execute(address, "UPDATE note SET text = text || '.'");
                return handle.createUpdate("UPDATE note SET text = ''").execute();
            }));
            assertEquals(ProblemKind.DATABASE_BUSY, busy.problem().kind());
            assertEquals("một" + ".".repeat(PostgresqlDatabase.MOST_TRIES), database.<String>read(handle ->
                    handle.createQuery("SELECT text FROM note").mapTo(String.class).one()));
        }
    }

    @Test
    void rollsBackWhenTheWorkThrowsAndGoesOn() {
        try (PostgresqlDatabase database = open(ONE)) {
            assertThrows(IllegalArgumentException.class, () -> database.write(handle -> {
                insert(handle, 1, "một");
                throw new IllegalArgumentException("hỏng");
            }));
            assertThrows(UnableToExecuteStatementException.class, () -> database.write(handle ->
                    insert(handle, 2, "hai") + insert(handle, 2, "hai")));
            assertEquals(0, count(database));
        }
    }

    @Test
    void tellsNoValuesOfARowThatBreaksARule() {
        try (PostgresqlDatabase database = open(ONE)) {
            insert(database, 1, "một");
            RuntimeException refused = assertThrows(RuntimeException.class, () -> insert(database, 1, "bí mật"));
            for (Throwable each = refused; each != null; each = each.getCause()) {
                assertFalse(String.valueOf(each.getMessage()).contains("(1)"), each.getMessage());
            }
        }
    }

    @Test
    void keepsATextWithASignThatPostgresqlHasNot() {
        try (PostgresqlDatabase database = open(ONE)) {
            insert(database, 1, "a\0b");
            assertEquals("a\uFFFDb", database.<String>read(handle -> handle.createQuery("SELECT text FROM note")
                    .mapTo(String.class).one()));
        }
    }

    @Test
    void refusesToWriteInsideAReadAWriteInsideAWriteAndAnyUseAfterClosing() {
        PostgresqlDatabase database = open(ONE);
        assertThrows(IllegalStateException.class, () -> database.read(handle -> insert(handle, 1, "một")));
        assertThrows(IllegalStateException.class, () -> database.write(handle -> insert(database, 1, "một")));
        assertEquals(0, count(database));
        database.close();
        database.close();
        assertThrows(IllegalStateException.class, () -> count(database));
        assertThrows(IllegalStateException.class, () -> insert(database, 1, "một"));
    }

    @Test
    void goesOnAfterTheDatabaseCutItsConnections() {
        try (PostgresqlDatabase database = open(ONE)) {
            ProblemException cut = assertThrows(ProblemException.class, () -> database.write(handle -> {
                insert(handle, 1, "một");
                PostgresqlServer.execute(address, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                        + "WHERE datname = current_database() AND pid <> pg_backend_pid()");
                return insert(handle, 2, "hai");
            }));
            assertEquals(ProblemKind.DATABASE_AWAY, cut.problem().kind());
            int refused = 0;
            while (isCut(() -> insert(database, 3, "ba"))) {
                assertTrue(++refused <= PostgresqlDatabase.MOST_READERS, "each connection is found cut once");
            }
            assertEquals(1, count(database));
        }
    }

    private static boolean isCut(Runnable work) {
        try {
            work.run();
            return false;
        } catch (ProblemException cut) {
            assertEquals(ProblemKind.DATABASE_AWAY, cut.problem().kind());
            return true;
        }
    }

    @Test
    void saysWhatIsWrongWithADatabaseThatCannotBeOpened() {
        PostgresqlServer.execute(address, "CREATE ROLE stranger LOGIN");
        PostgresqlServer.execute(address, "REVOKE CONNECT ON DATABASE " + address.database() + " FROM PUBLIC");
        refused(ProblemKind.DATABASE_REFUSED, new DatabaseAddress("stranger", address.host(), address.port(),
                address.database(), Map.of()));
        refused(ProblemKind.DATABASE_REFUSED, new DatabaseAddress(address.user(), address.host(), address.port(),
                "not_there", Map.of()));
        refused(ProblemKind.DATABASE_AWAY, new DatabaseAddress(address.user(), address.host(), 1, "x", Map.of()));
        refused(ProblemKind.DATABASE_REFUSED, new DatabaseAddress(address.user(), address.host(), address.port(),
                address.database(), Map.of("sslmode", "require")));
        PostgresqlServer.execute(address, "CREATE DATABASE other_letters TEMPLATE template0 ENCODING 'SQL_ASCII' "
                + "LC_COLLATE 'C' LC_CTYPE 'C'");
        refused(ProblemKind.DATABASE_UNFIT, new DatabaseAddress(address.user(), address.host(), address.port(),
                "other_letters", Map.of()));
        PostgresqlServer.execute(address, "ALTER DATABASE " + address.database()
                + " SET default_transaction_read_only = on");
        refused(ProblemKind.DATABASE_UNFIT, address);
    }

    private static void refused(ProblemKind kind, DatabaseAddress where) {
        ProblemException refused = assertThrows(ProblemException.class, () ->
                PostgresqlDatabase.open(where, "không đúng", ONE), where.text());
        assertEquals(kind, refused.problem().kind(), where.text());
        assertFalse(refused.toString().contains("không đúng"), refused.toString());
    }

    private static void inThreads(int count, Callable<Boolean> work) throws Exception {
        List<Callable<Boolean>> works = new ArrayList<>();
        for (int thread = 0; thread < count; thread++) {
            works.add(work);
        }
        inThreads(works);
    }

    private static void inThreads(List<Callable<Boolean>> works) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(works.size())) {
            for (Future<Boolean> each : threads.invokeAll(works)) {
                assertTrue(each.get());
            }
        }
    }
}
