package vn.hoidan.server.app;

import java.nio.file.Path;
import java.util.Optional;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.ReleaseOffer;
import vn.hoidan.core.release.Version;
import vn.hoidan.core.sync.Bytes;

/// The releases of the client that this office keeps for its laptops.
public interface Releases {
    /// Bytes of a piece of a file at most: what a slow line carries within a request.
    int PIECE_BYTES = 256 * 1024;

    /// The key by which they are signed, with the newest for a system if there is one.
    ReleaseOffer offer(String platform);

    /// Reads an installed program, keeps its files and offers it from now on to laptops of that system.
    ///
    /// @param folder of the program, as a package unpacks it
    /// @throws vn.hoidan.core.problem.ProblemException RELEASE_UNUSABLE, FOLDER_NOT_WRITABLE, DISK_FULL
    Release take(Path folder, String platform, Version version);

    /// What follows in a file; empty if no release has it or if there is nothing at that place.
    ///
    /// @param hash of the file
    Optional<Bytes> piece(String hash, long from);
}
