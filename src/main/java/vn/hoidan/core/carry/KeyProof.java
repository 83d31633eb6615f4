package vn.hoidan.core.carry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.hoidan.core.sync.Bytes;

/// By what the office knows a laptop whose signing key it has not seen: who makes it knows the laptop's token, whose
/// hash the office has. It says nothing of the token and holds for one key only.
public final class KeyProof {
    private static final Bytes TAG = Bytes.of("hoidan key proof 1".getBytes(StandardCharsets.US_ASCII));

    private KeyProof() {
    }

    /// @param tokenHash  SHA-256 of the laptop's token
    /// @param signingKey that the laptop signs by
    public static Bytes of(Bytes tokenHash, Bytes signingKey) {
        return Envelope.hash(Bytes.joined(List.of(TAG, tokenHash, signingKey)));
    }
}
