package vn.hoidan.client.app.carry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// A folder for the two files of a meeting, gone with them when it is closed. What is in them is sealed.
record MeetingFolder(Path folder) implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MeetingFolder.class.getName());

    /// @throws vn.hoidan.core.problem.ProblemException FOLDER_NOT_WRITABLE
    static MeetingFolder open() {
        try {
            return new MeetingFolder(Files.createTempDirectory("hoidan-meeting"));
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", System.getProperty("java.io.tmpdir"))
                    .exception(refused);
        }
    }

    Path mine() {
        return folder.resolve("mine.hoidan");
    }

    Path theirs() {
        return folder.resolve("theirs.hoidan");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(mine());
            Files.deleteIfExists(theirs());
            Files.delete(folder);
        } catch (IOException left) {
            LOG.log(System.Logger.Level.WARNING, "sealed files of a meeting stay in the temporary folder", left);
        }
    }
}
