package vn.hoidan.client.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.vault.PinVault;

/// The two rows that are read before a store is open.
final class PinRows {
    private PinRows() {
    }

    static int write(Handle handle, PinVault vault) {
        return handle.execute("INSERT INTO pin_vault (one, memory_kib, passes, lanes, salt, wrapped_key) "
                + "VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET memory_kib = excluded.memory_kib, "
                + "passes = excluded.passes, lanes = excluded.lanes, salt = excluded.salt, "
                + "wrapped_key = excluded.wrapped_key", vault.memoryKib(), vault.passes(), vault.lanes(),
                vault.salt().toArray(), vault.wrappedKey().toArray());
    }

    static PinVault vault(Handle handle, Path file) {
        try {
            return present(handle.createQuery("SELECT memory_kib, passes, lanes, salt, wrapped_key FROM pin_vault")
                    .map((row, context) -> vault(row)).findOne(), file);
        } catch (IllegalArgumentException senseless) {
            throw damaged(file).exception(senseless);
        }
    }

    /// @throws IllegalArgumentException if it makes no sense
    static PinVault vault(ResultSet row) throws SQLException {
        return new PinVault(row.getInt("memory_kib"), row.getInt("passes"), row.getInt("lanes"),
                bytes(row, "salt"), bytes(row, "wrapped_key"));
    }

    /// A changed bit can make any value none at all, whatever the table's definition says.
    private static Bytes bytes(ResultSet row, String column) throws SQLException {
        byte[] value = row.getBytes(column);
        if (value == null) {
            throw new IllegalArgumentException("no " + column);
        }
        return Bytes.of(value);
    }

    static int write(Handle handle, PinGuard guard) {
        return handle.execute("INSERT INTO pin_guard (one, wrong_tries, wait_millis, seen_at) VALUES (1, ?, ?, ?) "
                + "ON CONFLICT (one) DO UPDATE SET wrong_tries = excluded.wrong_tries, "
                + "wait_millis = excluded.wait_millis, seen_at = excluded.seen_at", guard.wrongTries(),
                guard.waitMillis(), guard.seenAt().toString());
    }

    static PinGuard guard(Handle handle, Path file) {
        try {
            return present(handle.createQuery("SELECT wrong_tries, wait_millis, seen_at FROM pin_guard")
                    .map((row, context) -> new PinGuard(row.getInt("wrong_tries"), row.getLong("wait_millis"),
                            Instant.parse(String.valueOf(row.getString("seen_at"))))).findOne(), file);
        } catch (DateTimeException senseless) {
            throw damaged(file).exception(senseless);
        }
    }

    private static <T> T present(Optional<T> row, Path file) {
        return row.orElseThrow(() -> damaged(file).exception());
    }

    private static Problem damaged(Path file) {
        return Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString());
    }
}
