package vn.hoidan.postgresql;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where a database is: `postgresql://user@host:port/database?sslmode=verify-full`. Never with a password, so it may be
/// shown, kept and logged.
///
/// @param security how the connection is sealed: `sslmode` and its files, as PostgreSQL names them
public record DatabaseAddress(String user, String host, int port, String database, Map<String, String> security) {

    public static final String SCHEME = "postgresql";
    private static final int USUAL_PORT = 5432;
    private static final int LAST_PORT = 65_535;
    private static final String MODE = "sslmode";
    /// Over a network nobody listens in and nobody stands in for the server, unless somebody asks for less by name.
    private static final String USUAL_MODE = "verify-full";
    private static final String MODE_ON_THIS_MACHINE = "disable";
    private static final Set<String> MODES = Set.of("disable", "require", "verify-ca", "verify-full");
    private static final Set<String> FILES = Set.of("sslrootcert", "sslcert", "sslkey");
    /// What names people and machines in an address; no sign that the driver takes for one of its own.
    private static final String PLAIN = "[\\p{L}\\p{N}_.-]{1,63}";

    public DatabaseAddress {
        security = Map.copyOf(security);
    }

    /// Empty if it is no address, or holds a password or a setting that is not known here.
    public static Optional<DatabaseAddress> parse(String text) {
        try {
            URI uri = new URI(text);
            Optional<Map<String, String>> security = security(Optional.ofNullable(uri.getQuery()).orElse(""));
            String database = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
            String user = Optional.ofNullable(uri.getUserInfo()).orElse("");
            boolean whole = SCHEME.equals(uri.getScheme()) && uri.getHost() != null && uri.getFragment() == null
                    && database.matches(PLAIN) && user.matches(PLAIN) && uri.getPort() <= LAST_PORT
                    && uri.getPort() != 0;
            return security.filter(_ -> whole).map(settings -> new DatabaseAddress(user, uri.getHost(),
                    uri.getPort() < 0 ? USUAL_PORT : uri.getPort(), database, settings));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, String>> security(String query) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String each : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = each.split("=", 2);
            boolean known = parts.length == 2 && (MODE.equals(parts[0]) ? MODES.contains(parts[1])
                    : FILES.contains(parts[0]) && !parts[1].isEmpty());
            if (!known || settings.putIfAbsent(parts[0], parts[1]) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(settings);
    }

    /// As people write it.
    public String text() {
        String settings = new TreeMap<>(security).entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
        return SCHEME + "://" + user + "@" + host + ":" + port + "/" + database
                + (settings.isEmpty() ? "" : "?" + settings);
    }

    /// Whether both name one database, however it is spoken with.
    public boolean isSamePlace(DatabaseAddress other) {
        return forDriver().equals(other.forDriver());
    }

    /// What people are told when it does not answer; without the details of its security.
    String shown() {
        return SCHEME + "://" + host + ":" + port + "/" + database;
    }

    /// For the driver; user and security go beside it.
    String forDriver() {
        return "jdbc:" + SCHEME + "://" + host + ":" + port + "/" + database;
    }

    Map<String, String> securityForDriver() {
        Map<String, String> settings = new LinkedHashMap<>(security);
        settings.putIfAbsent(MODE, isThisMachine() ? MODE_ON_THIS_MACHINE : USUAL_MODE);
        return settings;
    }

    /// By number or as `localhost`; another name would be asked of the network.
    private boolean isThisMachine() {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            return "localhost".equals(bare) || InetAddress.ofLiteral(bare).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
