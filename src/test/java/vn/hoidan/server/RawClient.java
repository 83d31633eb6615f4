package vn.hoidan.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.vault.PinnedTrust;
import vn.hoidan.wire.Compression;
import vn.hoidan.wire.Wire;

/// Speaks the protocol with a server on the loopback, and misspeaks it where a test wants that.
public final class RawClient implements AutoCloseable {

    private final String host;
    private final int port;
    private final SSLContext tls;
    private final HttpClient http;

    public RawClient(RunningServer server) {
        this(server.host(), server.port(), server.fingerprint());
    }

    public RawClient(String host, int port, Bytes fingerprint) {
        this.host = host;
        this.port = port;
        tls = PinnedTrust.context(fingerprint.toArray());
        http = HttpClient.newBuilder().sslContext(tls).build();
    }

    /// What came back, unfolded.
    public record Answer(int status, Map<String, String> headers, byte[] content) {

        public Problem problem() {
            return Wire.problem(content);
        }

        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    public static Map<String, String> credentials(String device, Bytes token) {
        return Map.of("Hoidan-Device", device, "Authorization", "Bearer " + token.hex());
    }

    public Answer get(String path, Map<String, String> headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, byte[] body, Map<String, String> headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofByteArray(body), headers);
    }

    /// Without saying beforehand how long it is.
    public Answer postChunked(String path, InputStream body, Map<String, String> headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofInputStream(() -> body), headers);
    }

    public Answer send(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .uri(URI.create("https://" + host + ":" + port + path)).method(method, body)
                .header("Accept-Encoding", "gzip");
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> found = new HashMap<>();
            response.headers().map().forEach((name, values) -> found.put(name, values.getFirst()));
            byte[] content = response.body();
            if ("gzip".equals(found.get("content-encoding"))) {
                content = Compression.gunzip(content, Wire.MOST_MESSAGE_BYTES);
            }
            return new Answer(response.statusCode(), found, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    public SyncReply sync(String device, Bytes token, SyncRequest request) {
        Map<String, String> headers = new HashMap<>(credentials(device, token));
        headers.put("Content-Encoding", "gzip");
        Answer answer = post("/v1/sync", Compression.gzip(Wire.of(request)), headers);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return Wire.syncReply(answer.content());
    }

    /// Writes these bytes and hangs up; gives what came back until then.
    public String rawAndHangUp(byte[] request) {
        try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(host, port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            socket.shutdownOutput();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SSLException hungUp) {
                answer.write("[cut]".getBytes(StandardCharsets.UTF_8));
            }
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            return "[" + broken.getMessage() + "]";
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
