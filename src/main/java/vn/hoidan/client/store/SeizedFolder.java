package vn.hoidan.client.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.core.access.OfficeWrap;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.FolderLock;
import vn.hoidan.sqlite.FolderProblems;
import vn.hoidan.vault.DataKey;
import vn.hoidan.vault.OfficeWraps;

/// A person's folder that came to the office without its PIN. Nothing in it is touched: a copy, sealed as it is, is
/// opened with the office's key and deleted afterwards.
public final class SeizedFolder implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SeizedFolder.class.getName());

    private final Path copy;
    private final Profile profile;
    private final FieldStore store;

    private SeizedFolder(Path copy, Profile profile, FieldStore store) {
        this.copy = copy;
        this.profile = profile;
        this.store = store;
    }

    /// @param folder of one person: `people/ID`
    /// @param office gives the data key for its wrap; empty for a wrap that is not its own
    /// @throws ProblemException NO_PERSONS_FOLDER, OFFICE_CANNOT_OPEN, STORE_DAMAGED, STORE_TOO_NEW, DISK_FULL
    public static SeizedFolder open(Path folder, Function<OfficeWrap, Optional<Bytes>> office) {
        Path file = folder.toAbsolutePath().resolve(ProfileFolders.DATABASE_FILE);
        if (!Files.isRegularFile(file)) {
            throw Problem.of(ProblemKind.NO_PERSONS_FOLDER, "folder", folder.toString()).exception();
        }
        Path copy = copied(file);
        try {
            return opened(folder, copy, office);
        } catch (RuntimeException failed) {
            delete(copy);
            throw failed;
        }
    }

    private static SeizedFolder opened(Path folder, Path copy, Function<OfficeWrap, Optional<Bytes>> office) {
        Database database = Database.open(copy.resolve(ProfileFolders.DATABASE_FILE), ProfileFolders.MIGRATIONS);
        try {
            DataKey key = database.read(SpareRows::officeWrap).flatMap(office).map(OfficeWraps::key)
                    .orElseThrow(() -> Problem.of(ProblemKind.OFFICE_CANNOT_OPEN, "folder", folder.toString())
                            .exception());
            Sealing sealing = new Sealing(key, database.file());
            byte[] person = database.read(handle -> new Documents(handle, sealing).find(Documents.PROFILE))
                    .orElseThrow(() -> Problem.of(ProblemKind.STORE_DAMAGED, "file", folder.toString()).exception());
            Profile profile = PersonFile.read(folder.getFileName().toString(), person, database.file());
            // nothing is written here, so no room is needed
            StoreCopies none = new StoreCopies(database, new BackupFiles(copy, profile.id()),
                    new StoreRoom(copy, _ -> Long.MAX_VALUE));
            return new SeizedFolder(copy, profile, new SqliteFieldStore(database, key, FolderLock.of(copy), none));
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /// The file and what stands in its log.
    private static Path copied(Path file) {
        try {
            Path copy = Files.createTempDirectory("hoidan-opened");
            for (String ending : new String[] {"", "-wal"}) {
                Path part = file.resolveSibling(file.getFileName() + ending);
                if (Files.exists(part)) {
                    Files.copy(part, copy.resolve(part.getFileName()));
                }
            }
            return copy;
        } catch (IOException refused) {
            throw FolderProblems.of(refused, file.getParent());
        }
    }

    public Profile profile() {
        return profile;
    }

    public FieldStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        delete(copy);
    }

    /// What is left behind is sealed.
    private static void delete(Path copy) {
        try (Stream<Path> inside = Files.walk(copy)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException leftBehind) {
            LOG.log(System.Logger.Level.WARNING, "a sealed copy was left behind: " + copy, leftBehind);
        }
    }
}
