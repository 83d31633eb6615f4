package vn.hoidan.server.app;

import java.util.Set;

/// Makes what devices sent safe: a record is safe once it is read back from a checked copy, not before.
public final class BackupDesk {

    private final CentralStore store;
    private final Backups backups;
    /// Devices that stand in the newest copy which this program made.
    private volatile Set<String> known = Set.of();

    public BackupDesk(CentralStore store, Backups backups) {
        this.store = store;
        this.backups = backups;
    }

    /// Makes a copy, checks it, and tells each device at its next sync what is in it.
    public Backups.Checked run() {
        Backups.Checked checked = backups.make();
        known = Set.copyOf(checked.positions().keySet());
        store.write(central -> {
            checked.positions().forEach(central.devices()::safe);
            return null;
        });
        return checked;
    }

    /// Makes a copy if some device's log has grown beyond the last one, or is not in it at all: a laptop that a
    /// restored server does not know cannot send what it has.
    ///
    /// @return whether a copy was made
    public boolean runIfNeeded() {
        boolean needed = store.read(central -> central.surveys().all().stream()
                .flatMap(survey -> central.devices().of(survey.id()).stream())
                .anyMatch(device -> !known.contains(device.id()) || !device.safe().equals(device.stored())));
        if (needed) {
            run();
        }
        return needed;
    }
}
