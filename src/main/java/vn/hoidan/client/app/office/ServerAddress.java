package vn.hoidan.client.app.office;

import java.util.Optional;
import vn.hoidan.core.sync.Bytes;

/// Where a server is and how to know that it is the right one.
///
/// @param fingerprint first bytes of the SHA-256 of its certificate, from the enrolment code
public record ServerAddress(String host, int port, Bytes fingerprint) {
    /// Port taken when a person types none.
    public static final int USUAL_PORT = 8443;
    private static final int LAST_PORT = 65535;

    /// Host and port as a person types them: `khaosat.hanoi.gov.vn`, `10.0.0.5:8443`, with or without `https://`.
    public static Optional<HostAndPort> parse(String typed) {
        String text = typed.strip().replaceFirst("^https://", "").replaceFirst("/+$", "");
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        String port = colon < 0 ? String.valueOf(USUAL_PORT) : text.substring(colon + 1);
        if (!host.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?") || !port.matches("\\d{1,5}")
                || Integer.parseInt(port) > LAST_PORT || Integer.parseInt(port) == 0) {
            return Optional.empty();
        }
        return Optional.of(new HostAndPort(host, Integer.parseInt(port)));
    }

    /// A place without the proof of who is there.
    public record HostAndPort(String host, int port) {
        public ServerAddress with(byte[] fingerprint) {
            return new ServerAddress(host, port, Bytes.of(fingerprint));
        }
    }

    /// As shown to people.
    public String asText() {
        return host + ":" + port;
    }
}
