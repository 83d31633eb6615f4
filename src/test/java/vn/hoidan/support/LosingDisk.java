package vn.hoidan.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The real SQLite for the files below a folder, on disks whose power may be cut: each folder that is watched is one
/// disk. It waits for no real disk; what a real one would have kept is reckoned. A short log makes SQLite take it into
/// the file often.
public final class LosingDisk extends DriverInFront {
    private static final int PAGES_OF_THE_LOG = 40;

    private final Map<Path, LosingFolder> folders = new ConcurrentHashMap<>();

    private LosingDisk(Path folder) {
        super(folder);
    }

    /// Stands before SQLite from now on.
    public static LosingDisk under(Path folder) {
        LosingDisk disk = new LosingDisk(folder);
        disk.stand();
        return disk;
    }

    /// From now on the databases in this folder are on a disk of their own.
    ///
    /// @param folder there, absolute
    public LosingFolder watch(Path folder, LosingFolder.Fate fate) {
        LosingFolder watched = new LosingFolder(folder, fate);
        folders.put(folder, watched);
        return watched;
    }

    public void forget(Path folder) {
        folders.remove(folder);
    }

    @Override
    boolean watches(Path file) {
        return folders.containsKey(file.getParent());
    }

    @Override
    Watcher watcher(Path file, Connection real) throws SQLException {
        try (Statement own = real.createStatement()) {
            own.execute("PRAGMA wal_autocheckpoint=" + PAGES_OF_THE_LOG);
        }
        return folders.get(file.getParent()).watcher(real);
    }
}
