package vn.hoidan.server.app.book;

import java.util.Map;
import vn.hoidan.core.sync.LogPosition;

/// Copies of everything the office keeps.
public interface Backups {

    /// A copy that was opened again and found whole.
    ///
    /// @param name      its file's name
    /// @param positions how far each device's log is in it, read from the copy itself
    record Checked(String name, Map<String, LogPosition> positions) {
    }

    /// Makes a copy and checks it.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException DISK_FULL, FOLDER_NOT_WRITABLE, STORE_DAMAGED if the copy is not
    ///                                                 whole; older copies stay
    Checked make();
}
