package vn.hoidan.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// Tells a full disk from missing rights: the JDK gives both as the same exception with a text in the system's words.
public final class FolderProblems {
    /// Less room than this is no room.
    private static final long LEAST_ROOM_BYTES = 64 * 1024;

    private FolderProblems() {
    }

    public static ProblemException of(IOException refused, Path folder) {
        return Problem.of(full(folder) ? ProblemKind.DISK_FULL : ProblemKind.FOLDER_NOT_WRITABLE, "folder",
                folder.toString()).exception(refused);
    }

    private static boolean full(Path folder) {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there != null && Files.getFileStore(there).getUsableSpace() < LEAST_ROOM_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }
}
