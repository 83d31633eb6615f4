package vn.hoidan.server.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.book.AttachmentCopies;
import vn.hoidan.server.app.book.Attachments;
import vn.hoidan.server.app.book.Backups;
import vn.hoidan.server.app.book.CentralStore;

/// Makes what devices sent safe: a record is safe once it is read back from a checked copy, not before; a file once it
/// is copied and a checked copy of the store knows it.
public final class BackupDesk {

    private static final System.Logger LOG = System.getLogger(BackupDesk.class.getName());

    private final CentralStore store;
    private final Backups backups;
    private final AttachmentCopies copies;
    /// Devices that stand in the newest copy which this program made.
    private volatile Set<String> known = Set.of();

    public BackupDesk(CentralStore store, Backups backups, AttachmentCopies copies) {
        this.store = store;
        this.backups = backups;
        this.copies = copies;
    }

    /// Makes a copy, checks it, and tells each device at its next sync what is in it.
    public Backups.Checked run() {
        // files first: what the copy of the store knows of them is copied already
        Map<Bytes, Boolean> files = new LinkedHashMap<>();
        store.read(central -> central.attachments().all())
                .forEach(entry -> files.computeIfAbsent(entry.file(), copies::backUp));
        Backups.Checked checked = backups.make();
        known = Set.copyOf(checked.positions().keySet());
        store.write(central -> {
            checked.positions().forEach(central.devices()::safe);
            files.forEach((file, copied) -> settle(central.attachments(), file, copied));
            return null;
        });
        return checked;
    }

    private static void settle(Attachments book, Bytes file, boolean copied) {
        if (copied) {
            book.safe(file);
        } else {
            LOG.log(System.Logger.Level.ERROR, "a file was damaged before it was copied: {0}", file.hex());
            book.forget(file);
        }
    }

    /// Makes a copy if some device's log has grown beyond the last one, or is not in it at all: a laptop that a
    /// restored server does not know cannot send what it has.
    ///
    /// @return whether a copy was made
    public boolean runIfNeeded() {
        boolean needed = store.read(central -> central.attachments().anyUnsafe() || central.surveys().all().stream()
                .flatMap(survey -> central.devices().of(survey.id()).stream())
                .anyMatch(device -> !known.contains(device.id()) || !device.safe().equals(device.stored())));
        if (needed) {
            run();
        }
        return needed;
    }
}
