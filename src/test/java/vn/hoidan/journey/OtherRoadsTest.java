package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.carry.CarryOverview;
import vn.hoidan.client.app.office.NetworkSwitch;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.XForms;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.intake.CarryDesk;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;
import vn.hoidan.vault.PinVault;

/// Work goes to the office by sticks and colleagues' laptops, with real stores and a real server.
@BesideOthers
class OtherRoadsTest {
    private static final String PIN = "482916";
    private static final ListId LIST = SmallSurvey.list("27100-1");
    private static final ImmediateBackground LANE = new ImmediateBackground();
    private static final String PLANTED = "zqxlienlac";

    @TempDir
    Path folder;

    private final HttpHeadOffices offices = new HttpHeadOffices("Linux");
    private final NetworkSwitch network = new NetworkSwitch(offices);
    private final List<Workplace> open = new ArrayList<>();
    private RunningServer server;

    @BeforeEach
    void start() {
        server = ServerWiring.start(ServerSettings.practice(folder.resolve("office")));
        server.office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
    }

    @AfterEach
    void stop() {
        open.forEach(Workplace::close);
        offices.close();
        server.close();
    }

    @Test
    void bringsADaysWorkThroughTwoColleaguesOnceAndTheAnswersBack() throws IOException {
        Workplace far = enrolled("far", network);
        Workplace first = enrolled("first", offices);
        Workplace second = enrolled("second", offices);
        network.turn(false);
        work(far, 1, 2, 3);
        Path stick = folder.resolve("stick.hoidan");
        write(far, stick, false);
        assertEquals(3, look(far).own().interviews());
        assertEquals(3, field(far).home().unsent().inFile());
        assertEquals(1, read(first, stick).taken());
        assertEquals(0, read(first, stick).taken());
        // the first hands it on to the second; both bring it to the office
        write(first, stick, false);
        assertEquals(2, read(second, stick).taken(), "the first's own envelope beside the one it carries");
        sync(first);
        sync(second);
        sync(first);
        assertEquals(3, server.office().board().board(SmallSurvey.ID, "vi").accepted());
        assertEquals(0, look(first).carried().size());
        assertEquals(1, look(first).answers().size());
        Path back = folder.resolve("back.hoidan");
        write(first, back, false);
        assertTrue(read(far, back).answered());
        assertFalse(read(far, back).answered(), "a second time it says nothing new");
        assertEquals(0, look(far).own().interviews());
        assertEquals(List.of(Whereabouts.STORED, Whereabouts.STORED, Whereabouts.STORED),
                List.copyOf(field(far).home().villages().getFirst().whereabouts().values()));
        assertNothingPlantedIn("first", "second", "stick.hoidan", "back.hoidan");
        // over the network nothing is left to send
        network.turn(true);
        sync(far);
        assertEquals(List.of(), server.office().store().read(central -> central.logs().quarantined()));
        assertEquals(3, server.office().board().board(SmallSurvey.ID, "vi").accepted());
    }

    @Test
    void bringsWorkThroughAColleagueMetInTheLocalNetworkAndTheAnswersBack() throws IOException {
        Workplace far = enrolled("far", network);
        Workplace colleague = enrolled("colleague", offices);
        network.turn(false);
        work(far, 1, 2);
        MeetingPeople.meet(far, colleague);
        assertEquals(2, field(far).home().unsent().inFile(), "the colleague has said that it is kept");
        assertEquals(1, look(colleague).carried().size());
        sync(colleague);
        assertEquals(2, server.office().board().board(SmallSurvey.ID, "vi").accepted());
        assertTrue(MeetingPeople.meet(colleague, far).read().answered());
        assertEquals(0, look(far).own().interviews());
        assertFalse(MeetingPeople.meet(colleague, far).read().answered(), "a second time it says nothing new");
        assertEquals(2, server.office().board().board(SmallSurvey.ID, "vi").accepted());
        assertNothingPlantedIn("colleague");
    }

    @Test
    void takesAStickAtTheOfficeTwiceShuffledAndOlderAfterNewer() {
        Workplace far = enrolled("far", network);
        network.turn(false);
        work(far, 1);
        Path morning = folder.resolve("morning.hoidan");
        write(far, morning, false);
        work(far, 2, 3);
        Path evening = folder.resolve("evening.hoidan");
        write(far, evening, false);
        List<Envelope> all = new ArrayList<>(ServerWiring.carried(evening));
        all.addAll(ServerWiring.carried(morning));
        all.addAll(ServerWiring.carried(evening));
        long seed = new SecureRandom().nextLong();
        Collections.shuffle(all, new Random(seed));
        CarryDesk.Taken newer = server.office().carry().answerAll(ServerWiring.carried(evening));
        CarryDesk.Taken taken = server.office().carry().answerAll(all);
        assertEquals(List.of(), taken.refused(), "seed " + seed);
        assertEquals(3, server.office().board().board(SmallSurvey.ID, "vi").accepted(), "seed " + seed);
        List<Envelope> answers = new ArrayList<>(taken.answers());
        answers.addAll(newer.answers());
        Collections.shuffle(answers, new Random(seed));
        Path back = folder.resolve("back.hoidan");
        ServerWiring.writeCarried(answers, back);
        assertTrue(read(far, back).answered(), "seed " + seed);
        assertEquals(0, look(far).own().interviews(), "seed " + seed);
    }

