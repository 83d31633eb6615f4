/// What stores see of a database, whichever it is: transactions, and the numbered SQL files of its form. Knows only
/// Jdbi; the room of each database does the work.
package vn.hoidan.sql;
