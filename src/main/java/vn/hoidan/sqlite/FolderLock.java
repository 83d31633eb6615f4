package vn.hoidan.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// Keeps a folder for one window. The operating system gives the lock back when a program ends, however it ends; the
/// file that carries it stays.
public final class FolderLock implements AutoCloseable {
    private static final String FILE = "lock";
    private static final System.Logger LOG = System.getLogger(FolderLock.class.getName());

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws vn.hoidan.core.problem.ProblemException STORE_IN_USE, FOLDER_NOT_WRITABLE
    public static FolderLock of(Path folder) {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException refused) {
            throw FolderProblems.of(refused, folder);
        }
        FolderLock lock = new FolderLock(channel);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return lock;
            }
        } catch (OverlappingFileLockException sameProgram) {
            lock.close();
            throw Problem.of(ProblemKind.STORE_IN_USE, "folder", folder.toString()).exception(sameProgram);
        } catch (IOException refused) {
            lock.close();
            throw FolderProblems.of(refused, folder);
        }
        lock.close();
        throw Problem.of(ProblemKind.STORE_IN_USE, "folder", folder.toString()).exception();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.WARNING, "the lock of a folder did not close", broken);
        }
    }
}
