package vn.hoidan.client.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLServerSocket;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.vault.ServerIdentity;
import vn.hoidan.wire.Compression;

/// A server on the loopback with a real certificate that answers every request with the same bytes, as wrong as a test
/// wants them, and hangs up.
final class ScriptedServer implements AutoCloseable {
    /// A request as it came.
    record Request(String head, byte[] body) {
        byte[] unfolded() {
            return Compression.gunzip(body, 1_000_000);
        }

        boolean has(String header) {
            return head.toLowerCase(Locale.ROOT).contains("\r\n" + header.toLowerCase(Locale.ROOT) + "\r\n");
        }
    }

    private final SSLServerSocket listening;
    private final ServerIdentity identity;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final byte[] answer;
    private final boolean staysSilentAfterwards;

    private ScriptedServer(ServerIdentity identity, byte[] answer, boolean staysSilentAfterwards) throws IOException {
        this.identity = identity;
        this.answer = answer;
        this.staysSilentAfterwards = staysSilentAfterwards;
        this.listening = (SSLServerSocket) identity.sslContext().getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    static ServerIdentity identity(Path folder) {
        return ServerIdentity.openOrCreate(folder, List.of("localhost"), InstantSource.system());
    }

    /// Answers and hangs up.
    static ScriptedServer answering(ServerIdentity identity, byte[] answer) throws IOException {
        return new ScriptedServer(identity, answer, false);
    }

    /// Says so much and then nothing more, without hanging up.
    static ScriptedServer stalling(ServerIdentity identity, byte[] answer) throws IOException {
        return new ScriptedServer(identity, answer, true);
    }

    /// A whole answer with its length.
    static byte[] answer(int status, String headers, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("HTTP/1.1 " + status + " x\r\n" + headers + "Content-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /// One of ours.
    static byte[] ours(int status, byte[] body) {
        return answer(status, "Hoidan-Server: 1\r\n", body);
    }

    ServerAddress address() {
        return address(Bytes.of(Arrays.copyOf(identity.fingerprint(), 16)));
    }

    ServerAddress address(Bytes fingerprint) {
        return new ServerAddress("localhost", listening.getLocalPort(), fingerprint);
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                threads.submit(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            requests.add(read(socket.getInputStream()));
            socket.getOutputStream().write(answer);
            socket.getOutputStream().flush();
            if (staysSilentAfterwards) {
                closing.await();
            }
        } catch (IOException clientWentAway) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.US_ASCII);
        int length = text.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip())).findFirst()
                .orElse(0);
        return new Request(text, in.readNBytes(length));
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listening.close();
        threads.shutdownNow();
        threads.close();
    }
}
