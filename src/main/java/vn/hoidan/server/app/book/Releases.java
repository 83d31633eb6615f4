package vn.hoidan.server.app.book;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.release.KeyHandover;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.ReleaseOffer;
import vn.hoidan.core.release.SignedRelease;
import vn.hoidan.core.sync.Bytes;

/// The releases of the client that this office keeps for its laptops. It only keeps what was signed elsewhere.
public interface Releases {
    /// Bytes of a piece of a file at most: what a slow line carries within a request.
    int PIECE_BYTES = 256 * 1024;

    /// The key by which releases are signed, with the newest for a system if there is one; empty before the first.
    Optional<ReleaseOffer> offer(String platform);

    /// How that key came to be the office's, oldest first.
    List<KeyHandover> handovers();

    /// Keeps the files of a release and offers it from now on to laptops of its system.
    ///
    /// @param program folder of the program, as a package unpacks it
    /// @throws vn.hoidan.core.problem.ProblemException RELEASE_OF_OTHERS, RELEASE_NOT_NEWER, RELEASE_FILE_CHANGED,
    ///                                                 FOLDER_NOT_WRITABLE
    Release take(Path program, SignedRelease signed);

    /// What follows in a file; empty if no release has it or if there is nothing at that place.
    ///
    /// @param hash of the file
    Optional<Bytes> piece(String hash, long from);
}
