package vn.hoidan.server.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/// Writes many rows with one statement that stays prepared, without the machinery of Jdbi: where a laptop is given
/// fifty leases the machinery costs several times what the rows do.
final class ManyRows {

    private ManyRows() {
    }

    /// @param rows values in the order of the statement's question marks: `String`, `Integer`, `Long`, `byte[]`, null
    /// @return how many rows each changed
    static int[] write(Handle handle, String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (Update context = handle.createUpdate(sql)) {
            StatementBuilder statements = handle.getStatementBuilder();
            PreparedStatement statement = statements.create(handle.getConnection(), sql, context.getContext());
            try {
                return written(statement, rows);
            } finally {
                statements.close(handle.getConnection(), sql, statement);
            }
        } catch (SQLException failed) {
            throw new UnableToExecuteStatementException(failed.getMessage(), failed, null);
        }
    }

    private static int[] written(PreparedStatement statement, List<Object[]> rows) throws SQLException {
        try {
            for (Object[] row : rows) {
                for (int index = 0; index < row.length; index++) {
                    statement.setObject(index + 1, row[index]);
                }
                statement.addBatch();
            }
            return statement.executeBatch();
        } finally {
            statement.clearBatch();
        }
    }

    /// Each must change exactly one row.
    static void one(Handle handle, String sql, List<Object[]> rows) {
        for (int changed : write(handle, sql, rows)) {
            LedgerTable.one(changed);
        }
    }
}
