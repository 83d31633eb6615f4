package vn.hoidan.client.app.machine;

import java.util.Optional;

/// Keeps how the window looks, for the whole laptop: it is known before anybody has said who they are.
public interface LookStore {
    /// What was chosen last; empty if nothing was, or if it cannot be read any more.
    Optional<Look> kept();

    /// @throws vn.hoidan.core.problem.ProblemException DISK_FULL, FOLDER_NOT_WRITABLE
    void keep(Look look);
}
