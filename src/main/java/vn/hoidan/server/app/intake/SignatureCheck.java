package vn.hoidan.server.app.intake;

import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;

/// Checks what devices signed.
@FunctionalInterface
public interface SignatureCheck {
    /// @param signingKey Ed25519, raw
    /// @return false also for bytes that are no key or no signature
    boolean verify(Bytes signingKey, SignaturePurpose purpose, Bytes content, Bytes signature);
}
