package vn.hoidan.core.sync;

import vn.hoidan.core.survey.PersonId;

/// A colleague's laptop, as other laptops know it: an enumerator of the same survey and area of work.
///
/// @param device     name of the laptop
/// @param name       of the person who works with it
/// @param signingKey by which its signatures are checked: Ed25519, raw
/// @param revoked    true once it was lost or replaced; what it signs from then on is not to be believed
public record Mate(String device, PersonId person, String name, Bytes signingKey, boolean revoked) {
    /// Bytes of a public key.
    public static final int KEY_BYTES = 32;

    public Mate {
        if (signingKey.length() != KEY_BYTES) {
            throw new IllegalArgumentException("signing key of " + signingKey.length() + " bytes");
        }
    }
}
