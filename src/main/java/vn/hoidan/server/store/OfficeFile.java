package vn.hoidan.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.server.app.book.Backups;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.FolderProblems;

/// An office in one SQLite file.
///
/// @param file may be damaged or not there
public record OfficeFile(Path file) implements OfficeData {

    private static final String OF_AN_OFFICE = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'ledger_movement'";
    private static final String PENDING = "office.restoring";
    private static final String ASIDE = "before-restore-";
    private static final String MOVED = "before-move-";
    /// What SQLite keeps beside a file that was not closed.
    private static final List<String> BESIDE = List.of("-wal", "-shm");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public CentralStore open() {
        return SqlCentralStore.open(file);
    }

    @Override
    public Backups backups(Path folder, InstantSource clock) {
        return new SqliteBackups(half -> Database.copy(file, half), folder, clock);
    }

    @Override
    public String shown() {
        return file.toString();
    }

    /// Copies the backup beside the file, looks through it, does what is to be done first on its contents, and only
    /// then lets it take the place of the file; what stood there is kept in a folder of its own.
    @Override
    public <T> T become(Path backup, Instant now, Function<CentralStore, T> first) {
        Path folder = file.toAbsolutePath().getParent();
        Path pending = folder.resolve(PENDING);
        try {
            T done = prepared(pending, backup, first);
            keepAside(folder.resolve(ASIDE + NAME.format(now)));
            for (String ending : BESIDE) {
                Files.deleteIfExists(beside(file, ending));
            }
            Files.move(pending, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return done;
        } catch (IOException refused) {
            throw FolderProblems.of(refused, folder);
        }
    }

    /// Looks into another copy of an office, which stays as it is.
    ///
    /// @param work where it is copied to meanwhile
    /// @throws ProblemException BACKUP_UNUSABLE, FOLDER_NOT_WRITABLE, DISK_FULL, STORE_TOO_NEW
    public static <T> T lookInto(Path copy, Path work, Function<CentralStore, T> what) {
        if (!Files.isRegularFile(copy)) {
            throw unusable(copy, "no office").exception();
        }
        try {
            try {
                return prepared(work, copy, what);
            } finally {
                delete(work);
            }
        } catch (IOException refused) {
            throw FolderProblems.of(refused, work.toAbsolutePath().getParent());
        }
    }

    /// Copies a backup, looks through the copy and does what is to be done first on it.
    static <T> T prepared(Path pending, Path backup, Function<CentralStore, T> first) throws IOException {
        delete(pending);
        Files.copy(backup, pending);
        T done;
        try {
            // opening a file that is no office's would make one of it
            if (Database.glance(pending, OF_AN_OFFICE)[0] == 0) {
                throw unusable(backup, "no office").exception();
            }
            SqliteBackups.lookThrough(pending);
            try (CentralStore store = SqlCentralStore.open(pending)) {
                done = first.apply(store);
            }
        } catch (ProblemException damaged) {
            if (damaged.problem().kind() == ProblemKind.STORE_DAMAGED) {
                throw unusable(backup, "damaged").exception(damaged);
            }
            throw damaged;
        }
        for (String ending : BESIDE) {
            if (Files.exists(beside(pending, ending))) {
                throw new IllegalStateException("the new file did not close: " + ending);
            }
        }
        try (FileChannel channel = FileChannel.open(pending, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return done;
    }

    private void keepAside(Path aside) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        Files.createDirectories(aside);
        Files.copy(file, aside.resolve(file.getFileName()));
        for (String ending : BESIDE) {
            Path old = beside(file, ending);
            if (Files.exists(old)) {
                Files.copy(old, aside.resolve(old.getFileName()));
            }
        }
    }

    /// For an office that is elsewhere now: nobody shall take the file for it.
    void putAside(Instant now) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            keepAside(folder.resolve(MOVED + NAME.format(now)));
            delete(file);
        } catch (IOException refused) {
            throw FolderProblems.of(refused, folder);
        }
    }

    /// With what SQLite kept beside it.
    static void delete(Path left) throws IOException {
        Files.deleteIfExists(left);
        for (String ending : BESIDE) {
            Files.deleteIfExists(beside(left, ending));
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static Problem unusable(Path backup, String reason) {
        return Problem.of(ProblemKind.BACKUP_UNUSABLE, "file", backup.toString(), "reason", reason);
    }
}
