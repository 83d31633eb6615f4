package vn.hoidan.client.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Stands between client and server and cuts the line, below TLS, after some bytes of what the server says: as a
/// network does that goes away, without a word of farewell.
final class CuttingRelay implements AutoCloseable {
    private final ServerSocket listening;
    private final int server;
    private final int cutAfterBytes;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    CuttingRelay(int server, int cutAfterBytes) throws IOException {
        this.server = server;
        this.cutAfterBytes = cutAfterBytes;
        this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                threads.submit(() -> pass(client, behind, Integer.MAX_VALUE));
                threads.submit(() -> pass(behind, client, cutAfterBytes));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to, int most) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[512];
            int left = most;
            int read = in.read(buffer);
            while (read >= 0 && left > 0) {
                out.write(buffer, 0, Math.min(read, left));
                out.flush();
                left -= read;
                read = left > 0 ? in.read(buffer) : -1;
            }
        } catch (IOException cut) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
