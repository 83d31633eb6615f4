package vn.hoidan.vault;

import java.util.Arrays;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.support.FuzzLimit;

/// A stranger answers a laptop that waits for a colleague: with rubbish in the place of the first, the second or the
/// third message, or on the line itself. It is answered or refused, and nobody gets beyond the first without the code.
public final class HandshakeTarget {
    static final SpokenCode CODE = SpokenCode.of(Bytes.of(new byte[Long.BYTES]), SpokenCode.RESET_GROUPS);
    private static final int KINDS = 4;

    private HandshakeTarget() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            Bytes said = Bytes.of(Arrays.copyOfRange(input, 1, input.length));
            FuzzLimit.hold(() -> answered(Byte.toUnsignedInt(input[0]) % KINDS, said));
        }
    }

    /// @param kind of the message in whose place it is said; 3 on the line
    static void answered(int kind, Bytes said) {
        CodeHandshake own = new CodeHandshake(CodeHandshake.Side.WAITS, CODE);
        CodeHandshake other = new CodeHandshake(CodeHandshake.Side.COMES, CODE);
        Bytes ownFirst = own.first();
        Bytes first = other.first();
        if (kind == 0) {
            // whoever follows the protocol may begin: the code counts from the second message on
            own.second(said);
            return;
        }
        Bytes ownSecond = own.second(first).orElseThrow();
        Bytes second = other.second(ownFirst).orElseThrow();
        if (kind == 1) {
            refuse(own.third(said).isPresent());
            return;
        }
        own.third(second).orElseThrow();
        Bytes third = other.third(ownSecond).orElseThrow();
        if (kind == 2) {
            refuse(own.seals(said).isPresent());
            return;
        }
        try (LineSeals line = own.seals(third).orElseThrow()) {
            refuse(line.open(said).isPresent());
        }
    }

    private static void refuse(boolean taken) {
        if (taken) {
            throw new IllegalStateException("a stranger's answer was taken");
        }
    }
}
