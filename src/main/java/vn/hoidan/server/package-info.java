/// The central server put together: {@link vn.hoidan.server.ServerWiring} is the only class that names the rooms'
/// implementations, everything else here knows the use cases only.
package vn.hoidan.server;
