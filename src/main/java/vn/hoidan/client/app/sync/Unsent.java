package vn.hoidan.client.app.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.store.Carriage;
import vn.hoidan.client.app.store.FieldStore;

/// Completed interviews that the server does not have, as far as this laptop knows, and where else they are.
///
/// @param inFile    those of them that are in a file that was written
/// @param writtenAt when a file was last written; empty if it never was
public record Unsent(int interviews, int inFile, Optional<Instant> writtenAt) {
    /// As the store stands now.
    public static Unsent of(FieldStore store) {
        long stored = store.syncState().stored().number();
        Optional<Carriage.Exported> exported = store.carriage().exported();
        List<Long> waiting = store.interviews().stream().flatMap(entry -> entry.recordNumber().stream())
                .filter(number -> number > stored).toList();
        long last = exported.map(Carriage.Exported::last).orElse(0L);
        return new Unsent(waiting.size(), (int) waiting.stream().filter(number -> number <= last).count(),
                exported.map(Carriage.Exported::at));
    }
}
