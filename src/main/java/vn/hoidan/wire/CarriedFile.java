package vn.hoidan.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;

/// Envelopes in a file: the word `HOIDAN` and the version in 2 bytes, the number of envelopes in 4 bytes, each envelope
/// after its length in 4 bytes, SHA-256 over all of that. Nothing is given before the whole file was seen to be whole.
public final class CarriedFile {
    /// Most envelopes in one file.
    public static final int MOST_ENVELOPES = 2_000;
    /// Most bytes of all envelopes in one file.
    public static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final byte[] BEGINNING = "HOIDAN\0\1".getBytes(StandardCharsets.ISO_8859_1);

    private CarriedFile() {
    }

    /// Written beside its place and moved there, and on the disk when this returns: the stick is pulled out next.
    ///
    /// @throws ProblemException FOLDER_NOT_WRITABLE, CARRIED_TOO_MUCH
    public static void write(List<? extends Envelope> envelopes, Path file) {
        Path place = file.toAbsolutePath();
        Path beside = place.resolveSibling(place.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                write(envelopes, Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", place.toString()).exception(refused);
        }
    }

    /// @throws ProblemException CARRIED_UNREADABLE for everything that is not a whole file of ours
    public static List<Envelope> read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in);
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.CARRIED_UNREADABLE, "reason", "file").exception(refused);
        }
    }

    static void write(List<? extends Envelope> envelopes, OutputStream to) throws IOException {
        List<Bytes> parts = envelopes.stream().map(Envelope::toBytes).toList();
        if (parts.size() > MOST_ENVELOPES || parts.stream().mapToLong(Bytes::length).sum() > MOST_BYTES) {
            throw Problem.of(ProblemKind.CARRIED_TOO_MUCH).exception();
        }
        MessageDigest digest = sha256();
        DataOutputStream digested = new DataOutputStream(new DigestOutputStream(to, digest));
        digested.write(BEGINNING);
        digested.writeInt(parts.size());
        for (Bytes part : parts) {
            digested.writeInt(part.length());
            digested.write(part.toArray());
        }
        digested.flush();
        to.write(digest.digest());
        to.flush();
    }

    static List<Envelope> read(InputStream from) throws IOException {
        MessageDigest digest = sha256();
        DataInputStream in = new DataInputStream(new DigestInputStream(from, digest));
        if (!Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING)) {
            throw unreadable("beginning");
        }
        int count = number(in, MOST_ENVELOPES);
        List<Bytes> parts = new ArrayList<>();
        long left = MOST_BYTES;
        for (int index = 0; index < count; index++) {
            int length = number(in, (int) Math.min(left, Envelope.MOST_BYTES));
            left -= length;
            byte[] part = in.readNBytes(length);
            if (part.length < length) {
                throw unreadable("cut");
            }
            parts.add(Bytes.of(part));
        }
        byte[] computed = digest.digest();
        if (!Arrays.equals(from.readNBytes(computed.length), computed) || from.read() >= 0) {
            throw unreadable("sum");
        }
        return parts.stream().map(Envelope::of).toList();
    }

    private static int number(DataInputStream in, int most) throws IOException {
        byte[] four = in.readNBytes(Integer.BYTES);
        int number = four.length < Integer.BYTES ? -1 : ByteBuffer.wrap(four).getInt();
        if (number < 0 || number > most) {
            throw unreadable("length");
        }
        return number;
    }

    private static ProblemException unreadable(String reason) {
        return Problem.of(ProblemKind.CARRIED_UNREADABLE, "reason", reason).exception();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
