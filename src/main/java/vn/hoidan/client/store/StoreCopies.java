package vn.hoidan.client.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import vn.hoidan.client.app.machine.BackupPlace;
import vn.hoidan.client.app.machine.DiskRoom;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.StoreKeeper;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.FolderProblems;

/// Copies of an open store. What is sealed in it stays sealed in them; what stands readable there stands readable here:
/// states, numbers, codes and times. The first copy is made beside the data while the store is read; from there it is
/// carried to the chosen folder, so that a slow stick holds up nobody.
final class StoreCopies implements StoreKeeper {
    private static final Set<ProblemKind> OF_THE_FOLDER = EnumSet.of(ProblemKind.DISK_FULL,
            ProblemKind.FOLDER_NOT_WRITABLE);
    private static final System.Logger LOG = System.getLogger(StoreCopies.class.getName());

    private final Database database;
    private final BackupSetting setting;
    private final BackupFiles usual;
    private final StoreRoom room;
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong completions = new AtomicLong();
    private volatile long copiedChanges;
    private volatile long copiedCompletions;

    /// @param usual place of copies beside the data
    StoreCopies(Database database, BackupFiles usual, StoreRoom room) {
        this.database = database;
        this.setting = BackupSetting.of(database.file().getParent());
        this.usual = usual;
        this.room = room;
        // whether the last copy of the time before had everything is not known
        changes.incrementAndGet();
    }

    /// Changes were written.
    void note(List<Change> written) {
        changes.incrementAndGet();
        if (written.stream().anyMatch(change -> change instanceof Change.InterviewMoved moved
                && moved.to() == InterviewState.COMPLETED)) {
            completions.incrementAndGet();
        }
    }

    @Override
    public Lacking lacking() {
        if (completions.get() != copiedCompletions) {
            return Lacking.COMPLETED;
        }
        return changes.get() == copiedChanges ? Lacking.NOTHING : Lacking.SOMETHING;
    }

    @Override
    public BackupPlace place() {
        Optional<Path> chosen = setting.chosen();
        return new BackupPlace(usual.folder(), newest(usual), chosen, chosen.flatMap(folder -> newest(in(folder))));
    }

    private static Optional<Instant> newest(BackupFiles files) {
        try {
            return files.list().stream().findFirst().map(BackupFiles.Named::madeAt);
        } catch (IOException goneNow) {
            return Optional.empty();
        }
    }

    private BackupFiles in(Path folder) {
        return new BackupFiles(folder, usual.profileId());
    }

    @Override
    public void choose(Path folder) {
        try {
            in(folder.toAbsolutePath()).tryOut();
            setting.choose(folder);
        } catch (IOException refused) {
            throw failed(folder, refused);
        }
    }

    @Override
    public void chooseNone() {
        try {
            setting.chooseNone();
        } catch (IOException refused) {
            throw FolderProblems.of(refused, setting.file().getParent());
        }
    }

    @Override
    public void backUp(Instant now) {
        long changesThen = changes.get();
        long completionsThen = completions.get();
        Optional<Path> chosen = setting.chosen();
        if (chosen.isEmpty()) {
            createUsual();
            copy(usual, now);
        } else {
            copyTwice(in(chosen.get()), now);
        }
        copiedChanges = changesThen;
        copiedCompletions = completionsThen;
    }

    /// A full disk of the laptop does not keep the chosen folder from having its copy.
    private void copyTwice(BackupFiles chosen, Instant now) {
        Path copy;
        try {
            createUsual();
            copy = copy(usual, now);
        } catch (ProblemException refused) {
            LOG.log(System.Logger.Level.WARNING, "no copy beside the data: " + refused.getMessage());
            copy(chosen, now);
            return;
        }
        try {
            chosen.take(copy, now);
        } catch (IOException refused) {
            throw failed(chosen.folder(), refused);
        }
    }

    /// Only this one: a stick's folder that is not there means that the stick is not there.
    private void createUsual() {
        try {
            Files.createDirectories(usual.folder());
        } catch (IOException refused) {
            throw failed(usual.folder(), refused);
        }
    }

    private Path copy(BackupFiles files, Instant now) {
        Path folder = files.folder();
        try {
            Path written = files.unfinished();
            try {
                database.copyTo(written);
                return files.finish(written, now);
            } catch (IOException | RuntimeException failed) {
                BackupFiles.deleteAfter(failed, written);
                throw failed;
            }
        } catch (IOException refused) {
            throw failed(folder, refused);
        } catch (ProblemException refused) {
            boolean ofTheFolder = OF_THE_FOLDER.contains(refused.problem().kind());
            throw ofTheFolder ? failed(folder, refused) : refused;
        }
    }

    private static ProblemException failed(Path folder, Exception cause) {
        return Problem.of(ProblemKind.BACKUP_FAILED, "folder", folder.toString()).exception(cause);
    }

    @Override
    public DiskRoom keepReserve() {
        return room.keep();
    }

    DiskRoom roomNow() {
        return room.now();
    }

    boolean release() {
        return room.release();
    }
}
