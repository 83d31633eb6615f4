package vn.hoidan.client.app.meeting;

import java.nio.file.Path;
import java.util.function.Consumer;

/// The line between two laptops whose people know one code. Nobody else can read or change what goes over it. Both
/// sides do the same: swap, keep what came, conclude. Closing it from another thread ends what is under way.
public interface MeetingLine extends AutoCloseable {
    /// Sends a file and takes the other's at the same time.
    ///
    /// @param mine     file to be sent
    /// @param theirs   file to be made
    /// @param progress told now and then, on threads of the line
    /// @throws vn.hoidan.core.problem.ProblemException MEETING_CUT, DISK_FULL, FOLDER_NOT_WRITABLE
    void swap(Path mine, Path theirs, Consumer<Progress> progress);

    /// Tells the other side that what came is kept, and waits until it says the same.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException MEETING_CUT
    void conclude();

    @Override
    void close();

    /// How far a swap is, in bytes of both directions together.
    record Progress(long done, long all) {
    }
}
