package vn.hoidan.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

class DatabaseTest {
    private static final String ONE = "vn/hoidan/sqlite/one";
    private static final String TWO = "vn/hoidan/sqlite/two";
    private static final String BROKEN = "vn/hoidan/sqlite/broken";

    @TempDir
    Path folder;

    @Test
    void setsWhatDurabilityNeedsOnEveryConnection() {
        try (Database database = Database.open(file(), ONE)) {
            List<String> wanted = List.of("wal", "2", "1", "1", "2", "1");
            assertEquals(wanted, database.write(DatabaseTest::settings));
            assertEquals(wanted, database.read(DatabaseTest::settings));
        }
    }

    private static List<String> settings(Handle handle) {
        List<String> values = new ArrayList<>();
        for (String name : List.of("journal_mode", "synchronous", "fullfsync", "foreign_keys", "temp_store",
                "secure_delete")) {
            values.add(handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
        }
        return values;
    }

    @Test
    void keepsWhatWasWrittenWhenOpenedAgain() {
        try (Database database = Database.open(file(), ONE)) {
            insert(database, 1, "một");
        }
        try (Database database = Database.open(file(), ONE)) {
            assertEquals(List.of("một"), texts(database));
        }
    }

    @Test
    void takesFileNamesWithSignsAndAccents() {
        Path odd = folder.resolve("thư mục của tôi #1 %41").resolve("dữ liệu.db");
        try (Database database = Database.open(odd, ONE)) {
            insert(database, 1, "x");
        }
        assertTrue(Files.exists(odd));
    }

    @Test
    void appliesOnlyTheMigrationsThatAreMissing() {
        try (Database database = Database.open(file(), ONE)) {
            insert(database, 1, "abc");
        }
        try (Database database = Database.open(file(), TWO)) {
            assertEquals(3, database.<Integer>read(handle ->
                    handle.createQuery("SELECT length FROM note WHERE id = 1").mapTo(Integer.class).one()));
            insert(database, 2, "defg");
            assertEquals(List.of("abc", "defg;"), texts(database));
        }
        Path before = file().resolveSibling(file().getFileName() + ".version-1");
        assertEquals(1, Database.glance(before, "PRAGMA user_version")[0]);
        try (Database older = Database.open(before, ONE)) {
            assertEquals(List.of("abc"), texts(older), "what was there before is not in the copy");
        }
    }

    @Test
    void leavesTheStoreAtTheVersionBeforeWhenAMigrationFails() {
        assertThrows(IllegalStateException.class, () -> Database.open(file(), BROKEN));
        try (Database database = Database.open(file(), ONE)) {
            assertEquals(0, database.<Integer>read(handle -> handle
                    .createQuery("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").mapTo(Integer.class).one()));
        }
    }

    @Test
    void refusesANewerStoreAndLeavesItUnchanged() throws IOException {
        try (Database database = Database.open(file(), TWO)) {
            insert(database, 1, "x");
        }
        byte[] before = Files.readAllBytes(file());
        assertProblem(ProblemKind.STORE_TOO_NEW, () -> Database.open(file(), ONE));
        assertEquals(ByteBuffer.wrap(before), ByteBuffer.wrap(Files.readAllBytes(file())));
    }

    @Test
    void saysThatAFileIsDamagedWhenItIsNoDatabase() throws IOException {
        Files.write(file(), "Đây không phải là cơ sở dữ liệu. ".repeat(200).getBytes());
        assertProblem(ProblemKind.STORE_DAMAGED, () -> Database.open(file(), ONE));
    }

    @Test
    void saysThatAFileIsDamagedWhenItsPagesAreOverwritten() throws IOException {
        try (Database database = Database.open(file(), ONE)) {
            for (int id = 1; id <= 300; id++) {
                insert(database, id, "x".repeat(200));
            }
        }
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            for (long page = 1; page < channel.size() / 4096; page++) {
                channel.write(ByteBuffer.wrap(new byte[] {(byte) 0x7f, 1, 2, 3, 4, 5, 6, 7}), page * 4096);
            }
        }
        assertProblem(ProblemKind.STORE_DAMAGED, () -> {
            try (Database database = Database.open(file(), ONE)) {
                texts(database);
            }
        });
    }

