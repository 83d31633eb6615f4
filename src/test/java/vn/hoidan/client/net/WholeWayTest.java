package vn.hoidan.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.quota.Admittance;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.sync.SyncStatus;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.app.work.SupervisorWork;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
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

/// The laptop's real store and its real way to the real server, without a window.
class WholeWayTest {
    private static final String PIN = "482916";
    private static final ImmediateBackground LANE = new ImmediateBackground();
    private static final QuotaDesk.Decision BY_THE_OFFICE = new QuotaDesk.Decision("văn phòng", "theo kế hoạch");

    @TempDir
    Path folder;

    private final HttpHeadOffices offices = new HttpHeadOffices("Linux");
    private RunningServer server;

    @BeforeEach
    void start() {
        server = ServerWiring.start(ServerSettings.practice(folder.resolve("office")));
        server.office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
    }

    @AfterEach
    void stop() {
        offices.close();
        server.close();
    }

    @Test
    void bringsAnInterviewFromTheLaptopToTheBoard() {
        Person enumerator = person(Role.ENUMERATOR, SmallSurvey.DISTRICT);
        server.office().lists().assign(SmallSurvey.list("27100-1"), enumerator.id());
        try (Workplace place = laptop("a").enrol(address(), code(enumerator), PIN.toCharArray())) {
            sync(place);
            interview(place);
            assertEquals(0, server.office().board().board(SmallSurvey.ID, "vi").accepted());
            sync(place);
            sync(place);
            assertEquals(0, place.sync().status().waiting());
        }
        assertEquals(1, server.office().board().board(SmallSurvey.ID, "vi").accepted());
        Laptop later = laptop("a");
        Laptop.Entering.Entered entered = assertInstanceOf(Laptop.Entering.Entered.class,
                later.enter(later.profiles().getFirst(), PIN.toCharArray()));
        try (Workplace place = entered.workplace()) {
            assertEquals(1, work(place).home().villages().getFirst().quota().done());
            sync(place);
        }
        try (Workplace place = laptop("b").enrol(address(), code(person(Role.SUPERVISOR, "01")), PIN.toCharArray())) {
            sync(place);
            SupervisorWork work = assertInstanceOf(SupervisorWork.class, place.work());
            assertEquals(1, work.board().orElseThrow().accepted());
            Board.Counted counted = work.counted(SmallSurvey.districtCell(SmallSurvey.DISTRICT),
                    Board.Counted.NEWEST).getFirst();
            assertEquals(enumerator.name(), counted.person());
            assertEquals(List.of(), work.counted(SmallSurvey.districtCell(SmallSurvey.DISTRICT), counted.number()));
            assertEquals(QuotaDecision.Effect.DONE, work.decide(new QuotaDecision.Rule(counted.interview(),
                    QuotaDecision.Verdict.REJECT, "gọi lại không ai nhận")));
        }
    }

    @Test
    void bringsWhatTheOfficeSaysAndRemembersWhatWasRead() {
        Person enumerator = person(Role.ENUMERATOR, SmallSurvey.DISTRICT);
        server.office().messages().sendTo(enumerator.id(), "Văn phòng", "Thứ hai họp ở xã.");
        try (Workplace place = laptop("a").enrol(address(), code(enumerator), PIN.toCharArray())) {
            sync(place);
            sync(place);
            assertEquals(List.of("Thứ hai họp ở xã."), unread(place));
            work(place).mail().allRead();
            server.office().messages().sendToAll(SmallSurvey.ID, "", "Văn phòng", "Trời sắp bão.");
            sync(place);
        }
        Laptop later = laptop("a");
        try (Workplace place = assertInstanceOf(Laptop.Entering.Entered.class,
                later.enter(later.profiles().getFirst(), PIN.toCharArray())).workplace()) {
            assertEquals(List.of("Trời sắp bão."), unread(place));
            assertEquals(2, work(place).mail().messages().size());
        }
    }

    private static List<String> unread(Workplace place) {
        return work(place).mail().messages().stream().filter(each -> !each.read()).map(each -> each.message().text())
                .toList();
    }

