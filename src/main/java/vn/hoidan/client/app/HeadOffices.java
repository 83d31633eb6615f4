package vn.hoidan.client.app;

import java.util.Optional;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.sync.Bytes;

/// Ways to servers.
public interface HeadOffices {
    /// Bytes of a device's token.
    int TOKEN_BYTES = 32;

    /// The server as this device sees it; nothing is sent yet.
    HeadOffice at(ServerAddress address, DeviceCredentials credentials);

    /// Enrols this laptop for the person the code was made for. The same code with the same token may be sent again
    /// after a lost answer; with another token it is refused.
    ///
    /// @param token random bytes of {@link #TOKEN_BYTES}, the device's secret from now on
    Enrolled enrol(ServerAddress address, EnrolmentCode code, Bytes token);

    /// @param device    name the server gave to the device
    /// @param spareKeys of the device's first turn; older servers give none
    record Enrolled(String device, Person person, Optional<SpareKeys> spareKeys) {
    }

    /// The recovery code of a locked device's turn for its one-time code. The same question may be asked again after a
    /// lost answer.
    ///
    /// @param device name of the device
    SpokenCode reset(ServerAddress address, String device, int turn, SpokenCode code);

    /// What a device shows with each request.
    record DeviceCredentials(String device, Bytes token) {
    }
}
