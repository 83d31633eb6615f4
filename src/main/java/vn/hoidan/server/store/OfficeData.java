package vn.hoidan.server.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import vn.hoidan.server.app.book.Backups;
import vn.hoidan.server.app.book.CentralStore;

/// Where an office keeps everything.
public sealed interface OfficeData permits OfficeFile, OfficeDatabase {

    /// Opens it, or begins an office there.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException STORE_DAMAGED, STORE_TOO_NEW, FOLDER_NOT_WRITABLE, DISK_FULL, or
    ///                                                 those of {@link vn.hoidan.postgresql.PostgresqlDatabase#open}
    CentralStore open();

    /// Checked copies of it. Each is one SQLite file, wherever the office is.
    ///
    /// @param folder where they go; the best is on another disk
    Backups backups(Path folder, InstantSource clock);

    /// Puts a copy in its place, after what is to be done first on its contents. A cut anywhere leaves what was there
    /// or the new. Nobody else may have it open.
    ///
    /// @param first on the new contents, before anybody else sees them
    /// @throws vn.hoidan.core.problem.ProblemException BACKUP_UNUSABLE, DATABASE_NOT_EMPTY, and those of {@link #open}
    <T> T become(Path backup, Instant now, Function<CentralStore, T> first);

    /// As people are told it.
    String shown();
}
