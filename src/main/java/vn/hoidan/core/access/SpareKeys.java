package vn.hoidan.core.access;

import vn.hoidan.core.sync.Bytes;

/// What the office gives a device so that its data can be opened without the PIN: by the office itself, or by the
/// person who is told the code of this turn.
///
/// @param officeKey the office's public key, X25519, 32 bytes
/// @param turn      how many times the device was opened so, counted from 1; a code opens one turn only
/// @param code      of this turn; the device wraps its key with it and forgets it
public record SpareKeys(Bytes officeKey, int turn, SpokenCode code) {
    public static final int OFFICE_KEY_BYTES = 32;

    public SpareKeys {
        if (officeKey.length() != OFFICE_KEY_BYTES || turn < 1 || code.groups() != SpokenCode.RECOVERY_GROUPS) {
            throw new IllegalArgumentException("spare keys");
        }
    }
}
