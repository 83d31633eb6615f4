package vn.hoidan.core.access;

import java.util.Optional;
import vn.hoidan.core.sync.Bytes;

/// What only the office can do for a device whose PIN is forgotten, or which came back without its person. Everything
/// is made of the office's own secrets, so nothing is kept for each device.
public interface OfficeSecrets {
    /// X25519, {@link SpareKeys#OFFICE_KEY_BYTES}.
    Bytes publicKey();

    /// The code that opens this device in this turn; always the same.
    SpokenCode recoveryCode(String device, int turn);

    /// Under what a one-time code is kept: without the office's secret nobody can try codes against it.
    Bytes hash(String device, SpokenCode code);

    /// The data key, or empty if it was wrapped for another office, for another device, or was changed.
    Optional<Bytes> unwrap(OfficeWrap wrap);
}
