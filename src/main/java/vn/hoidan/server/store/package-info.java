/// The office's store: `server.app`'s ports on SQLite, and checked copies of its file. May use `sqlite`, `wire`
/// and `vault`.
package vn.hoidan.server.store;