    @Test
    void countsAnInterviewOfAFreeQuotaOnTheUnitThatItsLaptopHeld() {
        startAnew("free", SmallSurvey.free());
        Person enumerator = person(Role.ENUMERATOR, SmallSurvey.DISTRICT);
        server.office().places().assign(enumerator.id(), SmallSurvey.DISTRICT, BY_THE_OFFICE);
        try (Workplace place = laptop("a").enrol(address(), code(enumerator), PIN.toCharArray())) {
            sync(place);
            sync(place);
            CellCount before = women();
            assertTrue(before.onLease() > 0, before.toString());
            interviewAWoman(place);
            sync(place);
            assertEquals(0, place.sync().status().waiting());
            assertEquals(1, women().accepted());
            assertEquals(0, women().pending());
        }
        assertEquals(List.of(), server.office().quotas().faults());
    }

    @Test
    void carriesOutWhatASupervisorDecidesAndSaysWhatCameOfIt() {
        startAnew("free", SmallSurvey.free());
        CellKey women = SmallSurvey.womenIn(SmallSurvey.DISTRICT);
        try (Workplace place = laptop("b").enrol(address(), code(person(Role.SUPERVISOR, "01")), PIN.toCharArray())) {
            sync(place);
            SupervisorWork work = assertInstanceOf(SupervisorWork.class, place.work());
            assertEquals("no", work.words().questions().get(new vn.hoidan.core.questionnaire.Path("/data/q1"))
                    .choices().get("2").in("en").toLowerCase(Locale.ROOT));
            QuotaDecision raised = new QuotaDecision.Retarget(women, 9, "theo công văn");
            assertEquals(QuotaDecision.Effect.DONE, work.decide(raised));
            assertEquals(QuotaDecision.Effect.NOTHING, work.decide(raised), "told again");
            work.fetch();
            assertEquals(9, work.board().orElseThrow().cells().stream().map(Board.Cell::count)
                    .filter(cell -> cell.cell().equals(women)).findFirst().orElseThrow().target());
            assertEquals(QuotaDecision.Effect.NOTHING, work.decide(
                    new QuotaDecision.LaptopLost("nobody", "thử")));
        }
        assertEquals("theo công văn", server.office().quotas().acts(SmallSurvey.ID).getLast().reason());
    }

    @Test
    void keepsEverythingWhileTheServerIsAway() {
        Person enumerator = person(Role.ENUMERATOR, SmallSurvey.DISTRICT);
        server.office().lists().assign(SmallSurvey.list("27100-1"), enumerator.id());
        try (Workplace place = laptop("a").enrol(address(), code(enumerator), PIN.toCharArray())) {
            sync(place);
            interview(place);
            int port = server.port();
            server.close();
            place.sync().sync();
            ProblemKind kind = place.sync().status().problem().orElseThrow().kind();
            assertTrue(List.of(ProblemKind.SERVER_UNKNOWN, ProblemKind.NO_NETWORK, ProblemKind.CONNECTION_CUT)
                    .contains(kind), kind.toString());
            ServerSettings again = ServerSettings.practice(folder.resolve("office"));
            server = ServerWiring.start(new ServerSettings(again.data(), again.host(), port, again.names(),
                    again.backups(), again.backupEvery()));
            sync(place);
        }
        assertEquals(1, server.office().board().board(SmallSurvey.ID, "vi").accepted());
    }

    @Test
    void refusesACodeThatWasUsedAndAServerThatIsAnother() {
        EnrolmentCode code = code(person(Role.ENUMERATOR, SmallSurvey.DISTRICT));
        Bytes token = token();
        assertEquals(offices.enrol(address(), code, token), offices.enrol(address(), code, token));
        assertProblem(ProblemKind.ENROLMENT_CODE_REFUSED, () -> offices.enrol(address(), code, token()));
        byte[] other = code.fingerprint();
        other[0] ^= 1;
        ServerAddress elsewhere = new ServerAddress(server.host(), server.port(), Bytes.of(other));
        assertProblem(ProblemKind.CERTIFICATE_MISMATCH, () -> offices.enrol(elsewhere, code, token));
        assertProblem(ProblemKind.CERTIFICATE_MISMATCH, () -> offices.reach(elsewhere));
        assertTrue(offices.reach(address()).isPresent(), "the server does not tell its time");
    }

