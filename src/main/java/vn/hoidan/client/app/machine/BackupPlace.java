package vn.hoidan.client.app.machine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Where copies of a store are.
///
/// @param usual    folder beside the data; it helps against a damaged file, not against a lost or broken laptop
/// @param inUsual  when the newest there was made
/// @param chosen   another folder, chosen by the person
/// @param inChosen when the newest there was made; empty too while the folder cannot be read
public record BackupPlace(Path usual, Optional<Instant> inUsual, Optional<Path> chosen, Optional<Instant> inChosen) {
    /// The newest copy where it protects most.
    public Optional<Instant> newest() {
        return chosen.isPresent() ? inChosen : inUsual;
    }
}
