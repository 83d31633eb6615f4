package vn.hoidan.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Runs one SQL statement inside a transaction without the machinery of Jdbi, for what is done at every answer: there
/// the machinery would cost more than the disk. Values are `String`, `Integer`, `Long` or `byte[]`.
public final class Direct {
    private Direct() {
    }

    /// Gives the number of changed rows.
    public static int update(Handle handle, String sql, Object... values) {
        return run(handle, sql, values, PreparedStatement::executeUpdate);
    }

    /// Gives the whole numbers of the only row, in the order of the columns, or none if there is no row.
    public static long[] numbers(Handle handle, String sql, Object... values) {
        return run(handle, sql, values, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return new long[0];
                }
                long[] numbers = new long[row.getMetaData().getColumnCount()];
                for (int column = 0; column < numbers.length; column++) {
                    numbers[column] = row.getLong(column + 1);
                }
                if (row.next()) {
                    throw new IllegalStateException("more than one row: " + sql);
                }
                return numbers;
            }
        });
    }

    private interface Work<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private static <T> T run(Handle handle, String sql, Object[] values, Work<T> work) {
        KeptStatements kept = (KeptStatements) handle.getStatementBuilder();
        try {
            PreparedStatement statement = kept.take(handle.getConnection(), sql);
            try {
                bind(statement, values);
                T result = work.of(statement);
                kept.keep(sql, statement);
                return result;
            } catch (SQLException | RuntimeException failed) {
                statement.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new UnableToExecuteStatementException(failed.getMessage(), failed, null);
        }
    }

    private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            switch (values[index]) {
                case String text -> statement.setString(index + 1, text);
                case Integer number -> statement.setInt(index + 1, number);
                case Long number -> statement.setLong(index + 1, number);
                case byte[] bytes -> statement.setBytes(index + 1, bytes);
                default -> throw new IllegalArgumentException("value " + (index + 1) + " of " + statement);
            }
        }
    }
}
