package vn.hoidan.client.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import vn.hoidan.sqlite.LogDamage;

/// An empty file that stands in a person's folder while the store is open. Who finds it when opening knows that the
/// program was cut off the time before.
///
/// @param abrupt the program was cut off
/// @param cut    and SQLite's log, which outlives that, is gone or damaged: what was written last may be lost
record OpenMark(boolean abrupt, boolean cut) {
    static final String FILE = "open";
    /// The mark's name once the log was seen: a try with a wrong PIN opens the file too, and SQLite then takes the log
    /// into the file and deletes it, as it should.
    static final String LOG_SEEN = "open-log-seen";
    private static final System.Logger LOG = System.getLogger(OpenMark.class.getName());

    /// To be looked at before the store is opened: opening makes a log.
    static OpenMark look(Path store) {
        boolean seen = Files.exists(store.resolveSibling(LOG_SEEN));
        boolean marked = Files.exists(store.resolveSibling(FILE));
        boolean log = Files.exists(store.resolveSibling(store.getFileName() + "-wal"));
        boolean damaged = isDamaged(store);
        if (damaged) {
            // stays until somebody is told: a wrong PIN makes the log go as if it had been sound
            put(store);
        } else if (marked && log) {
            move(store);
        }
        return new OpenMark(marked || seen || log, marked && !log || damaged);
    }

    private static boolean isDamaged(Path store) {
        try {
            return LogDamage.isIn(store);
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "the log of a store cannot be read: " + unreadable.getMessage());
            return true;
        }
    }

    /// A new name needs no room, so that it is set on a full disk too.
    private static void move(Path store) {
        try {
            Files.move(store.resolveSibling(FILE), store.resolveSibling(LOG_SEEN),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.WARNING, "the mark of an open store stays: " + refused.getMessage());
        }
    }

    static void set(Path store) {
        if (put(store)) {
            delete(store, LOG_SEEN);
        }
    }

    private static boolean put(Path store) {
        try {
            Files.write(store.resolveSibling(FILE), new byte[0]);
            return true;
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.WARNING, "the mark of an open store cannot be set: " + refused.getMessage());
            return false;
        }
    }

    /// Before the store is closed, so that a cut in between leaves a log without a mark and not a mark without a log.
    static void clear(Path store) {
        delete(store, FILE);
        delete(store, LOG_SEEN);
    }

    private static void delete(Path store, String mark) {
        try {
            Files.deleteIfExists(store.resolveSibling(mark));
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.WARNING, "the mark of an open store stays: " + refused.getMessage());
        }
    }
}
