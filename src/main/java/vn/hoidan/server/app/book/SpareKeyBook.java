package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.Optional;
import vn.hoidan.core.sync.Bytes;

/// What was given and told of spare keys, and the one-time codes under way. Of secrets it holds hashes only.
public interface SpareKeyBook {

    /// @param givenAt when the device was given this turn, as far as known
    /// @param toldAt  when the code of this turn was last told to somebody
    record Turn(Optional<Instant> givenAt, Optional<Instant> toldAt) {
    }

    /// A one-time code of a device.
    ///
    /// @param hash      of the code, see OfficeSecrets
    /// @param triesLeft wrong codes that are still looked at
    /// @param turn      that it was used for; from then on it is good for no other
    record ResetCode(Bytes hash, Instant expiresAt, int triesLeft, Optional<Integer> turn) {
    }

    Turn turn(String device, int turn);

    void given(String device, int turn, Instant at);

    void told(String device, int turn, Instant at);

    /// The newest one-time code of the device.
    Optional<ResetCode> resetCode(String device);

    /// Puts this code in place of an older one.
    void put(String device, ResetCode code, Instant at);
}
