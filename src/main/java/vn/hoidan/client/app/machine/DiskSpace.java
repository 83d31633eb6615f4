package vn.hoidan.client.app.machine;

import java.io.IOException;
import java.nio.file.Path;

/// How much room disks have.
public interface DiskSpace {
    /// Bytes that this program may still write on the disk of a folder that exists.
    ///
    /// @throws IOException if the system does not say
    long usableBytes(Path folder) throws IOException;
}
