package vn.hoidan.client.net;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import vn.hoidan.client.app.meeting.MeetingLine;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.vault.CodeHandshake;
import vn.hoidan.vault.LineSeals;
import vn.hoidan.wire.CarriedFile;

/// The line over one connection. Messages stand after their length in 4 bytes: three of the handshake in plain, then
/// sealed parts. A swap is the size of the file in a part, then its bytes in parts; to conclude is one empty part.
final class LocalLine implements MeetingLine {
    /// Bytes of a file in one part.
    private static final int PART = 64 * 1024;
    /// Most bytes of a file, with what stands around its envelopes.
    private static final long MOST_BYTES = CarriedFile.MOST_BYTES + 1024 * 1024;
    /// What sealing adds, and a little.
    private static final int AROUND = 64;
    private static final System.Logger LOG = System.getLogger(LocalLine.class.getName());

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final LineSeals seals;
    private final LocalMeetings.Patience patience;

    private LocalLine(Socket socket, DataInputStream in, DataOutputStream out, LineSeals seals,
            LocalMeetings.Patience patience) {
        this.socket = socket;
        this.in = in;
        this.out = out;
        this.seals = seals;
        this.patience = patience;
    }

    /// Shakes hands; whoever is slow is left.
    ///
    /// @return empty, and the connection closed, if the other has another code
    static Optional<MeetingLine> over(Socket socket, CodeHandshake own, LocalMeetings.Patience patience)
            throws IOException {
        Executor late = CompletableFuture.delayedExecutor(patience.shake().toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> { }, late);
        slow.thenRun(() -> shut(socket));
        socket.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        write(out, own.first());
        Optional<Bytes> second = own.second(read(in, CodeHandshake.MOST_BYTES));
        if (second.isPresent()) {
            write(out, second.get());
            Optional<Bytes> third = own.third(read(in, CodeHandshake.MOST_BYTES));
            if (third.isPresent()) {
                write(out, third.get());
                Optional<LineSeals> seals = own.seals(read(in, CodeHandshake.MOST_BYTES));
                if (seals.isPresent() && slow.cancel(false)) {
                    return Optional.of(new LocalLine(socket, in, out, seals.get(), patience));
                }
            }
        }
        slow.cancel(false);
        shut(socket);
        return Optional.empty();
    }

    private static void write(DataOutputStream out, Bytes message) throws IOException {
        out.writeInt(message.length());
        out.write(message.toArray());
        out.flush();
    }

    private static Bytes read(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("message of " + length + " bytes");
        }
        byte[] message = new byte[length];
        in.readFully(message);
        return Bytes.of(message);
    }

    @Override
    public void swap(Path mine, Path theirs, Consumer<Progress> progress) {
        try {
            waitFor(patience.silence());
            long going = Files.size(mine);
            write(out, seals.seal(ByteBuffer.allocate(Long.BYTES).putLong(going).array()));
            long coming = size(part());
            AtomicLong done = new AtomicLong();
            Consumer<Integer> more = bytes -> progress.accept(new Progress(done.addAndGet(bytes), going + coming));
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(mine, more),
                    Thread.ofVirtual()::start);
            try {
                receive(theirs, coming, more);
                sending.join();
            } catch (IOException | RuntimeException broken) {
                // the sender may wait for room on the line, which nobody makes now
                shut(socket);
                sending.exceptionally(_ -> null).join();
                throw broken;
            }
        } catch (IOException cut) {
            throw Problem.of(ProblemKind.MEETING_CUT).exception(cut);
        } catch (CompletionException cut) {
            throw Problem.of(ProblemKind.MEETING_CUT).exception(cut.getCause());
        }
    }

    private static long size(Bytes part) throws IOException {
        if (part.length() != Long.BYTES) {
            throw new IOException("no size");
        }
        long size = ByteBuffer.wrap(part.toArray()).getLong();
        if (size < 0 || size > MOST_BYTES) {
            throw new IOException("a file of " + size + " bytes");
        }
        return size;
    }

    private void send(Path mine, Consumer<Integer> more) {
        try (InputStream file = Files.newInputStream(mine)) {
            for (byte[] part = file.readNBytes(PART); part.length > 0; part = file.readNBytes(PART)) {
                write(out, seals.seal(part));
                more.accept(part.length);
            }
        } catch (IOException cut) {
            throw new CompletionException(cut);
        }
    }

    private void receive(Path theirs, long coming, Consumer<Integer> more) throws IOException {
        try (OutputStream file = created(theirs)) {
            long left = coming;
            while (left > 0) {
                byte[] part = part().toArray();
                if (part.length == 0 || part.length > left) {
                    throw new IOException("more than was told");
                }
                keep(file, part, theirs);
                left -= part.length;
                more.accept(part.length);
            }
        }
    }

    private static OutputStream created(Path theirs) {
        try {
            return Files.newOutputStream(theirs);
        } catch (IOException refused) {
            throw notWritable(theirs, refused);
        }
    }

    private static void keep(OutputStream file, byte[] part, Path theirs) {
        try {
            file.write(part);
        } catch (IOException refused) {
            throw notWritable(theirs, refused);
        }
    }

    private static ProblemException notWritable(Path theirs, IOException refused) {
        return Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", theirs.getParent().toString())
                .exception(refused);
    }

    private Bytes part() throws IOException {
        return seals.open(read(in, PART + AROUND)).orElseThrow(() -> new IOException("not sealed by the other side"));
    }

    @Override
    public void conclude() {
        try {
            waitFor(patience.keep());
            write(out, seals.seal(new byte[0]));
            if (part().length() != 0) {
                throw new IOException("something follows");
            }
        } catch (IOException cut) {
            throw Problem.of(ProblemKind.MEETING_CUT).exception(cut);
        }
    }

    private void waitFor(Duration longest) throws IOException {
        socket.setSoTimeout((int) longest.toMillis());
    }

    @Override
    public void close() {
        shut(socket);
        seals.close();
    }

    static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the connection was gone", gone);
        }
    }
}
