package vn.hoidan.client.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.access.OfficeWrap;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.vault.PinVault;

/// The rows by which a store opens without its PIN.
final class SpareRows {
    private SpareRows() {
    }

    /// @param vault opened by the code of this turn; empty until the office has given it
    record Recovery(int turn, Optional<PinVault> vault) {
    }

    static Recovery recovery(Handle handle, Path file) {
        try {
            return handle.createQuery("SELECT turn, memory_kib, passes, lanes, salt, wrapped_key FROM recovery")
                    .map((row, context) -> recovery(row)).findOne().orElseThrow(() -> damaged(file).exception());
        } catch (IllegalArgumentException senseless) {
            throw damaged(file).exception(senseless);
        }
    }

    private static Recovery recovery(ResultSet row) throws SQLException {
        return new Recovery(row.getInt("turn"), row.getBytes("wrapped_key") == null ? Optional.empty()
                : Optional.of(PinRows.vault(row)));
    }

    static int keep(Handle handle, OfficeWrap wrap) {
        return handle.execute("INSERT INTO office_wrap (one, device, office_key, encapsulated, wrapped_key) "
                + "VALUES (1, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET device = excluded.device, "
                + "office_key = excluded.office_key, encapsulated = excluded.encapsulated, "
                + "wrapped_key = excluded.wrapped_key", wrap.device(), wrap.officeKey().toArray(),
                wrap.encapsulated().toArray(), wrap.wrapped().toArray());
    }

    static Optional<OfficeWrap> officeWrap(Handle handle) {
        return handle.createQuery("SELECT device, office_key, encapsulated, wrapped_key FROM office_wrap")
                .map((row, context) -> new OfficeWrap(row.getString("device"), Bytes.of(row.getBytes("office_key")),
                        Bytes.of(row.getBytes("encapsulated")), Bytes.of(row.getBytes("wrapped_key")))).findOne();
    }

    static int keep(Handle handle, int turn, PinVault vault) {
        int changed = handle.execute("UPDATE recovery SET memory_kib = ?, passes = ?, lanes = ?, salt = ?, "
                + "wrapped_key = ? WHERE turn = ? AND wrapped_key IS NULL", vault.memoryKib(), vault.passes(),
                vault.lanes(), vault.salt().toArray(), vault.wrappedKey().toArray(), turn);
        return one(changed, "no spare key is missing for turn " + turn);
    }

    /// A code opens once: what it opened is overwritten, and the next turn begins.
    static int spend(Handle handle) {
        return one(handle.execute("UPDATE recovery SET turn = turn + 1, memory_kib = NULL, passes = NULL, "
                + "lanes = NULL, salt = NULL, wrapped_key = NULL WHERE wrapped_key IS NOT NULL"),
                "no turn under way");
    }

    private static int one(int rows, String otherwise) {
        if (rows != 1) {
            throw new IllegalStateException(otherwise);
        }
        return rows;
    }

    private static Problem damaged(Path file) {
        return Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString());
    }
}