    @Test
    void opensAForgottenLaptopByTelephoneAndThenAgainByTheNetwork() {
        Person enumerator = person(Role.ENUMERATOR, SmallSurvey.DISTRICT);
        server.office().lists().assign(SmallSurvey.list("27100-1"), enumerator.id());
        laptop("a").enrol(address(), code(enumerator), PIN.toCharArray()).close();
        Laptop later = laptop("a");
        Profile profile = later.profiles().getFirst();
        int turn = later.recoveryTurn(profile).orElseThrow();
        assertEquals(1, turn);
        String read = server.office().spareKeys().readOut(profile.device(), turn).code().asText();
        String slip = read.charAt(6) == 'A' ? read.replace('A', 'B') : read.substring(0, 6) + "A" + read.substring(7);
        assertDenied(ProblemKind.SPOKEN_CODE_SLIP, later, profile, slip, "271828");
        assertDenied(ProblemKind.PIN_TOO_EASY, later, profile, read, "123456");
        assertDenied(ProblemKind.RECOVERY_CODE_WRONG, later, profile,
                server.office().spareKeys().readOut(profile.device(), 9).code().asText(), "271828");
        try (Workplace place = recovered(later, profile, read.toLowerCase(), "271828")) {
            assertEquals(Optional.empty(), later.recoveryTurn(profileOfAnother(place)));
            sync(place);
        }
        assertEquals(Optional.of(2), later.recoveryTurn(profile));
        assertDenied(ProblemKind.RECOVERY_CODE_WRONG, later, profile, read, "314159");
        assertThrowsRefused(later, profile);
        String shown = server.office().spareKeys().issueResetCode(enumerator.id().text()).asText();
        try (Workplace place = recovered(later, profile, shown, "314159")) {
            sync(place);
        }
        assertInstanceOf(Laptop.Entering.Denied.class, later.enter(profile, "271828".toCharArray()));
        try (Workplace place = assertInstanceOf(Laptop.Entering.Entered.class,
                later.enter(profile, "314159".toCharArray())).workplace()) {
            assertEquals(Optional.of(ProblemKind.WRONG_PIN), change(place, "wrong!", "161803"));
            assertEquals(Optional.of(ProblemKind.PIN_TOO_EASY), change(place, "314159", "111111"));
            assertEquals(Optional.empty(), change(place, "314159", "161803"));
        }
        assertInstanceOf(Laptop.Entering.Entered.class, later.enter(profile, "161803".toCharArray())).workplace()
                .close();
    }

    /// A second person's store on the same laptop, without spare keys.
    private Profile profileOfAnother(Workplace place) {
        Profile other = new Profile("other-1", "d-other", place.profile().person(), place.profile().address());
        new ProfileFolders(folder.resolve("a"), new SettableClock(Samples.MORNING), PinVault.Cost.LEAST)
                .create(other, new HeadOffices.DeviceCredentials("d-other", token()), PIN.toCharArray()).store()
                .close();
        return other;
    }

    private static Optional<ProblemKind> change(Workplace place, String old, String next) {
        return place.changePin(old.toCharArray(), next.toCharArray(), next.toCharArray()).map(Problem::kind);
    }

    private static Workplace recovered(Laptop laptop, Profile profile, String typed, String pin) {
        return assertInstanceOf(Laptop.Entering.Entered.class, laptop.recover(profile,
                laptop.recoveryTurn(profile).orElseThrow(), typed, pin.toCharArray(), pin.toCharArray())).workplace();
    }

    private static void assertDenied(ProblemKind kind, Laptop laptop, Profile profile, String typed, String pin) {
        assertEquals(kind, assertInstanceOf(Laptop.Entering.Denied.class, laptop.recover(profile,
                laptop.recoveryTurn(profile).orElseThrow(), typed, pin.toCharArray(), pin.toCharArray()))
                .problem().kind());
    }

    private static void assertThrowsRefused(Laptop laptop, Profile profile) {
        assertProblem(ProblemKind.RESET_CODE_REFUSED, () -> laptop.recover(profile, 2,
                new SpokenCode(1, SpokenCode.RESET_GROUPS).asText(), "314159".toCharArray(), "314159".toCharArray()));
    }

