package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.carry.CarryOverview;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.KeyProof;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Along;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.MessageOrder;
import vn.hoidan.core.sync.OfficePost;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.QuestionnairePiece;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.server.app.intake.MessageDesk;
import vn.hoidan.vault.DeviceKey;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.CarriedMessages;

/// What the office has for a laptop comes to it by stick alone, with real stores and a real server.
class DownByOtherRoadsTest {
    @TempDir
    Path folder;

    private static final AreaKey DISTRICT = new AreaKey(SmallSurvey.DISTRICT, LocalDate.of(2024, 11, 1));

    private static final vn.hoidan.core.questionnaire.Path YEARS =
            new vn.hoidan.core.questionnaire.Path("/data/years");

    private RoadField field;

    @BeforeEach
    void start() {
        field = new RoadField(folder);
    }

    @AfterEach
    void stop() {
        field.close();
    }

    private void village() {
        field.server().office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
    }

    @Test
    void grantsUnitsOnceHoweverOftenTheFileComes() {
        field.server().office().surveys().create(SmallSurvey.survey().wanting(QuotaDesign.FREE_QUOTA, List.of(
                new Constraint(AreaLevel.DISTRICT, DISTRICT, 60)), List.of()), SmallSurvey.xform(), List.of());
        Person person = field.enumerator("Điều tra viên 1 (tập dượt)");
        Workplace far = field.enrolled("far", person);
        RoadField.sync(far);
        field.server().office().places().assign(person.id(), SmallSurvey.DISTRICT, RoadField.BY_THE_OFFICE);
        Person other = field.enumerator("Điều tra viên 2 (tập dượt)");
        field.server().office().places().assign(other.id(), SmallSurvey.DISTRICT, RoadField.BY_THE_OFFICE);
        Workplace near = field.enrolled("near", other);
        RoadField.sync(near);
        field.trip(far);
        assertEquals(0, units(far), "the place is here, and units were not asked for yet");
        int before = out();
        Path asks = field.written(far);
        Path granted = field.answered(asks);
        int out = out();
        assertTrue(out > before);
        assertTrue(free() > 0, "there is something left to be asked for");
        Path nothing = field.answered(asks);
        Path older = field.answered(field.written(far));
        assertEquals(out, out(), "asked again before they have come it is the same");
        assertTrue(field.taken(far, field.together(older, nothing, granted)).answered());
        int mine = units(far);
        assertTrue(mine > 0);
        field.trip(far);
        assertEquals(out, out(), "with units in hand there is nothing to add");
        assertEquals(mine, units(far));
        field.answered(asks);
        assertEquals(out, out());
        assertEquals(List.of(), field.server().office().quotas().faults());
        RoadField.sync(far);
        assertEquals(List.of(), field.server().office().quotas().faults());
        assertTrue(units(far) > 0);
    }

    @Test
    void beginsAnotherLogByFilesWhenTheDiskWasPutBack() {
        Workplace far = atVillage();
        far = field.imaged("far", false);
        RoadField.interview(far, 1);
        RoadField.sync(far);
        assertEquals(1, field.accepted());
        far = field.imaged("far", true);
        RoadField.interview(far, 2);
        RoadField.interview(far, 3);
        Path forked = field.written(far);
        Path late = field.answered(forked);
        assertEquals(Optional.of(CarryOverview.Rest.ASK_FOR_LOG), field.taken(far, late).rest());
        assertTrue(RoadField.look(far).seeksLog());
        Path asks = field.written(far);
        assertEquals(0, RoadField.look(far).own().inFile(), "a file that only asks takes no work along");
        assertEquals(Optional.of(CarryOverview.Rest.SEND_AGAIN),
                field.taken(far, field.together(field.answered(asks), field.answered(asks))).rest());
        assertFalse(RoadField.look(far).seeksLog());
        assertEquals(Optional.empty(), field.taken(far, late).rest(), "the answer about the log before comes late");
        assertFalse(RoadField.look(far).seeksLog());
        assertTrue(field.trip(far).answered());
        assertEquals(3, field.accepted());
        assertEquals(0, RoadField.look(far).own().interviews());
        assertEquals(List.of(), field.server().office().store().read(central -> central.logs().quarantined()));
        assertFalse(RoadField.field(far).home().villages().isEmpty(), "its list has come with the new log");
        RoadField.sync(far);
        assertEquals(3, field.accepted());
    }

    @Test
    void bringsANewQuestionnaireWithTheNextAnswer() {
        Workplace far = atVillage();
        field.server().office().questionnaires().replace(SmallSurvey.ID, SmallSurvey.nextXform());
        CarryOverview.Read read = field.trip(far);
        assertTrue(read.answered());
        assertEquals(Optional.empty(), read.rest());
        assertTrue(begun(far, 1).question(YEARS).isPresent(), "it is the new one");
    }

    @Test
    void bringsALargeQuestionnaireInAsManyAnswersAsItNeeds() {
        Workplace far = atVillage();
        byte[] noise = new byte[QuestionnairePiece.MOST_BYTES * 3 / 2];
        new Random(1).nextBytes(noise);
        String text = new String(SmallSurvey.nextXform().toArray(), StandardCharsets.UTF_8);
        field.server().office().questionnaires().replace(SmallSurvey.ID, Bytes.of((text + "<!--" + HexFormat.of()
                .formatHex(noise).repeat(3) + "-->").getBytes(StandardCharsets.UTF_8)));
        Path first = field.answered(field.written(far));
        assertEquals(Optional.of(CarryOverview.Rest.ASK_FOR_QUESTIONNAIRE), field.taken(far, first).rest());
        assertTrue(begun(far, 1).question(YEARS).isEmpty(), "the one before goes on");
        Path second = field.answered(field.written(far));
        Path third = field.answered(field.written(far));
        assertEquals(Optional.empty(), field.taken(far, field.together(third, second, first)).rest());
        assertTrue(begun(far, 2).question(YEARS).isPresent());
        assertEquals(Optional.empty(), field.taken(far, first).rest(), "late, it is not wanted again");
    }

