package vn.hoidan.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

class CopiesTest {
    private static final String ONE = "vn/hoidan/sqlite/one";
    /// After its first step, each can be done again.
    private static final String FOUR = "vn/hoidan/sqlite/four";
    private static final String BROKEN = "vn/hoidan/sqlite/broken";
    private static final int PAGE_BYTES = 4096;

    @TempDir
    Path folder;

    @Test
    void copiesWhatWasCommittedIntoOneFile() {
        Path copy = folder.resolve("bản sao.db");
        try (Database database = Database.open(folder.resolve("a.db"), ONE)) {
            fill(database, 0, 400);
            database.copyTo(copy);
            fill(database, 400, 10);
        }
        assertFalse(Files.exists(folder.resolve("bản sao.db-wal")));
        try (Database opened = Database.open(copy, ONE)) {
            assertEquals(400, count(opened));
            assertTrue(opened.finding().isEmpty());
        }
    }

    @Test
    void refusesToCallACopyGoodThatIsNotSound() throws IOException {
        Path file = folder.resolve("a.db");
        try (Database database = Database.open(file, ONE)) {
            fill(database, 0, 400);
        }
        overwrite(file, 3);
        try (Database database = Database.open(file, ONE)) {
            assertTrue(database.finding().isPresent());
            ProblemException refused = assertThrows(ProblemException.class,
                    () -> database.copyTo(folder.resolve("copy.db")));
            assertEquals(ProblemKind.STORE_DAMAGED, refused.problem().kind());
        }
    }

    @Test
    void keepsTheTwoNewestCopiesOfOlderVersionsAndTheOneJustMade() throws IOException {
        Files.writeString(folder.resolve("other.db.version-1"), "of another store");
        Files.writeString(folder.resolve(store().getFileName() + ".version-1.txt"), "not made here");
        openedAfterVersion(1);
        openedAfterVersion(2);
        assertEquals(Set.of("1", "1.txt", "2"), copies());
        openedAfterVersion(3);
        assertEquals(Set.of("1.txt", "2", "3"), copies());
        openedAfterVersion(4);
        assertEquals(Set.of("1.txt", "2", "3"), copies(), "nothing was brought to a newer version");
        openedAfterVersion(1);
        assertEquals(Set.of("1", "1.txt", "3"), copies(), "an old backup was brought back");
        assertTrue(Files.exists(folder.resolve("other.db.version-1")));
    }

    private void openedAfterVersion(int version) {
        Database.open(store(), FOUR).close();
        try (Database database = Database.open(store(), FOUR)) {
            database.write(handle -> handle.execute("PRAGMA user_version=" + version));
        }
        Database.open(store(), FOUR).close();
    }

    private Path store() {
        return folder.resolve("a.db");
    }

    /// Ends of the names of what stands beside the store as its copies.
    private Set<String> copies() throws IOException {
        String start = store().getFileName() + ".version-";
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).filter(name -> name.startsWith(start))
                    .map(name -> name.substring(start.length())).collect(Collectors.toSet());
        }
    }

    @Test
    void keepsAllCopiesOfOlderVersionsWhenAMigrationFails() throws IOException {
        Database.open(store(), ONE).close();
        for (int version : List.of(7, 8)) {
            Files.writeString(store().resolveSibling(store().getFileName() + ".version-" + version), "older");
        }
        assertThrows(IllegalStateException.class, () -> Database.open(store(), BROKEN));
        assertEquals(Set.of("1", "7", "8"), copies());
    }

    @Test
    void saysThatTheFolderIsGone() {
        try (Database database = Database.open(folder.resolve("a.db"), ONE)) {
            ProblemException refused = assertThrows(ProblemException.class,
                    () -> database.copyTo(folder.resolve("stick").resolve("copy.db")));
            assertEquals(ProblemKind.FOLDER_NOT_WRITABLE, refused.problem().kind());
            fill(database, 0, 1);
        }
    }

    @Test
    void runsTheSameStatementTwiceAtOnceAndAgain() {
        try (Database database = Database.open(folder.resolve("a.db"), ONE)) {
            fill(database, 0, 3);
            for (int round = 0; round < 3; round++) {
                assertEquals(List.of(3, 3, 3), database.<List<Integer>>read(handle ->
                        handle.createQuery("SELECT id FROM note WHERE id < :most").bind("most", 100)
                                .map((row, context) -> handle.createQuery("SELECT id FROM note WHERE id < :most")
                                        .bind("most", 100).mapTo(Integer.class).list().size()).list()));
            }
        }
    }

    @Test
    void leavesAQuestionMarkAloneThatIsNoParameter() {
        try (Database database = Database.open(folder.resolve("a.db"), ONE)) {
            assertEquals("Mấy tuổi? it's 3", database.<String>read(handle ->
                    handle.createQuery("SELECT 'Mấy tuổi? it''s ' || \"why?\" FROM (SELECT :age AS \"why?\")")
                            .bind("age", 3).mapTo(String.class).one()));
        }
    }

    @Test
    void readsBoundValuesOfEachKindAsTheyAre() {
        try (Database database = Database.open(folder.resolve("a.db"), ONE)) {
            assertEquals(List.of("text", "integer", "real", "blob", "null"), database.<List<String>>read(handle ->
                    handle.createQuery("SELECT typeof(:a) || ',' || typeof(:b) || ',' || typeof(:c) || ',' || "
                            + "typeof(:d) || ',' || typeof(:e)").bind("a", "-7").bind("b", -7).bind("c", 0.5)
                            .bind("d", new byte[] {45}).bind("e", (String) null).mapTo(String.class)
                            .map(each -> List.of(each.split(","))).one()));
        }
    }

    @Test
    void keepsABoundedNumberOfStatements() {
        try (Database database = Database.open(folder.resolve("a.db"), ONE)) {
            for (int number = 0; number < 3 * KeptStatements.MOST_KEPT; number++) {
                String sql = "SELECT " + number;
                assertEquals(number, database.<Integer>read(handle ->
                        handle.createQuery(sql).mapTo(Integer.class).one()));
            }
        }
    }

    private static void fill(Database database, int from, int count) {
        database.write(handle -> {
            for (int id = from; id < from + count; id++) {
                Direct.update(handle, "INSERT INTO note (id, text) VALUES (?, ?)", id, "x".repeat(200));
            }
            return count;
        });
    }

    private static int count(Database database) {
        return (int) database.<long[]>read(handle -> Direct.numbers(handle, "SELECT count(*) FROM note"))[0];
    }

    private static void overwrite(Path file, long page) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(PAGE_BYTES), page * PAGE_BYTES);
        }
    }
}
