package vn.hoidan.core.carry;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;

/// A message of sync on its way by a stick or a colleague's laptop. Whoever carries it reads what stands in plain:
/// whose it is and how much of a log; what is sealed opens at its end only. An envelope may come twice, late and in any
/// order.
public sealed interface Envelope permits UpEnvelope, DownEnvelope {
    /// Most bytes of one envelope.
    int MOST_BYTES = 4 * 1024 * 1024;
    /// Ending of files with envelopes, without the dot.
    String FILE_ENDING = "hoidan";
    /// What a device may be called.
    Pattern DEVICE_FORM = Pattern.compile("[a-z0-9-]{1,60}");

    /// Name of the laptop that wrote it or that it is for.
    String device();

    /// As it travels: each text and each sealed part after its length in 4 bytes, numbers big-endian.
    Bytes toBytes();

    /// The opposite of {@link #toBytes}; the bytes may come from anybody.
    ///
    /// @throws ProblemException CARRIED_UNREADABLE
    static Envelope of(Bytes bytes) {
        try {
            if (bytes.length() > MOST_BYTES) {
                throw new IllegalArgumentException("too long");
            }
            ByteBuffer in = ByteBuffer.wrap(bytes.toArray());
            String kind = new String(part(in), StandardCharsets.UTF_8);
            Envelope envelope = switch (kind) {
                case UpEnvelope.KIND -> UpEnvelope.read(in);
                case DownEnvelope.KIND -> DownEnvelope.read(in);
                default -> throw new IllegalArgumentException("kind");
            };
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("something follows");
            }
            return envelope;
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException broken) {
            throw Problem.of(ProblemKind.CARRIED_UNREADABLE, "reason", "envelope").exception();
        }
    }

    /// SHA-256 of the bytes.
    static Bytes hash(Bytes bytes) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes.toArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// @throws BufferUnderflowException if less is there than its length says
    static byte[] part(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }
}