    @Test
    void refusesWhatIsNotGenuineAndTakesTheRest() {
        Workplace far = enrolled("far", network);
        Workplace other = enrolled("other", offices);
        network.turn(false);
        work(far, 1);
        Path stick = folder.resolve("stick.hoidan");
        write(far, stick, false);
        write(other, folder.resolve("other.hoidan"), false);
        UpEnvelope genuine = up(stick);
        UpEnvelope others = up(folder.resolve("other.hoidan"));
        List<Envelope> forged = List.of(
                new UpEnvelope(genuine.device(), genuine.madeAt(), genuine.first(), genuine.last(), others.sealed(),
                        genuine.signature()),
                new UpEnvelope(others.device(), genuine.madeAt(), genuine.first(), genuine.last(), genuine.sealed(),
                        genuine.signature()),
                new UpEnvelope(genuine.device(), genuine.madeAt(), genuine.first(), genuine.last() + 1,
                        genuine.sealed(), genuine.signature()),
                new UpEnvelope("d-0000000000000000", genuine.madeAt(), genuine.first(), genuine.last(),
                        genuine.sealed(), genuine.signature()));
        List<Envelope> mixed = new ArrayList<>(forged);
        mixed.add(genuine);
        CarryDesk.Taken taken = server.office().carry().answerAll(mixed);
        assertEquals(4, taken.refused().size());
        assertTrue(taken.refused().stream().allMatch(each ->
                each.problem().kind() == ProblemKind.CARRIED_NOT_GENUINE));
        assertEquals(1, server.office().board().board(SmallSurvey.ID, "vi").accepted());
        DownEnvelope answer = taken.answers().getFirst();
        byte[] changed = answer.sealed().toArray();
        changed[changed.length / 2] ^= 1;
        Path back = folder.resolve("back.hoidan");
        ServerWiring.writeCarried(List.of(new DownEnvelope(answer.device(), answer.answers(), Bytes.of(changed)),
                new DownEnvelope(answer.device(), others.id(), answer.sealed())), back);
        assertFalse(read(far, back).answered());
        assertEquals(1, look(far).own().interviews());
        ServerWiring.writeCarried(List.of(answer), back);
        assertEquals(1, read(other, back).foreignAnswers());
        assertTrue(read(far, back).answered());
    }

    @Test
    void refusesAnotherOfficesEnvelope() {
        Workplace far = enrolled("far", network);
        work(far, 1);
        Path stick = folder.resolve("stick.hoidan");
        write(far, stick, false);
        try (RunningServer elsewhere = ServerWiring.start(ServerSettings.practice(folder.resolve("elsewhere")))) {
            CarryDesk.Taken taken = elsewhere.office().carry().answerAll(ServerWiring.carried(stick));
            assertEquals(List.of(), taken.answers());
            assertEquals(ProblemKind.CARRIED_NOT_GENUINE, taken.refused().getFirst().problem().kind());
        }
    }

    @Test
    void tellsOfAnEnvelopeThatTheOfficeRefusesAndGoesOnWithTheNext() {
        Workplace far = enrolled("far", network);
        Workplace carrier = enrolled("carrier", offices);
        network.turn(false);
        work(far, 1);
        Path stick = folder.resolve("stick.hoidan");
        write(far, stick, false);
        UpEnvelope genuine = up(stick);
        UpEnvelope forged = new UpEnvelope(genuine.device(), genuine.madeAt().minusSeconds(1), genuine.first(),
                genuine.last(), genuine.sealed(), genuine.signature());
        ServerWiring.writeCarried(List.of(forged, genuine), stick);
        assertEquals(2, read(carrier, stick).taken());
        sync(carrier);
        assertEquals(1, server.office().board().board(SmallSurvey.ID, "vi").accepted());
        assertEquals(0, look(carrier).carried().size());
        CarryOverview.Refused refused = look(carrier).refused().getFirst();
        assertEquals(1, refused.envelopes());
        assertEquals(ProblemKind.CARRIED_NOT_GENUINE, refused.problem().kind());
        sync(carrier);
        assertEquals(1, look(carrier).refused().size(), "until the person has seen it");
        carrier.carry().refusalsSeen(() -> { }, OtherRoadsTest::fail);
        assertEquals(List.of(), look(carrier).refused());
    }

