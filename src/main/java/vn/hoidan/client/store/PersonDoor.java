package vn.hoidan.client.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.sqlite.Database;
import vn.hoidan.vault.DataKey;
import vn.hoidan.vault.PinVault;

/// The way into one person's store: by the PIN, or once by the code of its turn. Every try is counted on the disk
/// before it is looked at, so that ending the program in between makes no free guess.
///
/// @param room gives up the reserve when the disk is too full to count a try; true if that made room
record PersonDoor(Database database, DeviceClock clock, Costs costs, SecureRandom random, BooleanSupplier room) {
    sealed interface Answer {
        record Opened(DataKey key) implements Answer {
        }

        record Denied(int wrongTries, long waitSeconds) implements Answer {
        }
    }

    /// A vault that costs less than is usual now is made anew.
    Answer byPin(char[] pin) {
        return tried(() -> {
            PinVault vault = database.read(handle -> PinRows.vault(handle, file()));
            Optional<DataKey> key = vault.open(pin);
            Optional<PinVault> stronger = key.filter(_ -> vault.cost().weakerThan(costs.least()))
                    .map(known -> PinVault.create(pin, known, costs.measured(), random));
            key.ifPresent(_ -> write(handle -> {
                stronger.ifPresent(better -> PinRows.write(handle, better));
                return PinRows.write(handle, fresh());
            }));
            return key;
        });
    }

    /// Puts another PIN in the place of the old one.
    Answer change(char[] old, char[] next) {
        return tried(() -> {
            Optional<DataKey> key = database.read(handle -> PinRows.vault(handle, file())).open(old);
            key.ifPresent(known -> {
                PinVault vault = PinVault.create(next, known, costs.measured(), random);
                write(handle -> PinRows.write(handle, vault) + PinRows.write(handle, fresh()));
            });
            return key;
        });
    }

    /// The code is spent and the new PIN holds in one transaction; the next turn begins.
    Answer byCode(SpokenCode code, char[] newPin) {
        PinVault byCode = database.read(handle -> SpareRows.recovery(handle, file())).vault()
                .orElseThrow(() -> Problem.of(ProblemKind.SPARE_KEY_MISSING).exception());
        return tried(() -> {
            Optional<DataKey> key = open(byCode, code);
            key.ifPresent(known -> {
                PinVault vault = PinVault.create(newPin, known, costs.measured(), random);
                write(handle -> PinRows.write(handle, vault) + SpareRows.spend(handle)
                        + PinRows.write(handle, fresh()));
            });
            return key;
        });
    }

    /// The vault that a code opens.
    PinVault vaultOf(SpokenCode code, DataKey key) {
        char[] text = code.asText().toCharArray();
        try {
            return PinVault.create(text, key, costs.least(), random);
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    private static Optional<DataKey> open(PinVault vault, SpokenCode code) {
        char[] text = code.asText().toCharArray();
        try {
            return vault.open(text);
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    /// One look at what was typed.
    private interface Try {
        Optional<DataKey> look();
    }

    private Answer tried(Try what) {
        PinGuard before = database.read(handle -> PinRows.guard(handle, file())).at(clock.now());
        PinGuard after = before.looksAtTries() ? before.afterTry() : before;
        write(handle -> PinRows.write(handle, after));
        if (!before.looksAtTries()) {
            return new Answer.Denied(before.wrongTries(), before.waitSeconds());
        }
        return what.look().<Answer>map(Answer.Opened::new)
                .orElseGet(() -> new Answer.Denied(after.wrongTries(), after.waitSeconds()));
    }

    /// Without room for the count no try is looked at: one that leaves no trace could be made again for ever.
    private <T> T write(Function<Handle, T> work) {
        try {
            return database.write(work);
        } catch (ProblemException refused) {
            if (refused.problem().kind() != ProblemKind.DISK_FULL || !room.getAsBoolean()) {
                throw refused;
            }
            return database.write(work);
        }
    }

    private PinGuard fresh() {
        Instant now = clock.now();
        return PinGuard.fresh(now);
    }

    private Path file() {
        return database.file();
    }
}
