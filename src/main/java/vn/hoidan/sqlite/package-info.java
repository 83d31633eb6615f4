/// Connections, transactions and migrations on SQLite. Knows no domain: only `sql`, `java.sql`, Jdbi, `java.nio.file`
/// and `core.problem`.
package vn.hoidan.sqlite;
