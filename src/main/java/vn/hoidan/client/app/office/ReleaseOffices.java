package vn.hoidan.client.app.office;

import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.core.release.KeyHandover;
import vn.hoidan.core.release.ReleaseOffer;
import vn.hoidan.core.sync.Bytes;

/// Offices that offer newer versions of this program. Every method may throw what those of {@link HeadOffice} do.
public interface ReleaseOffices {
    /// @param platform such as `linux-x64`
    /// @return empty while the office has no key to sign by
    Optional<ReleaseOffer> offer(ServerAddress address, DeviceCredentials credentials, String platform);

    /// How the office's key came to be its own, oldest first.
    List<KeyHandover> handovers(ServerAddress address, DeviceCredentials credentials);

    /// What follows in a file of a release; at least one byte.
    ///
    /// @param hash of the file
    Bytes piece(ServerAddress address, DeviceCredentials credentials, String hash, long from);
}
