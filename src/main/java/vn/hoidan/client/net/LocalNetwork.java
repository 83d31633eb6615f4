package vn.hoidan.client.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which local networks a laptop is in, and how a place in one is written: `192.168.1.23`, with `:port` when the port
/// is not the usual one.
final class LocalNetwork {
    /// Port at which a laptop waits when it is free; of no registered service.
    static final int USUAL_PORT = 47_811;
    static final int MOST_PORT = 65_535;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::(\\d{1,5}))?");

    private LocalNetwork() {
    }

    /// Addresses of this laptop that colleagues can reach.
    ///
    /// @throws SocketException if the system does not tell
    static List<InterfaceAddress> own() throws SocketException {
        return NetworkInterface.networkInterfaces().filter(LocalNetwork::leadsOut)
                .flatMap(each -> each.getInterfaceAddresses().stream())
                .filter(each -> each.getAddress() instanceof Inet4Address).toList();
    }

    /// Addresses at which everybody in a local network hears.
    static List<InetAddress> everybody() throws SocketException {
        return Stream.concat(own().stream().map(InterfaceAddress::getBroadcast).filter(Objects::nonNull),
                Stream.of(InetAddress.getLoopbackAddress())).toList();
    }

    static String place(InetAddress address, int port) {
        return port == USUAL_PORT ? address.getHostAddress() : address.getHostAddress() + ":" + port;
    }

    /// Numbers only: a name would be asked of whoever answers for the network.
    ///
    /// @return empty if it is no place
    static Optional<InetSocketAddress> parse(String place) {
        Matcher read = PLACE.matcher(place.strip());
        if (!read.matches()) {
            return Optional.empty();
        }
        int port = read.group(2) == null ? USUAL_PORT : Integer.parseInt(read.group(2));
        try {
            return port < 1 || port > MOST_PORT ? Optional.empty()
                    : Optional.of(new InetSocketAddress(Inet4Address.ofLiteral(read.group(1)), port));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean leadsOut(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback() && !each.isPointToPoint();
        } catch (IOException gone) {
            return false;
        }
    }
}
