package vn.hoidan.client.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.store.StoreBackup;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.FolderProblems;
import vn.hoidan.vault.DataKey;
import vn.hoidan.wire.Wire;

/// Brings a copy of a store back: it is copied into the person's folder under a name of its own, opened by its PIN and
/// looked through, and only then takes the place of the store, which is kept beside. Wrong PINs are counted in it.
///
/// @param place folder of the person, which exists and is locked
record StoreRestore(Path place, StoreBackup backup) {
    static final String PENDING = "field.restoring-";
    private static final System.Logger LOG = System.getLogger(StoreRestore.class.getName());
    private static final DateTimeFormatter MADE_AT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final String COUNTS = "SELECT count(*), coalesce(sum(state = 'completed'), 0) FROM interview";

    /// What a copy tells without its PIN; empty if it cannot be read.
    static Optional<StoreBackup> look(BackupFiles.Named named) {
        try {
            StoreCheck.refuseWithoutBeginning(named.file());
            long[] counts = Database.glance(named.file(), COUNTS);
            return Optional.of(new StoreBackup(named.file(), named.madeAt(), (int) counts[0], (int) counts[1]));
        } catch (ProblemException unusable) {
            LOG.log(System.Logger.Level.WARNING, "a copy cannot be read: " + unusable.getMessage());
            return Optional.empty();
        }
    }

    /// Puts the copy into the place of the store if the door opens; the key goes to the caller.
    PersonDoor.Answer put(Function<Database, PersonDoor> door, char[] pin, DeviceClock clock) {
        Path pending = place.resolve(PENDING + backup.file().getFileName());
        Path file = place.resolve(ProfileFolders.DATABASE_FILE);
        try {
            copyTo(pending);
            StoreCheck.refuseWithoutBeginning(pending);
            PersonDoor.Answer answer;
            try (Database database = Database.open(pending, ProfileFolders.MIGRATIONS)) {
                answer = door.apply(database).byPin(pin);
                if (answer instanceof PersonDoor.Answer.Opened(DataKey key)) {
                    mark(database, key, MADE_AT.withZone(clock.zone()).format(backup.madeAt()));
                }
            }
            if (answer instanceof PersonDoor.Answer.Opened) {
                StoreRescue.putAway(file, clock.now());
                Files.move(pending, file, StandardCopyOption.ATOMIC_MOVE);
                OpenMark.clear(file);
                ProfileFolders.force(place);
            }
            return answer;
        } catch (IOException refused) {
            throw FolderProblems.of(refused, place);
        } catch (JdbiException unknownNames) {
            throw unusable(unknownNames.getMessage()).exception(unknownNames);
        }
    }

    /// Once: a copy on which wrong PINs were tried goes on counting. What is left of other copies is deleted.
    private void copyTo(Path pending) throws IOException {
        if (Files.exists(pending)) {
            return;
        }
        try (Stream<Path> inside = Files.list(place)) {
            for (Path old : inside.filter(path -> path.getFileName().toString().startsWith(PENDING)).toList()) {
                Files.delete(old);
            }
        }
        Path half = place.resolve(PENDING + "half");
        Files.copy(backup.file(), half);
        Files.move(half, pending, StandardCopyOption.ATOMIC_MOVE);
    }

    /// @param at when the copy was made, for people
    private void mark(Database database, DataKey key, String at) {
        Sealing sealing = new Sealing(key, database.file());
        StoreCheck.finding(database, sealing, true).ifPresent(finding -> {
            key.close();
            throw unusable(finding).exception();
        });
        database.write(handle -> {
            new Documents(handle, sealing).put(Documents.NOTICE, Wire.of(Problem.of(ProblemKind.STORE_RESTORED, "at",
                    at)));
            new HandRows(handle, sealing).loseFreeUnits();
            return handle.execute("UPDATE position SET brought_back = 1, old_units = 1");
        });
    }

    private Problem unusable(String reason) {
        return Problem.of(ProblemKind.BACKUP_UNUSABLE, "file", backup.file().toString(), "reason", reason);
    }
}
