package vn.hoidan.server.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.wire.Compression;
import vn.hoidan.wire.Wire;

/// Reads what came and writes what goes, the same for every resource.
final class Exchange {

    static final String JSON = "application/json";
    static final String BYTES = "application/octet-stream";
    /// Tells a device that it is we who answer, and not the page of a hotel's network.
    static final HeaderName OUR_SERVER = HeaderNames.create("Hoidan-Server");
    private static final HeaderName DEVICE = HeaderNames.create("Hoidan-Device");
    private static final Pattern BEARER = Pattern.compile("Bearer ([0-9a-f]{64})");
    private static final Pattern DEVICE_ID = Pattern.compile("[a-z0-9-]{1,60}");
    private static final String GZIP = "gzip";
    /// Below this compression only costs.
    private static final int SMALLEST_GZIP_BYTES = 256;

    private Exchange() {
    }

    /// The device that shows its own token.
    ///
    /// @throws ProblemException CREDENTIALS_REFUSED
    static EnrolmentDesk.Known device(ServerRequest request, EnrolmentDesk enrolment) {
        Optional<String> device = request.headers().first(DEVICE).filter(id -> DEVICE_ID.matcher(id).matches());
        Optional<Bytes> token = request.headers().first(HeaderNames.AUTHORIZATION).map(BEARER::matcher)
                .filter(matcher -> matcher.matches()).map(matcher -> Bytes.ofHex(matcher.group(1)));
        if (device.isEmpty() || token.isEmpty()) {
            throw Problem.of(ProblemKind.CREDENTIALS_REFUSED).exception();
        }
        return enrolment.known(device.get(), token.get());
    }

    /// The whole body, unfolded if it was compressed. Nothing beyond the limit is read or unfolded.
    ///
    /// @param most bytes, both as sent and unfolded
    /// @throws ProblemException MESSAGE_TOO_LARGE, MESSAGE_UNREADABLE
    static byte[] body(ServerRequest request, int most) {
        OptionalLong announced = request.headers().contentLength();
        if (announced.isPresent() && announced.getAsLong() > most) {
            throw tooLarge(most);
        }
        byte[] sent = sent(request, most);
        if (announced.isPresent() && announced.getAsLong() != sent.length) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "body ends too early").exception();
        }
        String encoding = request.headers().first(HeaderNames.CONTENT_ENCODING).orElse("")
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "" -> sent;
            case GZIP -> Compression.gunzip(sent, most);
            default -> throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "content encoding").exception();
        };
    }

    private static byte[] sent(ServerRequest request, int most) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] sent = in.readNBytes(most);
            if (in.read() >= 0) {
                throw tooLarge(most);
            }
            return sent;
        } catch (IOException | UncheckedIOException | DataReader.InsufficientDataAvailableException cut) {
            // nobody is left to be answered; nothing was begun
            throw new CloseConnectionException("the request was cut", cut);
        }
    }

    static void send(ServerRequest request, ServerResponse response, String type, byte[] content) {
        boolean compressed = content.length >= SMALLEST_GZIP_BYTES && request.headers()
                .first(HeaderNames.ACCEPT_ENCODING).orElse("").toLowerCase(Locale.ROOT).contains(GZIP);
        response.header(HeaderNames.CONTENT_TYPE, type);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        if (compressed) {
            response.header(HeaderNames.CONTENT_ENCODING, GZIP);
        }
        response.send(compressed ? Compression.gzip(content) : content);
    }

    static void send(ServerRequest request, ServerResponse response, Problem problem) {
        Statuses.Answer answer = Statuses.of(problem);
        response.status(answer.status());
        send(request, response, JSON, Wire.of(answer.problem()));
    }

    private static ProblemException tooLarge(int most) {
        return Problem.of(ProblemKind.MESSAGE_TOO_LARGE, "limit", String.valueOf(most)).exception();
    }
}
