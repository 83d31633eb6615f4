/// The way to the server over HTTPS. Implements ports of `client.app` with `wire` and `vault`; only here the client
/// uses `java.net.http`.
package vn.hoidan.client.net;
