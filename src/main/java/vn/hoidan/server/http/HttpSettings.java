package vn.hoidan.server.http;

import javax.net.ssl.SSLContext;

/// Where the server listens.
///
/// @param host address to listen on
/// @param port 0 for one that is free
public record HttpSettings(String host, int port, SSLContext tls) {
}
