/// The office's store: `server.app`'s ports in SQL, and checked copies of it. May use `sql`, `sqlite`, `wire` and
/// `vault`.
package vn.hoidan.server.store;
