package vn.hoidan.server.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Rejoining;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.server.app.intake.LogDesk;
import vn.hoidan.server.app.quota.ListDesk;
import vn.hoidan.server.app.quota.PlaceDesk;
import vn.hoidan.server.app.quota.QuotaTurns;
import vn.hoidan.server.app.quota.Team;

/// Enrols laptops and knows them again.
public final class EnrolmentDesk {

    /// Longest label that a device gives itself, in characters.
    public static final int LONGEST_LABEL = 100;
    private static final int DEVICE_ID_BYTES = 8;
    private static final String DEVICE_FORM = "d-[0-9a-f]{" + 2 * DEVICE_ID_BYTES + "}";
    private static final Bytes NOBODY = Bytes.of(new byte[LogPosition.HASH_BYTES]);

    private final CentralStore store;
    private final ListDesk lists;
    private final PlaceDesk places;
    private final QuotaTurns turns;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// @param random source of names that cannot be guessed
    public EnrolmentDesk(CentralStore store, ListDesk lists, PlaceDesk places, InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.lists = lists;
        this.places = places;
        this.turns = new QuotaTurns(random);
        this.clock = clock;
        this.random = random;
    }

    /// @param log incarnation of the device's log from now on
    public record Enrolled(String device, int log, Person person) {
    }

    /// Enrols a laptop for the person the code was made for. The survey and the lists assigned to that person wait for
    /// it in its down-log; a laptop it replaces loses its lists and units and may still send. A code works once; the
    /// same code
    /// with the same token gives the same answer again, because the first answer may have been lost.
    ///
    /// @param secret    of the enrolment code
    /// @param tokenHash SHA-256 of the token that the device will show
    /// @throws ProblemException ENROLMENT_CODE_REFUSED
    public Enrolled enrol(Bytes secret, Bytes tokenHash, String label) {
        return enrolled(secret, tokenHash, (central, member) -> newDevice(central, member, tokenHash, label));
    }

    /// Makes a laptop known again that this office does not know, because it was restored from a backup older than the
    /// laptop's enrolment, or that came back after it was reported lost or replaced. It keeps its name and sends
    /// everything it has in another log; its lists come back when all of that is here, see {@link LogDesk}. Its old
    /// token and its old signing keys count no more. Nothing is done if the code was made for somebody else.
    ///
    /// @throws ProblemException ENROLMENT_CODE_REFUSED, CODE_OF_ANOTHER_PERSON
    public Enrolled rejoin(Bytes secret, Bytes tokenHash, String label, Rejoining laptop) {
        return enrolled(secret, tokenHash, (central, member) -> knownAgain(central, member, tokenHash, label, laptop));
    }

    /// @param place gives the name of the log with which the device begins
    private Enrolled enrolled(Bytes secret, Bytes tokenHash,
            BiFunction<CentralStore.Central, Staff.Member, String> place) {
        Bytes secretHash = Sha256.of(secret);
        return store.write(central -> {
            Staff.IssuedCode code = central.staff().code(secretHash)
                    .filter(each -> Sha256.same(each.secretHash(), secretHash))
                    .orElseThrow(EnrolmentDesk::refused);
            Staff.Member member = central.staff().find(code.person()).orElseThrow();
            if (code.use().isPresent()) {
                Staff.Use use = code.use().get();
                if (!Sha256.same(use.tokenHash(), tokenHash)) {
                    throw refused();
                }
                return told(central, use.device(), member);
            }
            if (!clock.instant().isBefore(code.expiresAt())) {
                throw refused();
            }
            String log = place.apply(central, member);
            central.staff().codeUsed(secretHash, new Staff.Use(tokenHash, log));
            return told(central, log, member);
        });
    }

    private static Enrolled told(CentralStore.Central central, String log, Staff.Member member) {
        Devices.Device device = central.devices().find(log).orElseThrow();
        return new Enrolled(device.name(), device.incarnation(), member.person());
    }

    /// The device with this name if the token is its own.
    ///
    /// @throws ProblemException CREDENTIALS_REFUSED
    public Known known(String device, Bytes token) {
        Bytes hash = Sha256.of(token);
        return store.read(central -> {
            Optional<Devices.Device> found = central.devices().find(device);
            boolean right = Sha256.same(found.map(Devices.Device::tokenHash).orElse(NOBODY), hash);
            if (!right || found.isEmpty()) {
                throw Problem.of(ProblemKind.CREDENTIALS_REFUSED).exception();
            }
            return new Known(device, central.staff().find(found.get().person()).orElseThrow());
        });
    }

    /// A device that has shown its token.
    public record Known(String device, Staff.Member member) {
    }

    private String newDevice(CentralStore.Central central, Staff.Member member, Bytes tokenHash, String label) {
        byte[] name = new byte[DEVICE_ID_BYTES];
        random.nextBytes(name);
        String id = "d-" + Bytes.of(name).hex();
        Instant now = clock.instant();
        Survey survey = central.surveys().find(member.survey()).orElseThrow();
        Optional<Devices.Device> before = central.devices().current(member.person().id());
        before.ifPresent(old -> {
            central.devices().replaced(old.id(), now);
            Team.revoked(central, old, now);
        });
        central.devices().add(Devices.Device.enrolled(id, member.person().id(), survey.id(), shortened(label),
                tokenHash), now);
        central.logs().tell(id, new DownItem.SurveyAssigned(survey), now);
        lists.moveTo(central, survey, member.person().id(), id);
        places.moveTo(central, survey, member.person().id());
        before.ifPresent(old -> turns.fenceAll(central, survey.id(), old.id(), now));
        return id;
    }

    private String knownAgain(CentralStore.Central central, Staff.Member member, Bytes tokenHash, String label,
            Rejoining laptop) {
        if (!laptop.device().matches(DEVICE_FORM)) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "name of the device").exception();
        }
        Optional<Devices.Device> newest = central.devices().newestLog(laptop.device());
        // a person who was added again after a restore has another id
        boolean own = newest.map(known -> known.person().equals(member.person().id()))
                .orElseGet(() -> member.person().name().equals(laptop.person()));
        if (!own) {
            throw Problem.of(ProblemKind.CODE_OF_ANOTHER_PERSON, "name", laptop.person()).exception();
        }
        Instant now = clock.instant();
        Survey survey = central.surveys().find(member.survey()).orElseThrow();
        if (newest.isEmpty()) {
            central.devices().add(Devices.Device.enrolled(laptop.device(), member.person().id(), survey.id(),
                    shortened(label), tokenHash).next(OwnLog.FIRST, true), now);
        }
        central.devices().tokenChanged(laptop.device(), tokenHash);
        Optional<Devices.Device> before = central.devices().current(member.person().id());
        before.ifPresent(old -> {
            central.devices().replaced(old.id(), now);
            Team.revoked(central, old, now);
        });
        Devices.Device last = central.devices().newestLog(laptop.device()).orElseThrow();
        Team.revoked(central, last, now);
        int number = Math.min(OwnLog.MOST, Math.max(last.incarnation(), laptop.incarnation()) + 1);
        Devices.Device log = last.next(number, false);
        central.devices().add(log, now);
        central.logs().tell(log.id(), new DownItem.SurveyAssigned(survey), now);
        before.ifPresent(old -> turns.fenceAll(central, survey.id(), old.id(), now));
        return log.id();
    }

    private static String shortened(String label) {
        return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
    }

    private static ProblemException refused() {
        return Problem.of(ProblemKind.ENROLMENT_CODE_REFUSED).exception();
    }
}
