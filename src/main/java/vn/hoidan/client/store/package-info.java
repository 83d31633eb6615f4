/// The laptop's stores on SQLite, one folder a person, sealed with the person's key. Implements ports of `client.app`
/// with `sqlite`, `wire` and `vault`; nobody but the wiring names it.
package vn.hoidan.client.store;
