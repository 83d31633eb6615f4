package vn.hoidan.simulation.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.store.SqlCentralStore;
import vn.hoidan.sqlite.Database;
import vn.hoidan.vault.RecordKeys;

/// An office's file that stays open while its contents are put back to others: to open one for each world would cost
/// more than the world.
///
/// @param empty  a copy of it with a survey and nobody
/// @param taking by which it takes the contents of others
record OfficePlace(Path file, Path empty, Path copies, RecordKeys keys, CentralStore store, Connection taking)
        implements AutoCloseable {

    /// @param free a survey of free quotas
    static OfficePlace in(Path folder, boolean free) {
        (free ? WorldKind.freeOffice(folder) : TestOffice.withSurvey(folder)).close();
        Path file = folder.resolve("office.db");
        Path empty = folder.resolve("empty.db");
        Database.copy(file, empty);
        try {
            return new OfficePlace(file, empty, folder.resolve("copies"),
                    RecordKeys.openOrCreate(folder.resolve("identity")), SqlCentralStore.open(file),
                    DriverManager.getConnection("jdbc:sqlite:" + file));
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    /// Everything as at first: nobody, and no copies.
    void clear() {
        try {
            if (Files.exists(copies)) {
                try (Stream<Path> old = Files.list(copies)) {
                    for (Path copy : old.toList()) {
                        Files.delete(copy);
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        become(empty);
    }

    /// Puts the contents of another file in place of its own, in one transaction.
    void become(Path other) {
        try (Statement statement = taking.createStatement()) {
            statement.executeUpdate("restore from '" + other + "'");
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        store.close();
        try {
            taking.close();
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }
}
