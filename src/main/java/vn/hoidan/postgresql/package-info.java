/// Connections, transactions and migrations on PostgreSQL. Knows no domain: only `sql`, `java.sql`, Jdbi, the pool of
/// connections, the driver and `core.problem`.
package vn.hoidan.postgresql;
