package vn.hoidan.support;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.machine.BackupPlace;
import vn.hoidan.client.app.machine.DiskRoom;
import vn.hoidan.client.app.store.StoreKeeper;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// Copies that are only counted.
public final class MemoryKeeper implements StoreKeeper {
    private static final Path USUAL = Path.of("backups");

    /// When copies were made.
    public final List<Instant> copies = new ArrayList<>();
    /// What the next copy lacks.
    public Lacking lacking = Lacking.NOTHING;
    /// What the disk has left.
    public DiskRoom room = new DiskRoom(Long.MAX_VALUE, true);
    /// The chosen folder cannot be written.
    public boolean away;
    private Optional<Path> chosen = Optional.empty();

    @Override
    public Lacking lacking() {
        return lacking;
    }

    @Override
    public BackupPlace place() {
        Optional<Instant> newest = copies.isEmpty() ? Optional.empty() : Optional.of(copies.getLast());
        return new BackupPlace(USUAL, newest, chosen, newest.filter(_ -> chosen.isPresent()));
    }

    @Override
    public void choose(Path folder) {
        if (away) {
            throw failed();
        }
        chosen = Optional.of(folder);
    }

    @Override
    public void chooseNone() {
        chosen = Optional.empty();
    }

    @Override
    public void backUp(Instant now) {
        if (away) {
            throw failed();
        }
        copies.add(now);
        lacking = Lacking.NOTHING;
    }

    private ProblemException failed() {
        return Problem.of(ProblemKind.BACKUP_FAILED, "folder", chosen.orElse(USUAL).toString()).exception();
    }

    @Override
    public DiskRoom keepReserve() {
        return room;
    }
}
