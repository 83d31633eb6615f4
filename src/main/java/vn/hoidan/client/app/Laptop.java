package vn.hoidan.client.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.hoidan.client.app.carry.CarryDesk;
import vn.hoidan.client.app.carry.CarryRound;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore;
import vn.hoidan.client.app.store.ProfileStore.OpenProfile;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.client.app.store.StoreBackup;
import vn.hoidan.client.app.store.StoreDesk;
import vn.hoidan.client.app.sync.Replies;
import vn.hoidan.client.app.sync.SpareKeyRound;
import vn.hoidan.client.app.sync.SyncDesk;
import vn.hoidan.client.app.sync.SyncRound;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.SupervisorWork;
import vn.hoidan.client.app.work.Work;
import vn.hoidan.core.access.PinRules;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Rejoining;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;

/// The laptop before anybody has given a PIN: who works here, how to join, how to get in. Methods take time (key
/// derivation, network): call them on a lane.
public final class Laptop {
    /// Shortest PIN, in characters.
    public static final int SHORTEST_PIN = PinRules.SHORTEST;

    /// Most symbols that are taken for a short code.
    private static final int SHORT_CODE_SYMBOLS = 11;

    /// Clocks that are nearer to each other are right.
    private static final long CLOCK_OFF_MINUTES = 5;

    private final ProfileStore profiles;
    private final HeadOffices offices;
    private final FieldWork.Surroundings surroundings;
    private final Background syncLane;
    private final Background copyLane;
    private final Supplier<Bytes> tokens;
    private final DoubleSupplier jitter;
    private volatile Supplier<String> about = () -> "";
    private volatile BiConsumer<ServerAddress, DeviceCredentials> synced = (_, _) -> { };

    /// Copies of stores are made on the lane of sync.
    ///
    /// @param tokens gives {@link HeadOffices#TOKEN_BYTES} random bytes each time
    public Laptop(ProfileStore profiles, HeadOffices offices, FieldWork.Surroundings surroundings,
            Background syncLane, Supplier<Bytes> tokens, DoubleSupplier jitter) {
        this(profiles, offices, surroundings, syncLane, syncLane, tokens, jitter);
    }

    /// @param copyLane on which copies of stores are made; sticks may be slow
    /// @param tokens   gives {@link HeadOffices#TOKEN_BYTES} random bytes each time
    public Laptop(ProfileStore profiles, HeadOffices offices, FieldWork.Surroundings surroundings,
            Background syncLane, Background copyLane, Supplier<Bytes> tokens, DoubleSupplier jitter) {
        this.copyLane = copyLane;
        this.profiles = profiles;
        this.offices = offices;
        this.surroundings = surroundings;
        this.syncLane = syncLane;
        this.tokens = tokens;
        this.jitter = jitter;
    }

    public List<Profile> profiles() {
        return profiles.profiles();
    }

    /// Looks at a PIN that is being chosen; empty if it can be taken.
    ///
    /// @param own words that belong to the person and cannot be the PIN
    public static Optional<Problem> checkPin(char[] pin, char[] again, List<String> own) {
        return PinRules.refusal(pin, own).or(() -> Arrays.equals(pin, again) ? Optional.empty()
                : Optional.of(Problem.of(ProblemKind.PINS_DIFFER)));
    }

    /// Tries the way to a server before anybody chooses a PIN for it.
    ///
    /// @return empty if all is well; otherwise what to see to, which is no reason not to go on
    /// @throws vn.hoidan.core.problem.ProblemException why the server cannot be used from here
    public Optional<Problem> reach(ServerAddress address) {
        return offices.reach(address).map(time -> Duration.between(time, surroundings.clock().now()).abs().toMinutes())
                .filter(minutes -> minutes >= CLOCK_OFF_MINUTES)
                .map(minutes -> Problem.of(ProblemKind.CLOCK_OFF, "minutes", String.valueOf(minutes)));
    }

