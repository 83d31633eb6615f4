package vn.hoidan.client.app.store;

import java.nio.file.Path;
import java.time.Instant;
import vn.hoidan.client.app.machine.BackupPlace;
import vn.hoidan.client.app.machine.DiskRoom;

/// Looks after an open store beside the work: copies of it elsewhere, and a reserve of room on its disk. Its methods
/// may wait for slow disks: never call them on the writer's lane.
public interface StoreKeeper {
    /// What the newest copy lacks.
    enum Lacking {
        NOTHING, SOMETHING,
        /// An interview that was completed.
        COMPLETED
    }

    Lacking lacking();

    BackupPlace place();

    /// Puts copies into this folder too from now on, such as one on a stick.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException BACKUP_FAILED if nothing can be written there
    void choose(Path folder);

    /// Puts copies beside the data only.
    void chooseNone();

    /// Copies the store beside the data and into the chosen folder: to a new file, looked through, then moved to its
    /// name; older ones go.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException
    ///     BACKUP_FAILED naming the folder that has no copy, STORE_DAMAGED if the store itself is
    void backUp(Instant now);

    /// Builds the reserve again where it was used and there is room for it now.
    DiskRoom keepReserve();
}
