package vn.hoidan.client.net;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.wire.Compression;
import vn.hoidan.wire.Wire;

/// One request and its answer. Only answers that carry our server's mark count; everything else becomes a problem.
record Exchange(HttpClient http, NetworkFaults faults, Duration deadline) {
    private static final String OUR_SERVER = "Hoidan-Server";
    private static final String GZIP = "gzip";
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int CONTENT_TOO_LARGE = 413;
    private static final int UPGRADE_REQUIRED = 426;
    private static final int FIRST_SERVER_ERROR = 500;

    byte[] get(String path, UnaryOperator<HttpRequest.Builder> credentials) {
        return get(path, Wire.MOST_MESSAGE_BYTES, credentials);
    }

    /// @param most bytes that are taken, as sent and unfolded
    byte[] get(String path, int most, UnaryOperator<HttpRequest.Builder> credentials) {
        return content(send(credentials.apply(request(path).GET()), most), most);
    }

    /// Whether the server is up, which it tells to everybody.
    ///
    /// @return its time, if it tells it
    Optional<Instant> health() {
        HttpResponse<byte[]> answer = send(request("/health").GET(), Wire.MOST_SMALL_MESSAGE_BYTES);
        content(answer, Wire.MOST_SMALL_MESSAGE_BYTES);
        return answer.headers().firstValue("Date").flatMap(Exchange::time);
    }

    private static Optional<Instant> time(String header) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    byte[] post(String path, byte[] message, UnaryOperator<HttpRequest.Builder> credentials) {
        return content(send(credentials.apply(request(path).header("Content-Type", "application/json")
                .header("Content-Encoding", GZIP)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Compression.gzip(message)))), Wire.MOST_MESSAGE_BYTES),
                Wire.MOST_MESSAGE_BYTES);
    }

    /// For content that is compressed and sealed already.
    byte[] postAsItIs(String path, byte[] content, UnaryOperator<HttpRequest.Builder> credentials) {
        return sendAsItIs("POST", path, content, credentials);
    }

    /// A piece of something larger.
    byte[] patch(String path, byte[] content, UnaryOperator<HttpRequest.Builder> credentials) {
        return sendAsItIs("PATCH", path, content, credentials);
    }

    private byte[] sendAsItIs(String method, String path, byte[] content,
            UnaryOperator<HttpRequest.Builder> credentials) {
        return content(send(credentials.apply(request(path).header("Content-Type", "application/octet-stream")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(content))), Wire.MOST_MESSAGE_BYTES),
                Wire.MOST_MESSAGE_BYTES);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder()
                .uri(URI.create("https://" + faults.address().host() + ":" + faults.address().port() + path))
                .header("Accept-Encoding", GZIP).timeout(deadline);
    }

    /// The deadline of the request itself ends at the answer's headers; this one also covers an answer that trickles.
    private HttpResponse<byte[]> send(HttpRequest.Builder request, int most) {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request.build(),
                information -> new BoundedBody(most));
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw faults.problem(failed.getCause()).exception(failed.getCause());
        } catch (TimeoutException tooSlow) {
            answer.cancel(true);
            throw Problem.of(ProblemKind.CONNECTION_CUT).exception(tooSlow);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemKind.CONNECTION_CUT).exception(stopped);
        }
    }

    private static byte[] content(HttpResponse<byte[]> response, int most) {
        if (response.headers().firstValue(OUR_SERVER).isEmpty()) {
            throw Problem.of(ProblemKind.NOT_OUR_SERVER).exception();
        }
        if (response.statusCode() != OK) {
            throw refusal(response).exception();
        }
        return unfolded(response, most);
    }

    private static byte[] unfolded(HttpResponse<byte[]> response, int most) {
        return switch (response.headers().firstValue("Content-Encoding").orElse("")) {
            case "", "identity" -> response.body();
            case GZIP -> Compression.gunzip(response.body(), most);
            default -> throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "content encoding").exception();
        };
    }

    /// The server says in its own words what a person did wrong; what broke inside it is its own affair, and its
    /// problem must not read as if this laptop had it.
    private static Problem refusal(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        Problem failed = Problem.of(ProblemKind.SERVER_FAILED, "status", String.valueOf(status));
        if (status == UNAUTHORIZED) {
            return Problem.of(ProblemKind.CREDENTIALS_REFUSED);
        }
        Problem told = status < FIRST_SERVER_ERROR ? told(response, failed) : failed;
        return switch (status) {
            case UPGRADE_REQUIRED -> told.kind() == ProblemKind.CLIENT_TOO_OLD ? told
                    : Problem.of(ProblemKind.CLIENT_TOO_OLD, "needed", "?", "ours",
                            String.valueOf(SyncRequest.PROTOCOL));
            case CONTENT_TOO_LARGE -> told.kind() == ProblemKind.MESSAGE_TOO_LARGE ? told
                    : Problem.of(ProblemKind.MESSAGE_TOO_LARGE, "limit", String.valueOf(Wire.MOST_MESSAGE_BYTES));
            default -> told;
        };
    }

    private static Problem told(HttpResponse<byte[]> response, Problem otherwise) {
        try {
            return Wire.problem(unfolded(response, Wire.MOST_SMALL_MESSAGE_BYTES));
        } catch (ProblemException unreadable) {
            // a newer server's problem, or none at all: the status is what there is
            return otherwise;
        }
    }
}
