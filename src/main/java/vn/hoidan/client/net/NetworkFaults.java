package vn.hoidan.client.net;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.vault.CertificateMismatchException;

/// Makes a problem of whatever kept an answer from coming.
///
/// @param online whether this laptop has a network at all
record NetworkFaults(ServerAddress address, BooleanSupplier online) {
    private static final int DEEPEST_CAUSE = 20;

    Problem problem(Throwable thrown) {
        if (found(thrown, CertificateMismatchException.class).isPresent()) {
            return Problem.of(ProblemKind.CERTIFICATE_MISMATCH, "address", address.asText());
        }
        Optional<BoundedBody.TooLarge> tooLarge = found(thrown, BoundedBody.TooLarge.class);
        if (tooLarge.isPresent()) {
            return Problem.of(ProblemKind.MESSAGE_TOO_LARGE, "limit", String.valueOf(tooLarge.get().mostBytes()));
        }
        if (neverConnected(thrown)) {
            return online.getAsBoolean() && nameUnknown(thrown)
                    ? Problem.of(ProblemKind.SERVER_NAME_UNKNOWN, "address", address.asText())
                    : online.getAsBoolean() ? Problem.of(ProblemKind.SERVER_UNKNOWN, "address", address.asText())
                    : Problem.of(ProblemKind.NO_NETWORK);
        }
        return Problem.of(speaksNoTls(thrown) ? ProblemKind.NOT_OUR_SERVER : ProblemKind.CONNECTION_CUT);
    }

    /// Something answered, but not in TLS. A line that breaks while hands are shaken is the narrower exception.
    private static boolean speaksNoTls(Throwable thrown) {
        return found(thrown, SSLException.class).filter(tls -> !(tls instanceof SSLHandshakeException)).isPresent();
    }

    private static boolean nameUnknown(Throwable thrown) {
        return found(thrown, UnresolvedAddressException.class).isPresent()
                || found(thrown, UnknownHostException.class).isPresent();
    }

    private static boolean neverConnected(Throwable thrown) {
        return Stream.of(ConnectException.class, UnresolvedAddressException.class, UnknownHostException.class,
                NoRouteToHostException.class, HttpConnectTimeoutException.class)
                .anyMatch(kind -> found(thrown, kind).isPresent());
    }

    private static <T extends Throwable> Optional<T> found(Throwable thrown, Class<T> kind) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(DEEPEST_CAUSE)
                .filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
