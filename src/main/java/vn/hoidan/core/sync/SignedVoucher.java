package vn.hoidan.core.sync;

import vn.hoidan.core.quota.Voucher;

/// A voucher as it goes from laptop to laptop and to the server.
///
/// @param signature of the giver's device over {@link Voucher#signedBytes}
public record SignedVoucher(Voucher voucher, Bytes signature) {
    /// Bytes of an Ed25519 signature (RFC 8032).
    public static final int SIGNATURE_BYTES = 64;

    public SignedVoucher {
        if (signature.length() != SIGNATURE_BYTES) {
            throw new IllegalArgumentException("signature of " + signature.length() + " bytes");
        }
    }
}
