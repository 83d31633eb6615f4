package vn.hoidan.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.postgresql.DatabaseAddress;
import vn.hoidan.postgresql.PostgresqlDatabase;
import vn.hoidan.server.app.book.Backups;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.sql.Transactions;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.FolderProblems;

/// An office in a PostgreSQL database, which several servers may share.
///
/// @param password empty if the database asks for none
/// @param folder   of the server, for what is only there for a while
public record OfficeDatabase(DatabaseAddress address, String password, Path folder) implements OfficeData {

    private static final String PENDING = "database.restoring";

    @Override
    public CentralStore open() {
        return new SqlCentralStore(database());
    }

    private Transactions database() {
        return PostgresqlDatabase.open(address, password, SqlCentralStore.MIGRATIONS);
    }

    /// Every row of one snapshot is written to a new SQLite file, which is then copied and checked as those of an
    /// office in a file are.
    @Override
    public Backups backups(Path copies, InstantSource clock) {
        return new SqliteBackups(this::writeTo, copies, clock);
    }

    private void writeTo(Path half) {
        Path work = half.resolveSibling(half.getFileName() + ".rows");
        try {
            OfficeFile.delete(work);
            try (Transactions from = database(); Database to = Database.open(work, SqlCentralStore.MIGRATIONS)) {
                from.read(source -> to.write(target -> Rows.toFile(source, target)));
                to.copyTo(half);
            }
            OfficeFile.delete(work);
        } catch (IOException refused) {
            throw FolderProblems.of(refused, half.toAbsolutePath().getParent());
        }
    }

    /// Only an empty database takes a copy: what stands in another one stays there.
    @Override
    public <T> T become(Path backup, Instant now, Function<CentralStore, T> first) {
        Path pending = folder.resolve(PENDING);
        try {
            Files.createDirectories(folder);
            T done = OfficeFile.prepared(pending, backup, first);
            try (Transactions to = database(); Database from = Database.open(pending, SqlCentralStore.MIGRATIONS)) {
                to.write(target -> {
                    if (!Rows.areNone(target)) {
                        throw Problem.of(ProblemKind.DATABASE_NOT_EMPTY, "address", shown()).exception();
                    }
                    return from.read(source -> Rows.toDatabase(source, target));
                });
            }
            OfficeFile.delete(pending);
            return done;
        } catch (IOException refused) {
            throw FolderProblems.of(refused, folder);
        }
    }

    @Override
    public String shown() {
        return address.text();
    }

    /// Without the password.
    @Override
    public String toString() {
        return shown();
    }
}
