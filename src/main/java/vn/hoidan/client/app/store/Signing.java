package vn.hoidan.client.app.store;

import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;

/// Signs what this laptop gives away and checks what colleagues' laptops signed. The secret never leaves the person's
/// store.
public interface Signing {
    /// By which others check: Ed25519, raw, 32 bytes.
    Bytes publicKey();

    Bytes sign(SignaturePurpose purpose, Bytes content);

    /// @param signingKey of a {@link vn.hoidan.core.sync.Mate}
    /// @return false also for bytes that are no key or no signature
    boolean verify(Bytes signingKey, SignaturePurpose purpose, Bytes content, Bytes signature);
}
