package vn.hoidan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;

/// Reads the column types that occur in many tables.
final class Columns {

    private Columns() {
    }

    static Bytes bytes(ResultSet row, String column) throws SQLException {
        return Bytes.of(row.getBytes(column));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /// A position in columns `…_number` and `…_hash`.
    static LogPosition position(ResultSet row, String prefix) throws SQLException {
        return new LogPosition(row.getLong(prefix + "_number"), bytes(row, prefix + "_hash"));
    }
}
