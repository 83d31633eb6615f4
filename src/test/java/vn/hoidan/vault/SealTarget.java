package vn.hoidan.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.support.FuzzLimit;
import vn.hoidan.support.Samples;

/// Opens bytes as a sealed record, an answer, something of a store, and checks them as key and signature: whatever
/// comes from outside is opened or refused, nothing else happens. The first byte chooses, the next the length of what
/// stands in plain before the seal.
public final class SealTarget {
    static final AsymmetricCipherKeyPair OFFICE = RecordSeals.hpke().deriveKeyPair(Samples.bytes(32, 42).toArray());
    static final Bytes KEY = Samples.bytes(32, 43);
    static final int KINDS = 5;

    private SealTarget() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        ByteBuffer in = ByteBuffer.wrap(input);
        try {
            int kind = Byte.toUnsignedInt(in.get()) % KINDS;
            Bytes plain = take(in, Byte.toUnsignedInt(in.get()));
            Bytes sealed = take(in, in.remaining());
            FuzzLimit.hold(() -> open(kind, plain, sealed));
        } catch (BufferUnderflowException tooShort) {
            return;
        }
    }

    private static Bytes take(ByteBuffer in, int length) {
        byte[] taken = new byte[length];
        in.get(taken);
        return Bytes.of(taken);
    }

    private static void open(int kind, Bytes plain, Bytes sealed) {
        switch (kind) {
            case 0 -> record(plain, sealed);
            case 1 -> ReplySeals.open(KEY, plain, sealed);
            case 2 -> ofAStore(plain, sealed);
            case 3 -> Signatures.verify(plain, SignaturePurpose.RECORD, KEY, sealed);
            default -> sealTo(plain, sealed);
        }
    }

    private static void record(Bytes header, Bytes body) {
        try {
            RecordSeals.open(OFFICE, header, body.toArray());
        } catch (InvalidCipherTextException refused) {
            return;
        }
    }

    private static void ofAStore(Bytes context, Bytes sealed) {
        try (DataKey key = DataKey.of(KEY.toArray(), new SecureRandom())) {
            key.open(sealed, context.hex());
        } catch (ProblemException refused) {
            if (refused.problem().kind() != ProblemKind.STORE_DAMAGED) {
                throw refused;
            }
        }
    }

    /// A key that an office, or somebody in its place, tells the laptop.
    private static void sealTo(Bytes key, Bytes content) {
        try {
            RecordSeals.seal(key, KEY, content);
        } catch (IllegalArgumentException noKey) {
            return;
        }
    }
}
