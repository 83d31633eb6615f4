package vn.hoidan.client.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import vn.hoidan.client.app.meeting.MeetingLine;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.support.FuzzLimit;
import vn.hoidan.vault.CodeHandshake;
import vn.hoidan.vault.LineSeals;

/// What a laptop in the local network hears: a word by UDP, a stranger who connects, and a colleague with the right
/// code whose program sends rubbish in the place of a file.
public final class LineTarget {
    static final byte WORD = 0;
    static final byte STRANGER = 1;
    static final byte COLLEAGUE = 2;
    private static final int KINDS = 3;
    private static final SpokenCode CODE =
            SpokenCode.of(Bytes.of(new byte[Long.BYTES]), Meetings.CODE_GROUPS);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final LocalMeetings.Patience PATIENCE = new LocalMeetings.Patience(LONG, LONG, LONG, LONG, LONG);
    private static final Path MINE = kept();
    private static final Path THEIRS = kept();
    private static final int LONGEST_NAME = 40;

    private LineTarget() {
    }

    private static Path kept() {
        try {
            Path file = Files.createTempFile("line", ".bin");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            byte[] said = Arrays.copyOfRange(input, 1, input.length);
            FuzzLimit.hold(() -> {
                try {
                    heard(Byte.toUnsignedInt(input[0]) % KINDS, said);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        }
    }

    private static void heard(int kind, byte[] said) throws IOException {
        switch (kind) {
            case WORD -> word(said);
            case STRANGER -> stranger(said);
            default -> colleague(said);
        }
    }

    private static void word(byte[] said) {
        DatagramPacket packet = new DatagramPacket(said, Math.min(said.length, Calls.MOST_BYTES),
                InetAddress.getLoopbackAddress(), LocalNetwork.USUAL_PORT);
        Calls.read(packet).ifPresent(found -> require(!Calls.isCall(packet)
                && LocalNetwork.parse(found.place()).isPresent() && found.name().length() <= LONGEST_NAME
                && found.name().chars().noneMatch(Character::isISOControl), "a place that is none"));
    }

    /// Says all at once and goes.
    private static void stranger(byte[] said) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket far = new Socket(door.getInetAddress(), door.getLocalPort()); Socket near = door.accept()) {
            far.getOutputStream().write(said);
            far.shutdownOutput();
            try {
                require(LocalLine.over(near, own(CodeHandshake.Side.WAITS), PATIENCE).isEmpty(),
                        "a stranger was let in");
            } catch (IOException brokenOff) {
                require(!(brokenOff instanceof java.net.SocketTimeoutException), "waited for a stranger who is gone");
            }
        }
    }

    /// The size of a file in the first eight bytes, then parts, each after its length in one byte.
    private static void colleague(byte[] said) throws IOException {
        Files.write(MINE, new byte[] {1, 2, 3});
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket far = new Socket(door.getInetAddress(), door.getLocalPort()); Socket near = door.accept()) {
            CompletableFuture<Optional<MeetingLine>> waits = CompletableFuture.supplyAsync(() -> over(near));
            DataOutputStream out = new DataOutputStream(far.getOutputStream());
            try (LineSeals seals = shaken(new DataInputStream(far.getInputStream()), out);
                    MeetingLine line = waits.join().orElseThrow()) {
                ByteBuffer rest = ByteBuffer.wrap(said);
                long size = rest.remaining() < Long.BYTES ? -1 : rest.getLong(0);
                while (rest.hasRemaining()) {
                    byte[] part = new byte[Math.min(rest.remaining(), rest.position() == 0 ? Long.BYTES
                            : Byte.toUnsignedInt(rest.get()))];
                    rest.get(part, 0, Math.min(part.length, rest.remaining()));
                    write(out, seals.seal(part));
                }
                far.shutdownOutput();
                swapped(line, size);
            }
        }
    }

    private static void swapped(MeetingLine line, long size) throws IOException {
        try {
            line.swap(MINE, THEIRS, _ -> { });
            require(Files.size(THEIRS) == size, "a file of another size than was told");
            line.conclude();
        } catch (ProblemException cut) {
            require(cut.problem().kind() == ProblemKind.MEETING_CUT, "another problem: " + cut.problem());
        }
    }

    private static Optional<MeetingLine> over(Socket near) {
        try {
            return LocalLine.over(near, own(CodeHandshake.Side.WAITS), PATIENCE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The other side of a handshake, by hand.
    private static LineSeals shaken(DataInputStream in, DataOutputStream out) throws IOException {
        CodeHandshake own = own(CodeHandshake.Side.COMES);
        write(out, own.first());
        write(out, own.second(read(in)).orElseThrow());
        write(out, own.third(read(in)).orElseThrow());
        return own.seals(read(in)).orElseThrow();
    }

    private static CodeHandshake own(CodeHandshake.Side side) {
        return new CodeHandshake(side, CODE);
    }

    static void write(DataOutputStream out, Bytes message) throws IOException {
        out.writeInt(message.length());
        out.write(message.toArray());
        out.flush();
    }

    private static Bytes read(DataInputStream in) throws IOException {
        return Bytes.of(in.readNBytes(in.readInt()));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
