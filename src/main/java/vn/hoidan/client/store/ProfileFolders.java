package vn.hoidan.client.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.machine.DiskSpace;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore;
import vn.hoidan.client.app.store.StoreBackup;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.FolderLock;
import vn.hoidan.sqlite.FolderProblems;
import vn.hoidan.vault.DataKey;
import vn.hoidan.vault.PinVault;

/// The people of a laptop in a folder: `people/ID/` holds `field.db` with its write-ahead log, the plain
/// {@link PersonFile} and the lock. A folder appears whole or not at all: it is made beside its place and moved there.
public final class ProfileFolders implements ProfileStore {
    static final String MIGRATIONS = "vn/hoidan/client/store";
    static final String DATABASE_FILE = "field.db";
    private static final String BACKUPS = "backups";
    private static final String UNFINISHED = ".new-";
    private static final String UNFINISHED_FILE = ".new";
    private static final System.Logger LOG = System.getLogger(ProfileFolders.class.getName());

    private final ShownPeople shown;
    private final Path people;
    private final DeviceClock clock;
    private final Costs costs;
    private final Path backups;
    private final DiskSpace space;

    /// @param folder of the program's data on this laptop
    /// @param clock  for the wait after wrong PINs and to measure what a guess costs
    public ProfileFolders(Path folder, DeviceClock clock) {
        this(folder, clock, Costs.measuredBy(clock), ProfileFolders::usableBytes);
    }

    /// @param cost what one guess at a PIN costs; less than usual only where nothing real is kept
    public ProfileFolders(Path folder, DeviceClock clock, PinVault.Cost cost) {
        this(folder, clock, Costs.fixed(cost), ProfileFolders::usableBytes);
    }

    ProfileFolders(Path folder, DeviceClock clock, Costs costs) {
        this(folder, clock, costs, ProfileFolders::usableBytes);
    }

    /// @param space tells how much room the disk of the folder has
    ProfileFolders(Path folder, DeviceClock clock, Costs costs, DiskSpace space) {
        this.backups = folder.toAbsolutePath().resolve(BACKUPS);
        this.space = space;
        this.shown = ShownPeople.in(folder);
        this.people = shown.people();
        this.clock = clock;
        this.costs = costs;
    }

    @Override
    public List<Profile> profiles() {
        return shown.all();
    }

    @Override
    public OpenProfile create(Profile profile, DeviceCredentials credentials, char[] pin) {
        Path place = shown.place(profile.id());
        if (Files.exists(place)) {
            throw new IllegalStateException("this person's folder exists already");
        }
        Path beside = people.resolve(UNFINISHED + profile.id());
        SecureRandom random = new SecureRandom();
        DataKey key = DataKey.random(random);
        try {
            PinVault vault = PinVault.create(pin, key, costs.measured(), random);
            deleteAll(beside);
            Files.createDirectories(beside);
            fill(beside, profile, credentials, key, vault);
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            force(people);
            return open(place, profile, credentials, key);
        } catch (IOException | RuntimeException failed) {
            key.close();
            deleteAfter(failed, beside);
            if (failed instanceof IOException refused) {
                throw FolderProblems.of(refused, people);
            }
            throw (RuntimeException) failed;
        }
    }

    private void fill(Path folder, Profile profile, DeviceCredentials credentials, DataKey key, PinVault vault)
            throws IOException {
        try (Database database = Database.open(folder.resolve(DATABASE_FILE), MIGRATIONS)) {
            database.write(handle -> {
                Sealing sealing = new Sealing(key, database.file());
                Documents documents = new Documents(handle, sealing);
                // now, so that every copy of this store signs with the same
                StoreSigning.keptOrMade(handle, sealing);
                documents.put(Documents.PROFILE, PersonFile.bytes(profile));
                documents.put(Documents.TOKEN, credentials.token().toArray());
                PinRows.write(handle, vault);
                PinRows.write(handle, PinGuard.fresh(clock.now()));
                return true;
            });
        }
        Path file = folder.resolve(PersonFile.NAME);
        Files.write(file, PersonFile.plain(profile));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        force(folder);
    }