    @Test
    void takesNothingFromAFileThatIsNotWhole() throws IOException {
        Workplace far = enrolled("far", network);
        Workplace carrier = enrolled("carrier", offices);
        work(far, 1);
        Path stick = folder.resolve("stick.hoidan");
        write(far, stick, false);
        byte[] whole = Files.readAllBytes(stick);
        Path damaged = folder.resolve("damaged.hoidan");
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(damaged, Arrays.copyOf(whole, length));
            assertRefused(carrier, damaged, "cut at " + length);
        }
        for (int place = 0; place < whole.length; place += 5) {
            byte[] changed = whole.clone();
            changed[place] ^= 0x20;
            Files.write(damaged, changed);
            assertRefused(carrier, damaged, "changed at " + place);
        }
        Files.write(damaged, Arrays.copyOf(whole, whole.length + 1));
        assertRefused(carrier, damaged, "longer");
        assertRefused(carrier, folder.resolve("nowhere.hoidan"), "no file");
        assertRefused(carrier, folder, "a folder");
        assertEquals(0, look(carrier).carried().size());
    }

    @Test
    void writesASecondCopyOfWhatIsNotSafe() {
        Workplace far = enrolled("far", network);
        work(far, 1);
        sync(far);
        Path stick = folder.resolve("stick.hoidan");
        write(far, stick, false);
        assertEquals(0, up(stick).records());
        write(far, stick, true);
        assertEquals(2, up(stick).records(), "a contact and an interview that are stored and not safe");
        assertEquals(List.of(), server.office().carry().answerAll(ServerWiring.carried(stick)).refused());
        assertEquals(1, server.office().board().board(SmallSurvey.ID, "vi").accepted());
    }

    private static void assertRefused(Workplace place, Path file, String what) {
        assertEquals(ProblemKind.CARRIED_UNREADABLE, assertThrows(ProblemException.class, () -> read(place, file),
                what).problem().kind(), what);
    }

    private static UpEnvelope up(Path file) {
        return assertInstanceOf(UpEnvelope.class, ServerWiring.carried(file).getFirst());
    }

    private void assertNothingPlantedIn(String... names) throws IOException {
        for (String name : names) {
            try (Stream<Path> all = Files.walk(folder.resolve(name))) {
                List<Path> files = all.filter(Files::isRegularFile).toList();
                assertFalse(files.isEmpty());
                assertEquals(List.of(), PlantedWord.of(PLANTED).in(PlantedWord.read(files)), name);
            }
        }
    }

    /// An attempt and an interview at each household.
    private static void work(Workplace place, int... households) {
        FieldWork field = field(place);
        for (int household : households) {
            InterviewWork interview = assertInstanceOf(Starting.Started.class,
                    field.start(LIST, household, InterviewMode.FACE_TO_FACE, "vi")).interview();
            interview.answer(new vn.hoidan.core.questionnaire.Path("/data/q1"), "1");
            interview.answer(new vn.hoidan.core.questionnaire.Path("/data/note"), PLANTED);
            interview.complete(done -> assertInstanceOf(Completing.Completed.class, done), OtherRoadsTest::fail);
        }
    }

    private static void fail(vn.hoidan.core.problem.Problem problem) {
        throw problem.exception();
    }

    private static CarryOverview look(Workplace place) {
        AtomicReference<CarryOverview> seen = new AtomicReference<>();
        place.carry().look(seen::set, OtherRoadsTest::fail);
        return seen.get();
    }

    private static void write(Workplace place, Path file, boolean all) {
        AtomicReference<CarryOverview.Written> written = new AtomicReference<>();
        place.carry().write(file, all, written::set, OtherRoadsTest::fail);
        assertEquals(file, written.get().file());
    }

    private static CarryOverview.Read read(Workplace place, Path file) {
        AtomicReference<CarryOverview.Read> seen = new AtomicReference<>();
        place.carry().read(file, seen::set, OtherRoadsTest::fail);
        return seen.get();
    }

    private static FieldWork field(Workplace place) {
        return assertInstanceOf(FieldWork.class, place.work());
    }

    private static void sync(Workplace place) {
        place.sync().sync();
        assertEquals(Optional.empty(), place.sync().status().problem());
    }

    /// The laptop of a new enumerator, synced; the first one has the village.
    private Workplace enrolled(String name, vn.hoidan.client.app.office.HeadOffices way) {
        Person person = server.office().staff().add(SmallSurvey.ID, "Điều tra viên " + name + " (tập dượt)",
                Role.ENUMERATOR, SmallSurvey.DISTRICT);
        if (open.isEmpty()) {
            server.office().lists().assign(LIST, person.id());
        }
        SettableClock clock = new SettableClock(Samples.MORNING.plus(Duration.ofHours(1)));
        FieldWork.Surroundings surroundings = new FieldWork.Surroundings(LANE, clock, UUID::randomUUID,
                xform -> new XForms().load(xform), new CompressedRecords(), new VoucherFiles(), "0.1.0");
        Laptop laptop = new Laptop(new ProfileFolders(folder.resolve(name), clock, PinVault.Cost.LEAST), way,
                surroundings, LANE, OtherRoadsTest::token, () -> 0);
        Workplace place = laptop.enrol(new ServerAddress(server.host(), server.port(),
                Bytes.of(Arrays.copyOf(server.fingerprint().toArray(), EnrolmentCode.FINGERPRINT_BYTES))),
                server.office().staff().issueCode(person.id()), PIN.toCharArray());
        open.add(place);
        sync(place);
        return place;
    }

    private static Bytes token() {
        byte[] token = new byte[32];
        new SecureRandom().nextBytes(token);
        return Bytes.of(token);
    }
}
