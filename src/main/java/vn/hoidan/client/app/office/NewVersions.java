package vn.hoidan.client.app.office;

import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.ReleaseFile;
import vn.hoidan.core.release.Version;
import vn.hoidan.core.sync.Bytes;

/// Where newer versions of this program are gathered on the laptop. What was fetched stays when the laptop is switched
/// off. Methods may throw DISK_FULL and FOLDER_NOT_WRITABLE.
public interface NewVersions {
    /// The key of an office: the one given if none of that office is known yet, else the one that was given first.
    ///
    /// @param office the fingerprint of its certificate
    Bytes keyOf(Bytes office, Bytes given);

    /// From now on this is the key of an office: the one before it said so.
    void trust(Bytes office, Bytes key);

    /// False for one that is there already or did not start here.
    boolean isWanted(Version version);

    /// How many bytes of a file are there, counting what the running version has of the same content.
    long has(ReleaseFile file);

    /// Adds what follows.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException RELEASE_NOT_GENUINE if the file is whole and has another
    ///                                                 content; nothing of it stays
    void append(ReleaseFile file, Bytes piece);

    /// Puts a release together whose files are all there, tries whether it starts, and lets it be used from the next
    /// start on. One that does not start is given up.
    ///
    /// @return true if it will be used
    boolean install(Release release);
}
