package vn.hoidan.client.app.machine;

import java.util.Optional;
import vn.hoidan.core.access.SealedForOffice;
import vn.hoidan.core.access.SpareKeys;

/// The lock of a person's open store: how it opens the next time. Methods take as long as looking at a PIN does.
public interface PersonLock {
    /// Puts another PIN in the place of the old one, in one transaction. The caller wipes both.
    PinChange change(char[] old, char[] next);

    /// The turn for which the office has given no spare keys yet; empty when nothing is missing.
    Optional<Integer> missingTurn();

    /// Keeps spare keys of the turn that is missing; those of another are a mistake.
    void keep(SpareKeys keys);

    /// Seals something so that only the office can read it; empty as long as the office has given no key.
    default Optional<SealedForOffice> sealForOffice(byte[] content) {
        return Optional.empty();
    }

    /// What came of a change.
    sealed interface PinChange {
        record Changed() implements PinChange {
        }

        /// The old PIN was wrong.
        ///
        /// @param wrongTries  since the last right PIN
        /// @param waitSeconds until the next try is looked at; 0 when at once
        record Denied(int wrongTries, long waitSeconds) implements PinChange {
        }
    }
}
