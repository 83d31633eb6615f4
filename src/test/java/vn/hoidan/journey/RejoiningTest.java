package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Rejoining;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.XForms;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.quota.QuotaDesk;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;
import vn.hoidan.vault.PinVault;

/// A laptop that the office does not know any more is known again by a new code, with everything it has: real stores
/// and a real server.
class RejoiningTest {
    private static final String PIN = "482916";
    private static final String NAME = "Điều tra viên 1 (tập dượt)";
    private static final ListId LIST = SmallSurvey.list("27100-1");
    private static final ImmediateBackground LANE = new ImmediateBackground();

    @TempDir
    Path folder;

    private final HttpHeadOffices offices = new HttpHeadOffices("Linux");
    private final List<Workplace> open = new ArrayList<>();
    private RunningServer server;
    private int port;

    @BeforeEach
    void start() {
        server = ServerWiring.start(settings("office"));
        port = server.port();
        server.office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
    }

    @AfterEach
    void stop() {
        open.forEach(Workplace::close);
        offices.close();
        server.close();
    }

    private ServerSettings settings(String name) {
        Path data = folder.resolve(name);
        return new ServerSettings(data, ServerSettings.LOOPBACK, port, List.of(ServerSettings.LOOPBACK),
                data.resolve("backups"), Duration.ofDays(1));
    }

    @Test
    void sendsEverythingOnceWhenTheBackupIsOlderThanTheEnrolment() {
        String backup = server.office().backup().run().name();
        Workplace place = enrolled(laptop("laptop", offices), added(NAME));
        work(place, 1);
        sync(place);
        assertEquals(1, accepted());
        work(place, 2);
        server.close();
        ServerWiring.restore(settings("office").data(), settings("office").backups().resolve(backup));
        server = ServerWiring.start(settings("office"));
        place.sync().sync();
        assertEquals(Optional.of(ProblemKind.CREDENTIALS_REFUSED), problemOf(place));
        Profile profile = closed(place);

        Person again = added(NAME);
        server.office().lists().assign(LIST, again.id());
        Workplace back = rejoined(laptop("laptop", offices), profile, code(again));
        assertEquals(again.id(), back.profile().person().id());
        sync(back);
        assertEquals(2, accepted());
        sync(back);
        assertEquals(2, accepted());
        assertEquals(0, quarantined());
        assertEquals(0, back.sync().status().waiting());
        work(back, 3);
        sync(back);
        assertEquals(3, accepted());
        closed(back);
        assertEquals(0, entered(laptop("laptop", offices), profile).sync().status().waiting(), "the token is kept");
    }

    @Test
    void tellsTheSameAgainWhenTheAnswerToTheCodeWasLost() {
        String backup = server.office().backup().run().name();
        Profile profile = closed(enrolled(laptop("laptop", offices), added(NAME)));
        server.close();
        ServerWiring.restore(settings("office").data(), settings("office").backups().resolve(backup));
        server = ServerWiring.start(settings("office"));
        EnrolmentCode code = code(added(NAME));
        ProblemException cut = assertThrows(ProblemException.class,
                () -> laptop("laptop", new LostAnswers(offices)).rejoin(profile, code, PIN.toCharArray()));
        assertEquals(ProblemKind.CONNECTION_CUT, cut.problem().kind());
        Workplace back = rejoined(laptop("laptop", offices), profile, code);
        sync(back);
        assertEquals(2, server.office().store().read(central ->
                central.devices().newestLog(profile.device())).orElseThrow().incarnation());
    }

    @Test
    void givesALaptopBackThatWasReportedLost() {
        Person person = added(NAME);
        server.office().lists().assign(LIST, person.id());
        Workplace place = enrolled(laptop("laptop", offices), person);
        Workplace mate = enrolled(laptop("mate", offices), added("Điều tra viên 2 (tập dượt)"));
        sync(place);
        work(place, 1);
        sync(place);
        work(place, 2);
        server.office().quotas().lost(person.id(), new QuotaDesk.Decision("văn phòng", "mất máy"));
        assertEquals(true, server.office().store().read(central ->
                central.devices().signingKeys(place.profile().device())).getFirst().revoked());
        Profile profile = closed(place);
        server.office().lists().assign(LIST, person.id());

        Workplace back = rejoined(laptop("laptop", offices), profile, code(person));
        sync(back);
        assertEquals(false, server.office().store().read(central ->
                central.devices().signingKeys(profile.device())).getFirst().revoked());
        assertEquals(2, accepted());
        sync(back);
        work(back, 3);
        sync(back);
        assertEquals(3, accepted());
        assertEquals(0, quarantined());
        sync(mate);
    }

    @Test
    void leavesACodeOfSomebodyElseUnused() {
        Person other = added("Điều tra viên 2 (tập dượt)");
        Workplace place = enrolled(laptop("laptop", offices), added(NAME));
        Profile profile = closed(place);
        EnrolmentCode code = code(other);
        ProblemException refused = assertThrows(ProblemException.class,
                () -> laptop("laptop", offices).rejoin(profile, code, PIN.toCharArray()));
        assertEquals(ProblemKind.CODE_OF_ANOTHER_PERSON, refused.problem().kind());
        sync(entered(laptop("laptop", offices), profile));
        sync(enrolled(laptop("other", offices), other, code));
    }

