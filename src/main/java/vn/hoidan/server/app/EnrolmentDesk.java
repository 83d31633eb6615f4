package vn.hoidan.server.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.LogPosition;

/// Enrols laptops and knows them again.
public final class EnrolmentDesk {

    /// Longest label that a device gives itself, in characters.
    public static final int LONGEST_LABEL = 100;
    private static final int DEVICE_ID_BYTES = 8;
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

    public record Enrolled(String device, Person person) {
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
                return new Enrolled(use.device(), member.person());
            }
            if (!clock.instant().isBefore(code.expiresAt())) {
                throw refused();
            }
            String device = newDevice(central, member, tokenHash, label);
            central.staff().codeUsed(secretHash, new Staff.Use(tokenHash, device));
            return new Enrolled(device, member.person());
        });
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

    private static String shortened(String label) {
        return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
    }

    private static ProblemException refused() {
        return Problem.of(ProblemKind.ENROLMENT_CODE_REFUSED).exception();
    }
}
