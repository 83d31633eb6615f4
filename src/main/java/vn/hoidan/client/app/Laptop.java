package vn.hoidan.client.app;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import vn.hoidan.client.app.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.ProfileStore.OpenProfile;
import vn.hoidan.client.app.ProfileStore.Unlocking;
import vn.hoidan.core.access.PinRules;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;

/// The laptop before anybody has given a PIN: who works here, how to join, how to get in. Methods take time (key
/// derivation, network): call them on a lane.
public final class Laptop {
    /// Shortest PIN, in characters.
    public static final int SHORTEST_PIN = PinRules.SHORTEST;

    private final ProfileStore profiles;
    private final HeadOffices offices;
    private final FieldWork.Surroundings surroundings;
    private final Background syncLane;
    private final Supplier<Bytes> tokens;
    private final DoubleSupplier jitter;

    /// @param tokens gives {@link HeadOffices#TOKEN_BYTES} random bytes each time
    public Laptop(ProfileStore profiles, HeadOffices offices, FieldWork.Surroundings surroundings,
            Background syncLane, Supplier<Bytes> tokens, DoubleSupplier jitter) {
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

    /// Enrols this laptop for a person and opens their workplace. The PIN is wiped.
    ///
    /// @param address where the server is, with the fingerprint of the code
    public Workplace enrol(ServerAddress address, EnrolmentCode code, char[] pin) {
        try {
            Bytes token = tokens.get();
            HeadOffices.Enrolled enrolled = enrolPatiently(address, code, token);
            Profile profile = new Profile(UUID.nameUUIDFromBytes(
                    enrolled.device().getBytes(StandardCharsets.UTF_8)).toString(),
                    enrolled.device(), enrolled.person(), address);
            return workplace(profiles.create(profile, new DeviceCredentials(enrolled.device(), token), pin));
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /// A lost answer is asked for once more: the same code with the same token is the same enrolment.
    private HeadOffices.Enrolled enrolPatiently(ServerAddress address, EnrolmentCode code, Bytes token) {
        try {
            return offices.enrol(address, code, token);
        } catch (ProblemException first) {
            if (first.problem().kind() == ProblemKind.CONNECTION_CUT) {
                return offices.enrol(address, code, token);
            }
            throw first;
        }
    }

    /// Tries a PIN; it is wiped.
    public Entering enter(Profile profile, char[] pin) {
        try {
            return switch (profiles.unlock(profile.id(), pin)) {
                case Unlocking.Opened opened -> new Entering.Entered(workplace(opened.profile()));
                case Unlocking.Denied denied -> new Entering.Denied(denied.waitSeconds() > 0
                        ? Problem.of(ProblemKind.PIN_WAIT, "seconds", String.valueOf(denied.waitSeconds()))
                        : Problem.of(ProblemKind.WRONG_PIN, "tries", String.valueOf(denied.wrongTries())));
            };
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /// What came of a PIN.
    public sealed interface Entering {
        record Entered(Workplace workplace) implements Entering {
        }

        record Denied(Problem problem) implements Entering {
        }
    }

    private Workplace workplace(OpenProfile open) {
        HeadOffice office = offices.at(open.profile().address(), open.credentials());
        SyncRound round = new SyncRound(open.store(), office, surroundings.loader(), surroundings.clock());
        if (open.profile().person().role() == Role.SUPERVISOR) {
            SupervisorWork work = new SupervisorWork(open.store(), office);
            return new Workplace(open.profile(), open.store(), work, desk(open.store(), round, work::fetchBoard));
        }
        FieldWork work = new FieldWork(open.profile(), open.store(), surroundings);
        return new Workplace(open.profile(), open.store(), work, desk(open.store(), round, () -> { }));
    }

    private SyncDesk desk(FieldStore store, SyncRound round, Runnable afterRound) {
        return new SyncDesk(store, round, afterRound, syncLane, surroundings.clock(), jitter);
    }
}
