package vn.hoidan.sqlite;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/// The prepared statements of one connection, kept for the next time the same SQL comes: to prepare one costs more than
/// to run it. Like its connection for one thread at a time. A statement that is in use is not given out again.
final class KeptStatements implements StatementBuilder {
    /// Statements kept for each connection; the one not used for longest goes.
    static final int MOST_KEPT = 200;

    private final StatementBuilder plain = new DefaultStatementBuilder();
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();
    private final Map<Statement, String> inUse = new IdentityHashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return plain.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement given = kept == null ? plain.create(connection, plannedOnce(sql), context) : kept;
        inUse.put(given, sql);
        return given;
    }

    /// The same without Jdbi around it; to be handed back to {@link #keep}.
    PreparedStatement take(Connection connection, String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        return kept == null ? connection.prepareStatement(plannedOnce(sql)) : kept;
    }

    /// SQLite looks at the values bound to joins and limits to plan them better, and then plans the statement anew
    /// whenever others are bound, which costs several times what running it does. Behind a plus, which means nothing
    /// else, it does not look.
    private static String plannedOnce(String sql) {
        StringBuilder planned = new StringBuilder(sql.length() + 16);
        char quote = 0;
        for (int at = 0; at < sql.length(); at++) {
            char each = sql.charAt(at);
            if (quote == 0 && each == '?') {
                planned.append('+');
            }
            planned.append(each);
            if (quote == each) {
                quote = 0;
            } else if (quote == 0 && (each == '\'' || each == '"')) {
                quote = each;
            }
        }
        return planned.toString();
    }

    /// Takes a statement back that did its work.
    void keep(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        PreparedStatement other = idle.put(sql, statement);
        if (other != null) {
            other.close();
        }
        if (idle.size() > MOST_KEPT) {
            String oldest = idle.keySet().iterator().next();
            idle.remove(oldest).close();
        }
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return plain.createCall(connection, sql, context);
    }

    /// @param asWritten the SQL before its named parameters were resolved; what was prepared is remembered
    @Override
    public void close(Connection connection, String asWritten, Statement statement) throws SQLException {
        String sql = inUse.remove(statement);
        if (sql == null || connection.isClosed() || statement.isClosed()) {
            statement.close();
        } else {
            keep(sql, (PreparedStatement) statement);
        }
    }

    /// A handle was closed: the connection, and with it what is kept, goes on.
    @Override
    public void close(Connection connection) {
        inUse.clear();
    }
}
