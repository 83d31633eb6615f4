package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Element;
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
import vn.hoidan.server.app.export.ExportDesk;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;
import vn.hoidan.vault.PinVault;

/// A questionnaire is changed while people are out with it.
class VersionsSideBySideTest {
    private static final String PIN = "482916";
    private static final ImmediateBackground LANE = new ImmediateBackground();
    private static final ListId LIST = SmallSurvey.list("27100-1");
    private static final vn.hoidan.core.questionnaire.Path Q1 = path("q1");
    private static final vn.hoidan.core.questionnaire.Path NOTE = path("note");
    private static final vn.hoidan.core.questionnaire.Path YEARS = path("years");

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
    void endsAnInterviewUnderTheVersionItBeganWithAndBeginsTheNextUnderTheNewOne() {
        InterviewId first;
        InterviewId second;
        try (Workplace place = enrolled()) {
            sync(place);
            InterviewWork begun = begin(place, 1);
            first = begun.id();
            answer(begun, Q1, "1");
            begun.pause(Q1);
            server.office().questionnaires().replace(SmallSurvey.ID, SmallSurvey.nextXform());
            sync(place);
            second = begin(place, 2).id();
        }
        try (Workplace place = entered()) {
            InterviewWork old = work(place).resume(first);
            assertEquals(0, old.factsNotTaken());
            assertEquals(List.of(Q1, NOTE), asked(old));
            answer(old, NOTE, "phiên bản một");
            complete(old);
            sync(place);
            InterviewWork fresh = work(place).resume(second);
            assertEquals(List.of(Q1, YEARS), asked(fresh));
            assertEquals("Ông/Bà có hài lòng không?", fresh.question(Q1).orElseThrow().label());
            answer(fresh, Q1, "2");
            answer(fresh, YEARS, "12");
            complete(fresh);
            sync(place);
            assertEquals(0, place.sync().status().waiting());
        }
        assertEquals(2, server.office().board().board(SmallSurvey.ID, "vi").accepted());
        assertEquals(List.of(1, 1), server.office().questionnaires().versions(SmallSurvey.ID).stream()
                .map(version -> version.interviews()).toList());
        compareExport(first, second);
    }

    /// One table with the columns of both versions, and a codebook that tells them apart.
    private void compareExport(InterviewId first, InterviewId second) {
        List<List<String>> interviews = new ArrayList<>();
        List<List<String>> codebook = new ArrayList<>();
        assertEquals(2, server.office().export().export(SmallSurvey.ID,
                new ExportDesk.Tables(interviews::add, codebook::add, row -> { })));
        List<String> header = interviews.getFirst();
        assertEquals(List.of("q1", "note", "years"), header.subList(header.indexOf("q1"), header.size()));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        interviews.forEach(row -> rows.put(row.getFirst(), List.of(row.get(header.indexOf("questionnaire")),
                row.get(header.indexOf("q1")), row.get(header.indexOf("note")), row.get(header.indexOf("years")))));
        assertEquals(List.of(SmallSurvey.questionnaire().text(), "1", "phiên bản một", ""),
                rows.get(first.asText()));
        assertEquals(List.of(SmallSurvey.nextQuestionnaire().text(), "2", "", "12"), rows.get(second.asText()));
        assertTrue(codebook.contains(List.of("q1", "/data/q1", "select-one", "Ông/Bà hài lòng?",
                "Are you satisfied?", "1", "Có", "Yes", SmallSurvey.questionnaire().text())), codebook::toString);
        assertTrue(codebook.contains(List.of("q1", "/data/q1", "select-one", "Ông/Bà có hài lòng không?",
                "Are you satisfied?", "1", "Có", "Yes", SmallSurvey.nextQuestionnaire().text())), codebook::toString);
    }

    private static vn.hoidan.core.questionnaire.Path path(String name) {
        return new vn.hoidan.core.questionnaire.Path("/data/" + name);
    }

    private static InterviewWork begin(Workplace place, int household) {
        return assertInstanceOf(Starting.Started.class,
                work(place).start(LIST, household, InterviewMode.FACE_TO_FACE, "vi")).interview();
    }

    private static List<vn.hoidan.core.questionnaire.Path> asked(InterviewWork interview) {
        return interview.sections().stream().flatMap(section -> section.elements().stream()).map(Element::path)
                .toList();
    }

    private static void answer(InterviewWork interview, vn.hoidan.core.questionnaire.Path path, String value) {
        assertInstanceOf(AnswerResult.Taken.class, interview.answer(path, value));
    }

    private static void complete(InterviewWork interview) {
        List<Completing> done = new ArrayList<>();
        interview.complete(done::add, problem -> { throw new AssertionError(problem); });
        assertInstanceOf(Completing.Completed.class, done.getFirst());
    }

    private static void sync(Workplace place) {
        place.sync().sync();
        assertEquals(Optional.empty(), place.sync().status().problem());
    }

    private static FieldWork work(Workplace place) {
        return assertInstanceOf(FieldWork.class, place.work());
    }

    private Workplace enrolled() {
        Person person = server.office().staff().add(SmallSurvey.ID, "Điều tra viên 1 (tập dượt)", Role.ENUMERATOR,
                SmallSurvey.DISTRICT);
        server.office().lists().assign(LIST, person.id());
        return laptop().enrol(new ServerAddress(server.host(), server.port(),
                Bytes.of(Arrays.copyOf(server.fingerprint().toArray(), EnrolmentCode.FINGERPRINT_BYTES))),
                server.office().staff().issueCode(person.id()), PIN.toCharArray());
    }

    /// After the program was ended and started again.
    private Workplace entered() {
        Laptop laptop = laptop();
        return assertInstanceOf(Laptop.Entering.Entered.class,
                laptop.enter(laptop.profiles().getFirst(), PIN.toCharArray())).workplace();
    }

    private Laptop laptop() {
        SettableClock clock = new SettableClock(Samples.MORNING);
        FieldWork.Surroundings surroundings = new FieldWork.Surroundings(LANE, clock, UUID::randomUUID,
                stored -> new XForms().load(stored), new CompressedRecords(), new VoucherFiles(), "0.1.0");
        return new Laptop(new ProfileFolders(folder.resolve("laptop"), clock, PinVault.Cost.LEAST), offices,
                surroundings, LANE, () -> Bytes.of(new byte[32]), () -> 0);
    }
}