    /// Enrols this laptop for a person and opens their workplace. The PIN is wiped.
    ///
    /// @param address where the server is, with the fingerprint of the code
    public Workplace enrol(ServerAddress address, EnrolmentCode code, char[] pin) {
        try {
            Bytes token = tokens.get();
            HeadOffices.Enrolled enrolled = patiently(() -> offices.enrol(address, code, token));
            Profile profile = new Profile(UUID.nameUUIDFromBytes(
                    enrolled.device().getBytes(StandardCharsets.UTF_8)).toString(),
                    enrolled.device(), enrolled.person(), address);
            OpenProfile open = profiles.create(profile, new DeviceCredentials(enrolled.device(), token), pin);
            enrolled.spareKeys().ifPresent(open.lock()::keep);
            enrolled.recordKey().ifPresent(key -> open.store().apply(List.of(new Change.RecordKeyReceived(key))));
            return workplace(open);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /// A lost answer is asked for once more: the same code with the same token is the same enrolment.
    private static HeadOffices.Enrolled patiently(Supplier<HeadOffices.Enrolled> enrolment) {
        try {
            return enrolment.get();
        } catch (ProblemException first) {
            if (first.problem().kind() == ProblemKind.CONNECTION_CUT) {
                return enrolment.get();
            }
            throw first;
        }
    }

    /// Makes a laptop that the office knows no longer, or that came back after it was lost, known again by a new code.
    /// The store stays as it is and goes up whole under another log; the PIN is wiped. After a lost answer the same
    /// code may be typed again.
    public Entering rejoin(Profile profile, EnrolmentCode code, char[] pin) {
        try {
            return switch (profiles.unlock(profile.id(), pin)) {
                case Unlocking.Opened opened -> new Entering.Entered(workplace(rejoined(opened.profile(), code)));
                case Unlocking.Denied denied ->
                    new Entering.Denied(wrongPin(denied.wrongTries(), denied.waitSeconds()));
            };
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private OpenProfile rejoined(OpenProfile open, EnrolmentCode code) {
        try {
            Profile before = open.profile();
            ServerAddress address = new ServerAddress(before.address().host(), before.address().port(),
                    Bytes.of(code.fingerprint()));
            Bytes token = open.credentials().renewed(Bytes.of(code.secret()));
            HeadOffices.Enrolled again = patiently(() -> offices.rejoin(address, code, token, new Rejoining(
                    before.device(), open.store().syncState().incarnation(), before.person().name())));
            Profile after = new Profile(before.id(), before.device(), again.person(), address);
            List<Change> changes = new ArrayList<>(List.of(new Change.Rejoined(after, token)));
            again.recordKey().ifPresent(key -> changes.add(new Change.RecordKeyReceived(key)));
            changes.addAll(Replies.anotherLog(open.store(), again.log()));
            open.store().apply(changes);
            return new OpenProfile(after, new DeviceCredentials(after.device(), token), open.store(), open.lock(),
                    open.keeper());
        } catch (RuntimeException failed) {
            open.store().close();
            throw failed;
        }
    }

    /// Tries a PIN; it is wiped.
    public Entering enter(Profile profile, char[] pin) {
        try {
            return entering(profiles.unlock(profile.id(), pin));
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /// Copies of a person's store that can be brought back, newest first.
    public List<StoreBackup> backups(Profile profile) {
        return profiles.backups(profile.id());
    }

    /// Brings a copy back by the PIN that held when it was made; it is wiped.
    public Entering bringBack(Profile profile, StoreBackup backup, char[] pin) {
        try {
            return entering(profiles.restore(profile.id(), backup, pin));
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private Entering entering(Unlocking unlocking) {
        return switch (unlocking) {
            case Unlocking.Opened opened -> new Entering.Entered(workplace(opened.profile()));
            case Unlocking.Denied denied ->
                new Entering.Denied(wrongPin(denied.wrongTries(), denied.waitSeconds()));
        };
    }

    /// What to say of a wrong PIN.
    public static Problem wrongPin(int tries, long waitSeconds) {
        return waitSeconds > 0 ? Problem.of(ProblemKind.PIN_WAIT, "seconds", String.valueOf(waitSeconds))
                : Problem.of(ProblemKind.WRONG_PIN, "tries", String.valueOf(tries));
    }

    /// Words that cannot be this person's PIN.
    static List<String> ownWords(Profile profile) {
        return List.of(profile.person().id().text(), profile.person().name(), profile.device());
    }

    /// The turn that a person who forgot the PIN reads to the office with the device's name; empty as long as the
    /// office has given no spare keys.
    public Optional<Integer> recoveryTurn(Profile profile) {
        return profiles.recoveryTurn(profile.id());
    }

    /// Opens a workplace whose PIN was forgotten and gives it another one; both arrays are wiped. A long code is the
    /// recovery code itself and needs no network; with a short one the server is asked for it.
    ///
    /// @param turn  as told by {@link #recoveryTurn}
    /// @param typed code as typed
    public Entering recover(Profile profile, int turn, String typed, char[] pin, char[] again) {
        try {
            Optional<Problem> refused = checkPin(pin, again, ownWords(profile));
            boolean isShort = isShort(typed);
            int groups = isShort ? SpokenCode.RESET_GROUPS : SpokenCode.RECOVERY_GROUPS;
            List<Integer> slips = SpokenCode.slips(typed, groups);
            if (!slips.isEmpty()) {
                return new Entering.Denied(Problem.of(ProblemKind.SPOKEN_CODE_SLIP, "groups",
                        slips.stream().map(String::valueOf).collect(Collectors.joining(", "))));
            }
            if (refused.isPresent()) {
                return new Entering.Denied(refused.get());
            }
            SpokenCode code = SpokenCode.parse(typed, groups).orElseThrow();
            return recover(profile, isShort ? offices.reset(profile.address(), profile.device(), turn, code) : code,
                    pin);
        } finally {
            Arrays.fill(pin, '\0');
            Arrays.fill(again, '\0');
        }
    }

    /// Nearer to the short code than to the long one.
    private static boolean isShort(String typed) {
        return typed.chars().filter(Character::isLetterOrDigit).count() <= SHORT_CODE_SYMBOLS;
    }

    private Entering recover(Profile profile, SpokenCode code, char[] pin) {
        return switch (profiles.recover(profile.id(), code, pin)) {
            case Unlocking.Opened opened -> new Entering.Entered(workplace(opened.profile()));
            case Unlocking.Denied denied -> new Entering.Denied(denied.waitSeconds() > 0
                    ? wrongPin(denied.wrongTries(), denied.waitSeconds())
                    : Problem.of(ProblemKind.RECOVERY_CODE_WRONG, "tries", String.valueOf(denied.wrongTries())));
        };
    }

    /// What came of a PIN.
    public sealed interface Entering {
        record Entered(Workplace workplace) implements Entering {
        }

        record Denied(Problem problem) implements Entering {
        }
    }

    /// @param laptop what the file for support tells of the laptop and its program
    public void tellsOfItself(Supplier<String> laptop) {
        about = laptop;
    }

    /// @param then told the server and the credentials of each round of sync that ended well, on the lane of sync
    public void whenSynced(BiConsumer<ServerAddress, DeviceCredentials> then) {
        synced = then;
    }

    private Workplace workplace(OpenProfile open) {
        HeadOffice office = offices.at(open.profile().address(), open.credentials());
        SyncRound round = new SyncRound(open.store(), office, surroundings.loader(), surroundings.encoder(),
                surroundings.clock());
        CarryRound carry = new CarryRound(open.profile().device(), open.store(), round, office,
                surroundings.clock());
        SpareKeyRound spareKeys = new SpareKeyRound(open.lock(), office);
        if (open.profile().person().role() == Role.SUPERVISOR) {
            SupervisorWork work = new SupervisorWork(open.profile(), open.store(), office, surroundings);
            return workplace(open, work, round, carry, () -> {
                work.fetch();
                spareKeys.run();
            });
        }
        return workplace(open, new FieldWork(open.profile(), open.store(), surroundings), round, carry,
                spareKeys);
    }

    private Workplace workplace(OpenProfile open, Work work, SyncRound round, CarryRound carry, Runnable afterRound) {
        SyncDesk sync = new SyncDesk(open.store(), round, () -> {
            afterRound.run();
            carry.bring();
            synced.accept(open.profile().address(), open.credentials());
        }, syncLane, surroundings.clock(), jitter);
        return new Workplace(open, work, new Workplace.Desks(sync, copies(open), new CarryDesk(carry, sync, syncLane),
                new SupportDesk(open.profile(), open.store(), open.lock(), about)));
    }

    private StoreDesk copies(OpenProfile open) {
        return new StoreDesk(open.keeper(), copyLane, surroundings.clock());
    }
}
