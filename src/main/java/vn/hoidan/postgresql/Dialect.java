package vn.hoidan.postgresql;

import java.util.List;
import java.util.regex.Pattern;

/// Says what a migration written for SQLite means to PostgreSQL. Five words differ; all else the migrations keep to
/// what both understand.
final class Dialect {
    private static final List<Rule> RULES = List.of(
            new Rule("\\bBLOB\\b", "BYTEA"),
            // SQLite's whole numbers have 64 bits
            new Rule("\\bINTEGER\\b", "BIGINT"),
            // texts are compared and put in order by their bytes, whatever the language of the database
            new Rule("\\bTEXT\\b", "TEXT COLLATE \"C\""),
            // a whole office is copied table by table; as in SQLite the order may then be any
            new Rule("\\bREFERENCES (\\w+) \\(([^)]*)\\)", "REFERENCES $1 ($2) DEFERRABLE"),
            new Rule("(?m)^PRAGMA .*;$", ""));

    private record Rule(Pattern pattern, String replacement) {
        Rule(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }
    }

    private Dialect() {
    }

    static String of(String sql) {
        String said = sql;
        for (Rule rule : RULES) {
            said = rule.pattern().matcher(said).replaceAll(rule.replacement());
        }
        return said;
    }
}
