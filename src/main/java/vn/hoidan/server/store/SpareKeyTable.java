package vn.hoidan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.server.app.book.SpareKeyBook;

/// What was given and told of spare keys.
final class SpareKeyTable implements SpareKeyBook {

    private final Handle handle;

    SpareKeyTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Turn turn(String device, int turn) {
        return handle.createQuery("""
                SELECT given_at, told_at FROM spare_key_turn WHERE device = :device AND turn = :turn""")
                .bind("device", device).bind("turn", turn)
                .map((row, context) -> new Turn(Columns.maybeInstant(row, "given_at"),
                        Columns.maybeInstant(row, "told_at")))
                .findOne().orElse(new Turn(Optional.empty(), Optional.empty()));
    }

    @Override
    public void given(String device, int turn, Instant at) {
        handle.createUpdate("""
                INSERT INTO spare_key_turn (device, turn, given_at) VALUES (:device, :turn, :at)
                ON CONFLICT (device, turn) DO UPDATE SET given_at = excluded.given_at""")
                .bind("device", device).bind("turn", turn).bind("at", at.toEpochMilli()).execute();
    }

    @Override
    public void told(String device, int turn, Instant at) {
        handle.createUpdate("""
                INSERT INTO spare_key_turn (device, turn, told_at) VALUES (:device, :turn, :at)
                ON CONFLICT (device, turn) DO UPDATE SET told_at = excluded.told_at""")
                .bind("device", device).bind("turn", turn).bind("at", at.toEpochMilli()).execute();
    }

    @Override
    public Optional<ResetCode> resetCode(String device) {
        return handle.createQuery("""
                SELECT code_hash, expires_at, tries_left, turn FROM reset_code WHERE device = :device""")
                .bind("device", device).map((row, context) -> resetCode(row)).findOne();
    }

    private static ResetCode resetCode(ResultSet row) throws SQLException {
        int turn = row.getInt("turn");
        Optional<Integer> used = row.wasNull() ? Optional.empty() : Optional.of(turn);
        return new ResetCode(Columns.bytes(row, "code_hash"), Columns.instant(row, "expires_at"),
                row.getInt("tries_left"), used);
    }

    @Override
    public void put(String device, ResetCode code, Instant at) {
        handle.createUpdate("""
                INSERT INTO reset_code (device, code_hash, issued_at, expires_at, tries_left, turn)
                VALUES (:device, :hash, :at, :expires, :tries, :turn)
                ON CONFLICT (device) DO UPDATE SET code_hash = excluded.code_hash, issued_at = excluded.issued_at,
                    expires_at = excluded.expires_at, tries_left = excluded.tries_left, turn = excluded.turn""")
                .bind("device", device).bind("hash", code.hash().toArray()).bind("at", at.toEpochMilli())
                .bind("expires", code.expiresAt().toEpochMilli()).bind("tries", code.triesLeft())
                .bind("turn", code.turn().orElse(null)).execute();
    }
}
