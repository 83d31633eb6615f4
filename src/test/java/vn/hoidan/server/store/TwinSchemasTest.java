package vn.hoidan.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.postgresql.DatabaseAddress;
import vn.hoidan.support.PostgresqlServer;

/// The migrations lead to the same form on both databases: what one refuses the other refuses.
class TwinSchemasTest {

    private static final String COLUMNS_OF_A_FILE = """
            SELECT m.name || '.' || c.name || ' ' || c.type
                || CASE WHEN c."notnull" OR c.pk THEN ' required' ELSE '' END || ' ' || COALESCE(c.dflt_value, '')
            FROM sqlite_master AS m, pragma_table_info(m.name) AS c
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'""";
    private static final String COLUMNS_OF_A_DATABASE = """
            SELECT table_name || '.' || column_name || ' ' || data_type
                || CASE is_nullable WHEN 'NO' THEN ' required' ELSE '' END || ' ' || COALESCE(column_default, '')
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'store_version'""";
    private static final String KEYS_OF_A_FILE = """
            SELECT m.name || ' (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name)
                ORDER BY name)) || ')' || CASE WHEN i."unique" THEN ' once' ELSE '' END
                || CASE WHEN i.partial THEN ' where' ELSE '' END
            FROM sqlite_master AS m, pragma_index_list(m.name) AS i WHERE m.type = 'table'
            UNION SELECT m.name || ' (' || c.name || ') once' FROM sqlite_master AS m, pragma_table_info(m.name) AS c
            WHERE m.type = 'table' AND c.pk = 1
                AND (SELECT COUNT(*) FROM pragma_table_info(m.name) WHERE pk > 0) = 1""";
    private static final String KEYS_OF_A_DATABASE = """
            SELECT c.relname || ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY a.attname COLLATE "C")
                FROM pg_attribute AS a WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)) || ')'
                || CASE WHEN i.indisunique THEN ' once' ELSE '' END
                || CASE WHEN i.indpred IS NOT NULL THEN ' where' ELSE '' END
            FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid
            WHERE c.relnamespace = 'public'::regnamespace""";
    private static final String REFERENCES_OF_A_FILE = """
            SELECT m.name || ' (' || group_concat(f."from", ', ') || ') ' || f."table"
            FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'
            GROUP BY m.name, f.id""";
    private static final String REFERENCES_OF_A_DATABASE = """
            SELECT conrelid::regclass || ' (' || (SELECT string_agg(attname, ', ' ORDER BY k.place)
                FROM unnest(conkey) WITH ORDINALITY AS k (number, place)
                JOIN pg_attribute ON attrelid = conrelid AND attnum = k.number) || ') ' || confrelid::regclass
            FROM pg_constraint WHERE contype = 'f' AND condeferrable""";

    @TempDir
    private Path folder;
    private Path file;
    private DatabaseAddress database;

    @BeforeEach
    void form() {
        database = PostgresqlServer.empty();
        new OfficeDatabase(database, "", folder).open().close();
        file = folder.resolve("office.db");
        new OfficeFile(file).open().close();
    }

    @Test
    void tablesHaveTheSameColumnsKeysAndReferences() throws SQLException {
        same(COLUMNS_OF_A_FILE, COLUMNS_OF_A_DATABASE);
        same(KEYS_OF_A_FILE, KEYS_OF_A_DATABASE);
        same(REFERENCES_OF_A_FILE, REFERENCES_OF_A_DATABASE);
    }

    /// The conditions of tables cannot be compared by their words, which PostgreSQL changes; so their number is, and
    /// {@link vn.hoidan.server.app.DesksOnPostgresqlTest} tries them.
    @Test
    void tablesHaveAsManyConditions() throws SQLException {
        TreeMap<String, Integer> wanted = new TreeMap<>();
        try (Connection connection = fromFile()) {
            for (String sql : rows(connection, "SELECT name || ' ' || sql FROM sqlite_master WHERE type = 'table'")) {
                wanted.put(sql.substring(0, sql.indexOf(' ')), sql.split("\\bCHECK \\(", -1).length - 1);
            }
        }
        TreeMap<String, Integer> found = new TreeMap<>();
        try (Connection connection = PostgresqlServer.connect(database)) {
            for (String table : rows(connection, "SELECT relname FROM pg_class WHERE relkind = 'r' "
                    + "AND relnamespace = 'public'::regnamespace AND relname <> 'store_version'")) {
                found.put(table, rows(connection, "SELECT conname FROM pg_constraint WHERE contype = 'c' "
                        + "AND conrelid = '" + table + "'::regclass").size());
            }
        }
        assertEquals(wanted, found);
    }

    @Test
    void textsAreOrderedByTheirBytesWhateverTheLanguageOfTheDatabase() throws SQLException {
        try (Connection connection = PostgresqlServer.connect(database)) {
            assertEquals(List.of(), rows(connection, """
                    SELECT table_name || '.' || column_name FROM information_schema.columns
                    WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"""));
        }
    }

    private void same(String ofFile, String ofDatabase) throws SQLException {
        try (Connection one = fromFile(); Connection other = PostgresqlServer.connect(database)) {
            TreeSet<String> wanted = new TreeSet<>();
            rows(one, ofFile).forEach(each -> wanted.add(plain(each)));
            TreeSet<String> found = new TreeSet<>();
            rows(other, ofDatabase).forEach(each -> found.add(plain(each)));
            assertFalse(wanted.isEmpty());
            assertEquals(String.join("\n", wanted), String.join("\n", found));
        }
    }

    /// In the words of neither.
    private static String plain(String told) {
        return told.toLowerCase(Locale.ROOT).replace("integer", "bigint").replace("blob", "bytea")
                .replace("'::text", "'").strip();
    }

    private Connection fromFile() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