    @Test
    void goesOnWithAnOfficeThatWasRestoredWithoutItsKeys() {
        Workplace place = enrolled(laptop("laptop", offices), added(NAME));
        String backup = server.office().backup().run().name();
        work(place, 1);
        Profile profile = closed(place);
        server.close();
        ServerWiring.restore(settings("another").data(), settings("office").backups().resolve(backup));
        server = ServerWiring.start(settings("another"));
        Workplace back = rejoined(laptop("laptop", offices), profile, code(profile.person()));
        sync(back);
        assertEquals(1, accepted());
        assertEquals(0, quarantined(), "sealed to the keys of now");
        sync(back);
        work(back, 2);
        sync(back);
        assertEquals(2, accepted());
    }

    private int accepted() {
        return server.office().board().board(SmallSurvey.ID, "vi").accepted();
    }

    private int quarantined() {
        return server.office().quarantine().lines().size();
    }

    private static Optional<ProblemKind> problemOf(Workplace place) {
        return place.sync().status().problem().map(Problem::kind);
    }

    private static void sync(Workplace place) {
        place.sync().sync();
        assertEquals(Optional.empty(), place.sync().status().problem());
    }

    private static void work(Workplace place, int... households) {
        FieldWork field = assertInstanceOf(FieldWork.class, place.work());
        for (int household : households) {
            Starting starting = field.start(LIST, household, InterviewMode.FACE_TO_FACE, "vi");
            InterviewWork interview = assertInstanceOf(Starting.Started.class, starting, starting::toString)
                    .interview();
            interview.answer(new vn.hoidan.core.questionnaire.Path("/data/q1"), "1");
            interview.complete(done -> assertInstanceOf(Completing.Completed.class, done), problem -> {
                throw problem.exception();
            });
        }
    }

    private Person added(String name) {
        return server.office().staff().add(SmallSurvey.ID, name, Role.ENUMERATOR, SmallSurvey.DISTRICT);
    }

    private EnrolmentCode code(Person person) {
        return server.office().staff().issueCode(person.id());
    }

    private Laptop laptop(String name, HeadOffices way) {
        SettableClock clock = new SettableClock(Samples.MORNING.plus(Duration.ofHours(1)));
        FieldWork.Surroundings surroundings = new FieldWork.Surroundings(LANE, clock, UUID::randomUUID,
                xform -> new XForms().load(xform), new CompressedRecords(), new VoucherFiles(), "0.1.0");
        return new Laptop(new ProfileFolders(folder.resolve(name), clock, PinVault.Cost.LEAST), way,
                surroundings, LANE, RejoiningTest::token, () -> 0);
    }

    private Workplace enrolled(Laptop laptop, Person person) {
        PersonId first = person.id();
        if (open.isEmpty()) {
            server.office().lists().assign(LIST, first);
        }
        Workplace place = enrolled(laptop, person, code(person));
        sync(place);
        return place;
    }

    private Workplace enrolled(Laptop laptop, Person person, EnrolmentCode code) {
        Workplace place = laptop.enrol(new ServerAddress(server.host(), server.port(),
                Bytes.of(Arrays.copyOf(server.fingerprint().toArray(), EnrolmentCode.FINGERPRINT_BYTES))), code,
                PIN.toCharArray());
        assertEquals(person, place.profile().person());
        open.add(place);
        return place;
    }

    private Workplace rejoined(Laptop laptop, Profile profile, EnrolmentCode code) {
        return kept(laptop.rejoin(profile, code, PIN.toCharArray()));
    }

    private Workplace entered(Laptop laptop, Profile profile) {
        return kept(laptop.enter(profile, PIN.toCharArray()));
    }

    private Workplace kept(Laptop.Entering entering) {
        Workplace place = assertInstanceOf(Laptop.Entering.Entered.class, entering).workplace();
        open.add(place);
        return place;
    }

    private Profile closed(Workplace place) {
        open.remove(place);
        place.close();
        return place.profile();
    }

    private static Bytes token() {
        byte[] token = new byte[32];
        new SecureRandom().nextBytes(token);
        return Bytes.of(token);
    }

    /// The office does what it is asked for, and no answer to a code arrives.
    private record LostAnswers(HeadOffices way) implements HeadOffices {
        @Override
        public HeadOffice at(ServerAddress address, DeviceCredentials credentials) {
            return way.at(address, credentials);
        }

        @Override
        public Optional<Instant> reach(ServerAddress address) {
            return way.reach(address);
        }

        @Override
        public Enrolled enrol(ServerAddress address, EnrolmentCode code, Bytes token) {
            return way.enrol(address, code, token);
        }

        @Override
        public Enrolled rejoin(ServerAddress address, EnrolmentCode code, Bytes token, Rejoining known) {
            way.rejoin(address, code, token, known);
            throw Problem.of(ProblemKind.CONNECTION_CUT).exception();
        }

        @Override
        public SpokenCode reset(ServerAddress address, String device, int turn, SpokenCode code) {
            return way.reset(address, device, turn, code);
        }
    }
}