    private OpenProfile open(Path place, Profile profile, DeviceCredentials credentials, DataKey key) {
        FolderLock lock = FolderLock.of(place);
        try {
            return open(profile, credentials, Database.open(place.resolve(DATABASE_FILE), MIGRATIONS), key, lock);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private OpenProfile open(Profile profile, DeviceCredentials credentials, Database database, DataKey key,
            FolderLock lock) {
        StoreCopies copies = new StoreCopies(database, new BackupFiles(backups, profile.id()),
                new StoreRoom(database.file().getParent(), space));
        return new OpenProfile(profile, credentials, new SqliteFieldStore(database, key, lock, copies),
                new StoreLock(door(database), key, profile.device()), copies);
    }

    private static long usableBytes(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public Unlocking unlock(String profileId, char[] pin) {
        return through(profileId, door -> door.byPin(pin));
    }

    @Override
    public Unlocking recover(String profileId, SpokenCode code, char[] newPin) {
        return through(profileId, door -> door.byCode(code, newPin));
    }

    @Override
    public Optional<Integer> recoveryTurn(String profileId) {
        Path place = existing(profileId);
        try (FolderLock _ = FolderLock.of(place); Database database = database(place)) {
            SpareRows.Recovery recovery = database.read(handle -> SpareRows.recovery(handle, database.file()));
            return recovery.vault().map(_ -> recovery.turn());
        }
    }

    private Unlocking through(String profileId, Function<PersonDoor, PersonDoor.Answer> way) {
        Path place = existing(profileId);
        FolderLock lock = FolderLock.of(place);
        try {
            Unlocking result = through(profileId, place, way, lock);
            if (result instanceof Unlocking.Denied) {
                lock.close();
            }
            return result;
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private Unlocking through(String profileId, Path place, Function<PersonDoor, PersonDoor.Answer> way,
            FolderLock lock) {
        OpenMark mark = OpenMark.look(place.resolve(DATABASE_FILE));
        Database database = database(place);
        try {
            return switch (way.apply(door(database))) {
                case PersonDoor.Answer.Opened opened ->
                    new Unlocking.Opened(opened(profileId, database, opened.key(), lock, mark));
                case PersonDoor.Answer.Denied denied -> {
                    database.close();
                    yield new Unlocking.Denied(denied.wrongTries(), denied.waitSeconds());
                }
            };
        } catch (JdbiException unknownNames) {
            // the damage changed the names of tables or columns
            database.close();
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", database.file().toString()).exception(unknownNames);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    @Override
    public List<StoreBackup> backups(String profileId) {
        List<BackupFiles> places = new ArrayList<>(List.of(new BackupFiles(backups, profileId)));
        BackupSetting.of(shown.place(profileId)).chosen().ifPresent(chosen ->
                places.add(new BackupFiles(chosen, profileId)));
        List<BackupFiles.Named> found = new ArrayList<>();
        for (BackupFiles files : places) {
            try {
                found.addAll(files.list());
            } catch (IOException goneNow) {
                LOG.log(System.Logger.Level.WARNING, "a folder of copies cannot be read: " + goneNow.getMessage());
            }
        }
        return found.stream().sorted(Comparator.comparing(BackupFiles.Named::madeAt).reversed())
                .flatMap(each -> StoreRestore.look(each).stream()).toList();
    }

    /// Brings a copy back that lies anywhere, also for somebody who never worked on this laptop.
    ///
    /// @param copy named as it was made
    /// @throws ProblemException BACKUP_UNUSABLE
    public Unlocking restore(Path copy, char[] pin) {
        BackupFiles.Named named = BackupFiles.named(copy).orElseThrow(() -> unusable(copy, "hoidan_…_000001_….db?"));
        return restore(named.profileId(), StoreRestore.look(named).orElseThrow(() -> unusable(copy, "SQLite?")), pin);
    }

    private static ProblemException unusable(Path copy, String reason) {
        return Problem.of(ProblemKind.BACKUP_UNUSABLE, "file", copy.toString(), "reason", reason).exception();
    }

    @Override
    public Unlocking restore(String profileId, StoreBackup backup, char[] pin) {
        Path place = shown.place(profileId);
        try {
            Files.createDirectories(place);
        } catch (IOException refused) {
            throw FolderProblems.of(refused, people);
        }
        FolderLock lock = FolderLock.of(place);
        try {
            return switch (new StoreRestore(place, backup).put(this::door, pin, clock)) {
                case PersonDoor.Answer.Opened opened -> new Unlocking.Opened(opened(profileId,
                        database(place), opened.key(), lock, new OpenMark(false, false)));
                case PersonDoor.Answer.Denied denied -> {
                    lock.close();
                    yield new Unlocking.Denied(denied.wrongTries(), denied.waitSeconds());
                }
            };
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private Path existing(String profileId) {
        Path place = shown.place(profileId);
        if (!Files.isDirectory(place)) {
            throw new IllegalArgumentException("no such person on this laptop");
        }
        return place;
    }

    private Database database(Path place) {
        Path file = place.resolve(DATABASE_FILE);
        try {
            StoreRescue.finish(file);
        } catch (IOException refused) {
            throw FolderProblems.of(refused, place);
        }
        StoreCheck.refuseWithoutBeginning(file);
        return new StoreRoom(place, space).opening(() -> Database.open(file, MIGRATIONS));
    }

    private PersonDoor door(Database database) {
        return new PersonDoor(database, clock, costs, new SecureRandom(),
                new StoreRoom(database.file().getParent(), space)::release);
    }

    /// The store was opened by its key: it is looked through before anything else is read.
    private OpenProfile opened(String id, Database asFound, DataKey key, FolderLock lock, OpenMark mark) {
        Database database = asFound;
        try {
            database = StoreCheck.sound(asFound, key, mark, clock.now());
            Sealing sealing = new Sealing(key, database.file());
            Profile profile = PersonFile.read(id, document(database, sealing, Documents.PROFILE), database.file());
            Bytes token = Bytes.of(document(database, sealing, Documents.TOKEN));
            mendPlain(profile, database.file().resolveSibling(PersonFile.NAME));
            return open(profile, new DeviceCredentials(profile.device(), token), database, key, lock);
        } catch (RuntimeException failed) {
            key.close();
            database.close();
            throw failed;
        }
    }

    /// A plain file that says something else, because it is older or was tampered with, is written anew. Failing to is
    /// no reason to keep anybody out.
    private static void mendPlain(Profile profile, Path file) {
        Path beside = file.resolveSibling(PersonFile.NAME + UNFINISHED_FILE);
        try {
            if (!says(file, profile)) {
                Files.write(beside, PersonFile.plain(profile));
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.WARNING, "the plain file of a person could not be mended", refused);
        }
    }

    private static boolean says(Path file, Profile profile) {
        try {
            return PersonFile.read(profile.id(), file).equals(profile.shown());
        } catch (ProblemException lostOrUnreadable) {
            return false;
        }
    }

    private static byte[] document(Database database, Sealing sealing, String name) {
        return database.read((Handle handle) -> new Documents(handle, sealing).find(name))
                .orElseThrow(() -> Problem.of(ProblemKind.STORE_DAMAGED, "file", database.file().toString())
                        .exception());
    }

    /// Makes names in a folder durable; Windows cannot and need not.
    static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void deleteAfter(Exception failed, Path folder) {
        try {
            deleteAll(folder);
        } catch (IOException leftBehind) {
            failed.addSuppressed(leftBehind);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
