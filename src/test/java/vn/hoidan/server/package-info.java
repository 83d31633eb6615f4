/// The central server tested with real parts: SQLite files, TLS on the loopback.
package vn.hoidan.server;
