package vn.hoidan.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.server.app.book.Backups;

/// Copies of an office as SQLite files, made while it is in use. A copy is written under another name, forced to the
/// disk, opened again and checked from end to end; only then does it get its name and do its positions count. Pages
/// are copied as they are: to write every row anew (`VACUUM INTO`) takes about three times as long.
///
/// A copy on the same disk guards against a damaged file, not against a lost disk: the folder should be on another one.
final class SqliteBackups implements Backups {

    /// Copies kept; older ones are deleted once a newer one is checked.
    static final int COPIES_KEPT = 10;
    private static final String BEGINNING = "office-";
    private static final String ENDING = ".db";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Copier copier;
    private final Path folder;
    private final InstantSource clock;

    /// Writes one consistent state of everything to a file that is not there yet, forces it to the disk and looks
    /// through it.
    interface Copier {
        void copyTo(Path half);
    }

    /// @param folder where the copies go
    SqliteBackups(Copier copier, Path folder, InstantSource clock) {
        this.copier = copier;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Checked make() {
        String name = BEGINNING + NAME.format(clock.instant()) + ENDING;
        Path half = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(half);
            copier.copyTo(half);
            Map<String, LogPosition> positions = positions(half);
            Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            deleteOld();
            return new Checked(name, positions);
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(refused);
        } catch (SQLException unreadable) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", half.toString()).exception(unreadable);
        }
    }

    /// Looks through a copy from end to end.
    ///
    /// @throws ProblemException STORE_DAMAGED
    static void lookThrough(Path copy) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
                if (!result.next() || !"ok".equals(result.getString(1))) {
                    throw damaged(copy);
                }
            }
            try (ResultSet result = statement.executeQuery("PRAGMA foreign_key_check")) {
                if (result.next()) {
                    throw damaged(copy);
                }
            }
        } catch (SQLException unreadable) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", copy.toString()).exception(unreadable);
        }
    }

    /// How far each device's log is in a copy.
    private static Map<String, LogPosition> positions(Path copy) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, stored_number, stored_hash FROM device")) {
            Map<String, LogPosition> positions = new HashMap<>();
            while (row.next()) {
                positions.put(row.getString("id"), Columns.position(row, "stored"));
            }
            return positions;
        }
    }

    private void deleteOld() throws IOException {
        List<Path> copies;
        try (Stream<Path> files = Files.list(folder)) {
            copies = files.filter(each -> each.getFileName().toString().startsWith(BEGINNING)
                    && each.getFileName().toString().endsWith(ENDING))
                    .sorted(Comparator.comparing((Path each) -> each.getFileName().toString()).reversed()).toList();
        }
        for (Path old : copies.subList(Math.min(COPIES_KEPT, copies.size()), copies.size())) {
            Files.delete(old);
        }
    }

    private static ProblemException damaged(Path copy) {
        return Problem.of(ProblemKind.STORE_DAMAGED, "file", copy.toString()).exception();
    }
}
