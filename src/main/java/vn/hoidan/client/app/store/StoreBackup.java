package vn.hoidan.client.app.store;

import java.nio.file.Path;
import java.time.Instant;

/// A copy of a store that can be brought back. Told without its PIN.
///
/// @param interviews all in it
/// @param completed  those of them that were completed
public record StoreBackup(Path file, Instant madeAt, int interviews, int completed) {
}
