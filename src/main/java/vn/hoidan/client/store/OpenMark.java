package vn.hoidan.client.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An empty file that stands in a person's folder while the store is open. Who finds it when opening knows that the
/// program was cut off the time before.
///
/// @param abrupt the program was cut off
/// @param cut    and SQLite's log, which outlives that, is gone: what was written last may be lost
record OpenMark(boolean abrupt, boolean cut) {
    static final String FILE = "open";
    private static final System.Logger LOG = System.getLogger(OpenMark.class.getName());

    /// To be looked at before the store is opened: opening makes a log.
    static OpenMark look(Path store) {
        boolean abrupt = Files.exists(store.resolveSibling(FILE));
        return new OpenMark(abrupt, abrupt && !Files.exists(store.resolveSibling(store.getFileName() + "-wal")));
    }

    static void set(Path store) {
        try {
            Files.write(store.resolveSibling(FILE), new byte[0]);
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.WARNING, "the mark of an open store cannot be set: " + refused.getMessage());
        }
    }

    /// Before the store is closed, so that a cut in between leaves a log without a mark and not a mark without a log.
    static void clear(Path store) {
        try {
            Files.deleteIfExists(store.resolveSibling(FILE));
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.WARNING, "the mark of an open store stays: " + refused.getMessage());
        }
    }
}