    @Test
    void worksWithALaptopThatWasEnrolledAndNeverSynced() {
        village();
        Person person = field.enumerator("Điều tra viên 1 (tập dượt)");
        field.server().office().lists().assign(RoadField.LIST, person.id());
        Workplace far = field.enrolled("far", person);
        assertEquals(List.of(), RoadField.field(far).home().villages());
        assertEquals(Optional.empty(), field.trip(far).rest());
        RoadField.interview(far, 1);
        assertTrue(field.trip(far).answered());
        assertEquals(1, field.accepted());
        assertEquals(1, field.server().office().store().read(central ->
                central.devices().signingKeys(far.profile().device())).size());
        assertEquals(Optional.empty(), far.sync().status().lastSync());
    }

    @Test
    void takesNoNewKeyWithoutTheProofOfTheToken() {
        village();
        Workplace far = field.enrolled("far", field.enumerator("Điều tra viên 1 (tập dượt)"));
        Workplace other = field.enrolled("other", field.enumerator("Điều tra viên 2 (tập dượt)"));
        RoadField.sync(other);
        Bytes recordKey = field.server().office().store().read(central ->
                central.devices().recordKeyTold(other.profile().device())).orElseThrow();
        DeviceKey own = DeviceKey.random();
        SyncRequest request = new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(0), 1, 0, List.of(), List.of(), false,
                Instant.now(), Optional.of(own.publicKey()));
        Bytes guessed = KeyProof.of(Envelope.hash(recordKey), own.publicKey());
        List<Envelope> forged = Stream.of(request, request.with(Along.NONE.proving(guessed))).<Envelope>map(said ->
                UpEnvelope.of(far.profile().device(), said.clock(), 0, 0, header -> RecordSeals.seal(recordKey, header,
                        CarriedMessages.of(new CarriedMessages.Request(recordKey, said))),
                        signed -> own.sign(SignaturePurpose.ENVELOPE, signed))).toList();
        assertEquals(2, field.server().office().carry().answerAll(forged).refused().size());
        assertEquals(List.of(), field.server().office().store().read(central ->
                central.devices().signingKeys(far.profile().device())));
    }

    @Test
    void bringsASupervisorsMessageAndThatItWasRead() {
        Workplace far = atVillage();
        PersonId supervisor = field.server().office().staff().add(SmallSurvey.ID, "Giám sát viên 1 (tập dượt)",
                Role.SUPERVISOR, "01").id();
        Staff.Member member = field.server().office().store().read(central -> central.staff().find(supervisor))
                .orElseThrow();
        MessageDesk messages = field.server().office().messages();
        MessageOrder order = new MessageOrder("m-1", Optional.empty(), "Trời sắp bão.");
        messages.send(member, order);
        messages.send(member, order);
        assertEquals(List.of("Điều tra viên 1 (tập dượt)"), messages.of(member).team().stream()
                .map(OfficePost.Recipient::name).toList());
        field.trip(far);
        assertEquals(List.of("Trời sắp bão."), RoadField.field(far).mail().messages().stream()
                .map(each -> each.message().text()).toList());
        field.trip(far);
        assertEquals(0, messages.of(member).sent().getFirst().read(), "it came and was not read yet");
        RoadField.field(far).mail().allRead();
        field.trip(far);
        assertEquals(1, messages.of(member).sent().getFirst().read());
        assertEquals(1, messages.sent().size());
        assertFalse(RoadField.field(far).mail().messages().getFirst().told());
        RoadField.sync(far);
        assertTrue(RoadField.field(far).mail().messages().getFirst().told(), "over the network it is told once");
        assertEquals(ProblemKind.NOT_ALLOWED, assertThrows(ProblemException.class, () -> messages.send(member,
                new MessageOrder("m-2", Optional.of(supervisor), "a"))).problem().kind());
    }

    /// Synced, with a village of its own.
    private Workplace atVillage() {
        village();
        Person person = field.enumerator("Điều tra viên 1 (tập dượt)");
        field.server().office().lists().assign(RoadField.LIST, person.id());
        Workplace far = field.enrolled("far", person);
        RoadField.sync(far);
        return far;
    }

    private static InterviewWork begun(Workplace place, int household) {
        return assertInstanceOf(Starting.Started.class, RoadField.field(place).start(RoadField.LIST, household,
                InterviewMode.FACE_TO_FACE, "vi")).interview();
    }

    private static int units(Workplace place) {
        return RoadField.field(place).home().villages().stream().mapToInt(village -> village.startable()).sum();
    }

    private int free() {
        return field.server().office().quotas().cells(SmallSurvey.ID).stream()
                .mapToInt(cell -> cell.target() - cell.onLease()).sum();
    }

    private int out() {
        return field.server().office().quotas().cells(SmallSurvey.ID).stream().mapToInt(cell -> cell.onLease()).sum();
    }
}
