/// The server's door: TLS, credentials, bounds, one handler a resource, one table from problems to HTTP statuses. May
/// use `server.app`, `wire`, `vault`; Helidon only here.
package vn.hoidan.server.http;
