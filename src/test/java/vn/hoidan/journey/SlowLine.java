package vn.hoidan.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A line to a server on the loopback that brings every byte later, in both directions, and counts them.
final class SlowLine implements AutoCloseable {
    private static final int CHUNK_BYTES = 16 * 1024;

    private final ServerSocket door;
    private final int port;
    private final Duration oneWay;
    private final AtomicLong up = new AtomicLong();
    private final AtomicLong down = new AtomicLong();

    /// @param port      of the server
    /// @param roundTrip what a byte and its answer take together
    SlowLine(int port, Duration roundTrip) throws IOException {
        this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.port = port;
        this.oneWay = roundTrip.dividedBy(2);
        Thread.ofVirtual().start(this::accept);
    }

    private record Part(byte[] bytes, long due) {
    }

    int port() {
        return door.getLocalPort();
    }

    long up() {
        return up.get();
    }

    long down() {
        return down.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                // the handshake of TCP takes a round trip as well
                carry(near, far, up, oneWay.multipliedBy(2));
                carry(far, near, down, Duration.ZERO);
            } catch (IOException closed) {
                // the line ends with its test
                return;
            }
        }
    }

    private void carry(Socket from, Socket to, AtomicLong count, Duration first) {
        BlockingQueue<Part> under = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> {
            try (InputStream in = from.getInputStream()) {
                long connected = System.nanoTime() + first.toNanos();
                byte[] chunk = new byte[CHUNK_BYTES];
                for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                    count.addAndGet(length);
                    under.add(new Part(Arrays.copyOf(chunk, length),
                            Math.max(System.nanoTime(), connected) + oneWay.toNanos()));
                }
                under.add(new Part(new byte[0], System.nanoTime() + oneWay.toNanos()));
            } catch (IOException ended) {
                under.add(new Part(new byte[0], System.nanoTime()));
            }
        });
        Thread.ofVirtual().start(() -> {
            try (to; OutputStream out = to.getOutputStream()) {
                for (Part part = under.take(); part.bytes().length > 0; part = under.take()) {
                    LockSupport.parkNanos(part.due() - System.nanoTime());
                    out.write(part.bytes());
                    out.flush();
                }
            } catch (IOException ended) {
                // whoever was to read it has gone; there is nothing more to carry
                under.clear();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