    @Test
    void saysThatTheFolderCannotBeWrittenWhenAFileStandsInItsPlace() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));
        assertProblem(ProblemKind.FOLDER_NOT_WRITABLE, () -> Database.open(notAFolder.resolve("x.db"), ONE));
    }

    @Test
    void saysThatTheFolderCannotBeWrittenWhenAFolderStandsInTheFilesPlace() throws IOException {
        Files.createDirectories(file());
        assertProblem(ProblemKind.FOLDER_NOT_WRITABLE, () -> Database.open(file(), ONE));
    }

    @Test
    void saysThatTheFolderCannotBeWrittenWhenItHasNoRights() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "this user may write anywhere");
        assertProblem(ProblemKind.FOLDER_NOT_WRITABLE, () -> Database.open(locked.resolve("x.db"), ONE));
    }

    @Test
    void tellsSurroundingsFromMistakesByTheResultCode() {
        assertEquals(ProblemKind.FOLDER_NOT_WRITABLE, kindOf(8));
        assertEquals(ProblemKind.FOLDER_NOT_WRITABLE, kindOf(8 | 1 << 8));
        assertEquals(ProblemKind.DISK_FULL, kindOf(13));
        assertEquals(ProblemKind.STORE_DAMAGED, kindOf(11));
        assertEquals(ProblemKind.STORE_IN_USE, kindOf(5));
        assertTrue(SqliteFaults.problem(new SQLException("constraint", null, 19), file()).isEmpty());
    }

    private ProblemKind kindOf(int code) {
        return SqliteFaults.problem(new SQLException("x", null, code), file()).orElseThrow().kind();
    }

    @Test
    void rollsBackWhenTheWorkThrows() {
        try (Database database = Database.open(file(), ONE)) {
            insert(database, 1, "a");
            IllegalStateException mistake = new IllegalStateException("mistake");
            IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> database.write(handle -> {
                handle.execute("INSERT INTO note VALUES (2, 'b')");
                throw mistake;
            }));
            assertEquals(mistake, thrown);
            assertEquals(List.of("a"), texts(database));
            insert(database, 2, "c");
            assertEquals(List.of("a", "c"), texts(database));
        }
    }

    @Test
    void goesOnAfterAFailureThatSqliteRolledBackItself() {
        try (Database database = Database.open(file(), ONE)) {
            insert(database, 1, "a");
            assertThrows(UnableToExecuteStatementException.class, () -> database.write(handle -> {
                handle.execute("INSERT INTO note VALUES (2, 'b')");
                return handle.execute("INSERT OR ROLLBACK INTO note VALUES (1, 'again')");
            }));
            insert(database, 3, "c");
            assertEquals(List.of("a", "c"), texts(database));
            assertEquals(List.of("wal", "2", "1", "1", "2", "1"), database.write(DatabaseTest::settings));
        }
    }

    @Test
    void refusesARowThatBreaksAForeignKey() {
        try (Database database = Database.open(file(), ONE)) {
            assertThrows(UnableToExecuteStatementException.class,
                    () -> database.write(handle -> handle.execute("INSERT INTO mark VALUES (99, 'x')")));
        }
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoomAgain() {
        try (Database database = Database.open(file(), ONE)) {
            insert(database, 1, "a");
            int pages = database.write(handle -> handle.createQuery("PRAGMA page_count").mapTo(Integer.class).one());
            database.write(handle -> handle.createQuery("PRAGMA max_page_count=" + pages).mapTo(Integer.class).one());
            ProblemException full = assertProblem(ProblemKind.DISK_FULL, () -> insert(database, 2, "x".repeat(50_000)));
            assertEquals(folder.toAbsolutePath().toString(), full.problem().details().get("folder"));
            database.write(handle -> handle.createQuery("PRAGMA max_page_count=100000").mapTo(Integer.class).one());
            insert(database, 2, "b");
            assertEquals(List.of("a", "b"), texts(database));
        }
    }

    @Test
    void readersAreNotHeldUpByAWriterAndSeeWhatWasCommitted() throws Exception {
        try (Database database = Database.open(file(), ONE);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            insert(database, 1, "before");
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch mayCommit = new CountDownLatch(1);
            Future<Integer> writer = threads.submit(() -> database.write(handle -> {
                int rows = handle.execute("UPDATE note SET text = 'after'");
                written.countDown();
                await(mayCommit);
                return rows;
            }));
            written.await();
            assertEquals(List.of("before"), texts(database));
            mayCommit.countDown();
            writer.get();
            assertEquals(List.of("after"), texts(database));
        }
    }

    @Test
    void aReaderKeepsItsSnapshotWhileOthersWrite() {
        try (Database database = Database.open(file(), ONE)) {
            insert(database, 1, "before");
            List<List<String>> seen = database.read(handle -> {
                List<String> first = texts(handle);
                insert(database, 2, "meanwhile");
                return List.of(first, texts(handle));
            });
            assertEquals(List.of(List.of("before"), List.of("before")), seen);
            assertEquals(List.of("before", "meanwhile"), texts(database));
        }
    }

    @Test
    void refusesToWriteInsideARead() {
        try (Database database = Database.open(file(), ONE)) {
            assertThrows(IllegalStateException.class,
                    () -> database.read(handle -> handle.execute("INSERT INTO note VALUES (1, 'x')")));
            assertTrue(texts(database).isEmpty());
        }
    }

    @Test
    void countsEveryIncrementOfManyThreads() throws Exception {
        try (Database database = Database.open(file(), ONE);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            insert(database, 1, "0");
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                all.add(threads.submit(() -> {
                    for (int round = 0; round < 20; round++) {
                        database.write(handle -> handle.execute("UPDATE note SET text = text + 1 WHERE id = 1"));
                        texts(database);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            assertEquals(List.of("160"), texts(database));
        }
    }

    @Test
    void refusesAWriteInsideAWriteAndAnyUseAfterClosing() {
        Database database = Database.open(file(), ONE);
        assertThrows(IllegalStateException.class,
                () -> database.write(handle -> database.write(inner -> inner.execute("DELETE FROM note"))));
        database.close();
        database.close();
        assertThrows(IllegalStateException.class, () -> texts(database));
        assertThrows(IllegalStateException.class, () -> insert(database, 1, "x"));
        assertFalse(Files.exists(folder.resolve("store.db-wal")));
    }

    @Test
    void closesAlthoughAReaderWantsToWrite() throws Exception {
        Database database = Database.open(file(), ONE);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            CountDownLatch readingNow = new CountDownLatch(1);
            CountDownLatch closingNow = new CountDownLatch(1);
            Future<?> reader = threads.submit(() -> database.read(handle -> {
                readingNow.countDown();
                await(closingNow);
                insert(database, 1, "x");
                return texts(handle);
            }));
            readingNow.await();
            Future<?> closing = threads.submit(() -> {
                closingNow.countDown();
                database.close();
            });
            closing.get();
            try {
                reader.get();
            } catch (ExecutionException closedFirst) {
                assertInstanceOf(IllegalStateException.class, closedFirst.getCause());
            }
        }
        assertThrows(IllegalStateException.class, () -> texts(database));
    }

    private Path file() {
        return folder.resolve("store.db");
    }

    private static void insert(Database database, int id, String text) {
        database.write(handle -> handle.execute("INSERT INTO note (id, text) VALUES (?, ?)", id, text));
    }

    private static List<String> texts(Database database) {
        return database.read(DatabaseTest::texts);
    }

    private static List<String> texts(Handle handle) {
        return handle.createQuery("SELECT text FROM note ORDER BY id").mapTo(String.class).list();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static ProblemException assertProblem(ProblemKind kind, Runnable work) {
        ProblemException thrown = assertInstanceOf(ProblemException.class,
                assertThrows(RuntimeException.class, work::run));
        assertEquals(kind, thrown.problem().kind());
        return thrown;
    }
}
