package vn.hoidan.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// A line between laptops and a server, below TLS, that can be cut after any byte and be slow and bad. It keeps its
/// port when the server behind it dies and another begins.
final class TroubledLine implements AutoCloseable {
    /// What a network carries in one piece, in bytes.
    private static final int SEGMENT_BYTES = 1_400;
    /// A segment that is lost is sent again after a second at least (RFC 6298), then after twice as long each time.
    private static final long NANOS_UNTIL_SENT_AGAIN = 1_000_000_000L;
    private static final int BITS_PER_BYTE = 8;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final ServerSocket door;
    private final List<Socket> open = new ArrayList<>();
    private final Map<Direction, Long> carried = new EnumMap<>(Direction.class);
    private volatile int server;
    private Trouble trouble = new Trouble.None();
    private int lost;
    private int dropped;

    /// Which way bytes go.
    enum Direction { UP, DOWN }

    /// How the end of a line looks from both ends.
    enum How {
        /// As a router that goes away: the connection is refused from now on.
        RESET,
        /// As a program that ends.
        CLOSED
    }

    /// What is wrong with it.
    sealed interface Trouble {
        record None() implements Trouble { }

        /// Both ways end when so many bytes went one way since it was set.
        record Cut(Direction direction, long after, How how) implements Trouble { }

        /// @param lossPercent  of the segments have to be sent again
        /// @param dropPerMille of the segments end their connection
        record Poor(int bitsPerSecond, int lossPercent, int dropPerMille, Random random) implements Trouble { }
    }

    TroubledLine() throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void leadsTo(int port) {
        server = port;
    }

    /// From now on; connections that were open are gone and bytes are counted from 0.
    synchronized void set(Trouble next) {
        trouble = next;
        carried.clear();
        lost = 0;
        dropped = 0;
        List.copyOf(open).forEach(TroubledLine::close);
        open.clear();
    }

    /// Bytes that went this way since the last {@link #set}.
    synchronized long carried(Direction direction) {
        return carried.getOrDefault(direction, 0L);
    }

    synchronized int lost() {
        return lost;
    }

    synchronized int dropped() {
        return dropped;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                connect(near);
            } catch (IOException closed) {
                // the line ends with its test
                return;
            }
        }
    }

    private void connect(Socket near) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            synchronized (this) {
                open.addAll(List.of(near, far));
            }
            Thread.ofVirtual().start(() -> carry(near, far, Direction.UP));
            Thread.ofVirtual().start(() -> carry(far, near, Direction.DOWN));
        } catch (IOException nobodyThere) {
            close(near);
        }
    }

    private void carry(Socket from, Socket to, Direction direction) {
        byte[] segment = new byte[SEGMENT_BYTES];
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int length = in.read(segment); length >= 0; length = in.read(segment)) {
                Passing passing = passing(direction, length);
                LockSupport.parkNanos(passing.nanos());
                out.write(segment, 0, passing.bytes());
                out.flush();
                if (passing.end().isPresent()) {
                    end(passing.end().get(), from, to);
                    return;
                }
            }
        } catch (IOException ended) {
            // one end is gone; closing both tells the other
            return;
        }
    }

    /// What becomes of a segment.
    ///
    /// @param bytes that arrive
    /// @param end   of the line after them
    private record Passing(int bytes, long nanos, Optional<How> end) {
    }

    private synchronized Passing passing(Direction direction, int length) {
        long before = carried.getOrDefault(direction, 0L);
        return switch (trouble) {
            case Trouble.Cut cut when cut.direction() == direction && before + length > cut.after() -> {
                carried.put(direction, cut.after());
                yield new Passing((int) Math.max(0, cut.after() - before), 0, Optional.of(cut.how()));
            }
            case Trouble.Poor poor -> {
                carried.put(direction, before + length);
                yield poorly(poor, length);
            }
            case Trouble.Cut _, Trouble.None _ -> {
                carried.put(direction, before + length);
                yield new Passing(length, 0, Optional.empty());
            }
        };
    }

    private Passing poorly(Trouble.Poor poor, int length) {
        if (poor.random().nextInt(1_000) < poor.dropPerMille()) {
            dropped++;
            return new Passing(0, 0, Optional.of(How.RESET));
        }
        long nanos = length * BITS_PER_BYTE * NANOS_PER_SECOND / poor.bitsPerSecond();
        for (long wait = NANOS_UNTIL_SENT_AGAIN; poor.random().nextInt(100) < poor.lossPercent(); wait *= 2) {
            lost++;
            nanos += wait;
        }
        return new Passing(length, nanos, Optional.empty());
    }

    private static void end(How how, Socket... sockets) throws IOException {
        for (Socket each : sockets) {
            if (how == How.RESET) {
                each.setSoLinger(true, 0);
            }
            close(each);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        set(new Trouble.None());
    }
}
