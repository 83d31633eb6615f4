package vn.hoidan.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.support.PostgresqlServer;

/// Where a server process keeps its data, and a look into it from outside, also while the server runs.
abstract sealed class OfficeDatabase implements AutoCloseable {
    private final Path folder;
    /// Kept between questions: a cut after every byte asks tens of thousands.
    private Connection connection;

    /// Which database.
    enum Kind {
        SQLITE,
        /// A PostgreSQL of its own that waits for its disk.
        POSTGRESQL
    }

    private OfficeDatabase(Path folder) {
        this.folder = folder;
    }

    /// For a server that has no data yet.
    ///
    /// @param folder of the server
    /// @param beside an empty folder for what is not the server's
    static OfficeDatabase begin(Kind kind, Path folder, Path beside) throws IOException {
        return switch (kind) {
            case SQLITE -> new OfSqlite(folder);
            case POSTGRESQL -> {
                PostgresqlServer.assume();
                yield new OfPostgresql(folder, beside);
            }
        };
    }

    /// While no server runs on it.
    Office open() {
        return ServerWiring.openOffice(ServerSettings.practice(folder));
    }

    /// Asks by a connection of its own.
    long number(String sql, Object... values) {
        try {
            if (connection == null) {
                connection = connect();
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int index = 0; index < values.length; index++) {
                    statement.setObject(index + 1, values[index]);
                }
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        } catch (SQLException broken) {
            throw new AssertionError(sql, broken);
        }
    }

    /// Adds the ledger up again.
    void holds() {
        LedgerCheck.holds(this::number);
    }

    /// Before the server is killed: nobody may keep SQLite's shared memory for it.
    void lookAway() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException broken) {
                throw new AssertionError(broken);
            }
            connection = null;
        }
    }

    abstract Connection connect() throws SQLException;

    /// Ends the database at once and without a word.
    abstract void kill();

    /// After it was killed.
    abstract void startAgain() throws IOException;

    @Override
    public void close() throws IOException {
        lookAway();
    }

    /// A file of the server's own.
    private static final class OfSqlite extends OfficeDatabase {
        private final Path file;

        OfSqlite(Path folder) {
            super(folder);
            file = folder.resolve("office.db");
        }

        @Override
        Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + file);
        }

        @Override
        void kill() {
            throw new IllegalStateException("no program of its own");
        }

        @Override
        void startAgain() {
            throw new IllegalStateException("never killed");
        }
    }

    /// A server of its own.
    private static final class OfPostgresql extends OfficeDatabase {
        private final Path files;
        private EmbeddedPostgres engine;

        OfPostgresql(Path folder, Path files) throws IOException {
            super(folder);
            this.files = files;
            engine = PostgresqlServer.durable(files, 0);
            ServerWiring.beginIn(folder, PostgresqlServer.usual(engine).text());
        }

        @Override
        Connection connect() throws SQLException {
            return PostgresqlServer.connect(PostgresqlServer.usual(engine));
        }

        @Override
        void kill() {
            lookAway();
            PostgresqlServer.kill(files);
        }

        @Override
        void startAgain() throws IOException {
            int port = engine.getPort();
            engine.close();
            engine = PostgresqlServer.durable(files, port);
        }

        @Override
        public void close() throws IOException {
            super.close();
            engine.close();
        }
    }
}
