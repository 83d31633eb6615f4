package vn.hoidan.client.app.office;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Rejoining;
import vn.hoidan.core.sync.Bytes;

/// Ways to servers.
public interface HeadOffices {
    /// Bytes of a device's token.
    int TOKEN_BYTES = 32;

    /// The server as this device sees it; nothing is sent yet.
    HeadOffice at(ServerAddress address, DeviceCredentials credentials);

    /// Shakes hands with the server and asks whether it is up; tells nothing about this laptop.
    ///
    /// @return the server's time, to the second; empty if it does not tell it
    Optional<Instant> reach(ServerAddress address);

    /// Enrols this laptop for the person the code was made for. The same code with the same token may be sent again
    /// after a lost answer; with another token it is refused.
    ///
    /// @param token random bytes of {@link #TOKEN_BYTES}, the device's secret from now on
    Enrolled enrol(ServerAddress address, EnrolmentCode code, Bytes token);

    /// Makes a laptop that was enrolled before known again; it keeps its name. The same code with the same token may be
    /// sent again after a lost answer. Nothing changes at the office if the code was made for somebody else.
    ///
    /// @param token random bytes of {@link #TOKEN_BYTES}, the device's secret from now on
    Enrolled rejoin(ServerAddress address, EnrolmentCode code, Bytes token, Rejoining known);

    /// @param device    name the server gave to the device
    /// @param log       incarnation of its log from now on
    /// @param spareKeys of the device's first turn; older servers give none
    /// @param recordKey to which records are sealed; older servers give it with the first round of sync
    record Enrolled(String device, int log, Person person, Optional<SpareKeys> spareKeys, Optional<Bytes> recordKey) {
    }

    /// The recovery code of a locked device's turn for its one-time code. The same question may be asked again after a
    /// lost answer.
    ///
    /// @param device name of the device
    SpokenCode reset(ServerAddress address, String device, int turn, SpokenCode code);

    /// What a device shows with each request.
    record DeviceCredentials(String device, Bytes token) {
        private static final byte[] RENEWED = "hoidan token 1 renewed".getBytes(StandardCharsets.US_ASCII);

        /// The token that follows this one once the office has made the laptop known again by a code: the same each
        /// time it is asked for, since the answer to the code may be lost; known to nobody who lacks either.
        ///
        /// @param secret of the code
        public Bytes renewed(Bytes secret) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(RENEWED);
                digest.update(token.toArray());
                return Bytes.of(digest.digest(secret.toArray()));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }

    }
}