    /// What a store that is older than spare keys, or than a used turn, gets: they come with the next round.
    @Test
    void getsSpareKeysWithTheNextSyncWhenTheyAreMissing() {
        Person enumerator = person(Role.ENUMERATOR, SmallSurvey.DISTRICT);
        ProfileFolders people = new ProfileFolders(folder.resolve("a"), new SettableClock(Samples.MORNING),
                PinVault.Cost.LEAST);
        Bytes token = token();
        String device = offices.enrol(address(), code(enumerator), token).device();
        Profile profile = new Profile("old-1", device, enumerator, address());
        people.create(profile, new HeadOffices.DeviceCredentials(device, token), PIN.toCharArray()).store().close();
        Laptop laptop = laptop("a");
        assertEquals(Optional.empty(), laptop.recoveryTurn(profile));
        try (Workplace place = assertInstanceOf(Laptop.Entering.Entered.class,
                laptop.enter(profile, PIN.toCharArray())).workplace()) {
            sync(place);
        }
        assertEquals(Optional.of(1), laptop.recoveryTurn(profile));
    }

    private static void interview(Workplace place) {
        FieldWork work = work(place);
        int household = work.home().villages().getFirst().households().getFirst().household().number();
        work.recordContact(SmallSurvey.list("27100-1"), household, Outcome.NOT_AT_HOME, "");
        InterviewWork interview = assertInstanceOf(Starting.Started.class, work.start(SmallSurvey.list("27100-1"),
                household, InterviewMode.FACE_TO_FACE, "vi")).interview();
        for (Element.Group section : interview.sections()) {
            for (Element element : section.elements()) {
                interview.answer(element.path(), "1");
            }
        }
        interview.complete(done -> assertInstanceOf(Completing.Completed.class, done),
                problem -> { throw new AssertionError(problem); });
    }

    private void startAnew(String name, Survey survey) {
        server.close();
        server = ServerWiring.start(ServerSettings.practice(folder.resolve(name)));
        server.office().surveys().create(survey, SmallSurvey.xform(), List.of());
    }

    private CellCount women() {
        return server.office().quotas().cells(SmallSurvey.ID).stream()
                .filter(each -> each.cell().equals(SmallSurvey.womenIn(SmallSurvey.DISTRICT))).findFirst()
                .orElseThrow();
    }

    private static void interviewAWoman(Workplace place) {
        Home.Village village = work(place).home().villages().getFirst();
        InterviewWork interview = assertInstanceOf(Starting.Started.class, work(place).start(village.list(),
                village.open().orElseThrow().nextNew(), InterviewMode.FACE_TO_FACE, "vi")).interview();
        interview.answer(new vn.hoidan.core.questionnaire.Path("/data/q1"), "2");
        interview.answer(new vn.hoidan.core.questionnaire.Path("/data/note"), "không");
        assertInstanceOf(Admittance.Admitted.class, interview.gate().admittance());
        interview.complete(done -> assertInstanceOf(Completing.Completed.class, done),
                problem -> { throw new AssertionError(problem); });
    }

    private static void sync(Workplace place) {
        place.sync().sync();
        assertEquals(Optional.empty(), place.sync().status().problem());
        assertEquals(SyncStatus.Network.REACHED, place.sync().status().network());
    }

    private static FieldWork work(Workplace place) {
        return assertInstanceOf(FieldWork.class, place.work());
    }

    private Person person(Role role, String area) {
        return server.office().staff().add(SmallSurvey.ID, "Người " + role.code() + " (tập dượt)", role, area);
    }

    private EnrolmentCode code(Person person) {
        return server.office().staff().issueCode(person.id());
    }

    private ServerAddress address() {
        return new ServerAddress(server.host(), server.port(),
                Bytes.of(Arrays.copyOf(server.fingerprint().toArray(), EnrolmentCode.FINGERPRINT_BYTES)));
    }

    private Laptop laptop(String name) {
        SettableClock clock = new SettableClock(Samples.MORNING);
        FieldWork.Surroundings surroundings = new FieldWork.Surroundings(LANE, clock, UUID::randomUUID,
                xform -> new XForms().load(xform), new CompressedRecords(), new VoucherFiles(), "0.1.0");
        return new Laptop(new ProfileFolders(folder.resolve(name), clock, PinVault.Cost.LEAST), offices, surroundings,
                LANE, WholeWayTest::token, () -> 0);
    }

    private static Bytes token() {
        byte[] token = new byte[32];
        new SecureRandom().nextBytes(token);
        return Bytes.of(token);
    }

    private static void assertProblem(ProblemKind kind, Runnable work) {
        assertEquals(kind, assertThrows(ProblemException.class, work::run).problem().kind());
    }
}
