package vn.hoidan.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sync.AsideCause;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.server.app.intake.QuarantineDesk;
import vn.hoidan.server.app.quota.QuotaDesk;
import vn.hoidan.vault.DeviceKey;
import vn.hoidan.vault.RecordKeys;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.RecordBodies;
import vn.hoidan.wire.RecordDictionary;

/// What records wait for is put back, and all of them are taken in by one act.
class RetriedRecordsTest {
    private static final ListId LIST = SmallSurvey.list("27100-1");
    private static final QuotaDesk.Decision WHY = new QuotaDesk.Decision("văn phòng", "đã có lại");

    @TempDir
    private Path folder;
    private TestOffice office;
    private TestOffice.Enrolled laptop;
    private QuarantineDesk quarantine;

    @BeforeEach
    void open() {
        office = TestOffice.withSurvey(folder);
        laptop = office.holding("27100-1");
        quarantine = new QuarantineDesk(office.store(), office.checks(), office::now);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private List<AsideCause> causes() {
        return quarantine.lines().stream().map(QuarantineDesk.Line::cause).toList();
    }

    @Test
    void takesInAllThatWaitForAVersionOfTheQuestionnaireAndKeepsTheOneForNewInterviews() {
        QuestionnaireId current = office.store().read(central ->
                central.surveys().find(SmallSurvey.ID)).orElseThrow().questionnaire();
        QuestionnaireId lost = QuestionnaireId.ofHash(Sha256.of(SmallSurvey.nextXform()).hex());
        RecordDictionary dictionary = RecordDictionary.of(lost, SmallSurvey.nextXform());
        IntStream.of(1, 2).forEach(household -> {
            InterviewRecord record = laptop.laptop().interview(LIST, household);
            laptop.laptop().replaceLast(sent -> new UpRecord(sent.number(), sent.previous(), sent.type(),
                    RecordBodies.of(record, dictionary)));
        });
        laptop.laptop().contact(SmallSurvey.list("99999-9"), 1, Outcome.REFUSED);
        laptop.sync();
        assertEquals(List.of(AsideCause.QUESTIONNAIRE, AsideCause.QUESTIONNAIRE, AsideCause.LIST), causes());
        assertEquals(new QuarantineDesk.Retried(0, 2), quarantine.retry(AsideCause.QUESTIONNAIRE, WHY));
        QuestionnaireDesk forms = office.questionnaires();
        long told = told();
        assertTrue(forms.putBack(SmallSurvey.ID, SmallSurvey.nextXform()));
        assertFalse(forms.putBack(SmallSurvey.ID, SmallSurvey.nextXform()));
        assertEquals(told, told(), "laptops are told nothing");
        assertEquals(new QuarantineDesk.Retried(2, 0), quarantine.retry(AsideCause.QUESTIONNAIRE, WHY));
        assertEquals(List.of(AsideCause.LIST), causes(), "another cause is left alone");
        assertEquals(current, office.store().read(central ->
                central.surveys().find(SmallSurvey.ID)).orElseThrow().questionnaire());
        assertEquals(2, LedgerCheck.number(folder.resolve("office.db"), "SELECT COUNT(*) FROM interview"));
        LedgerCheck.holds(folder.resolve("office.db"));
    }

    private long told() {
        return office.store().read(central -> central.devices().find(laptop.device())).orElseThrow().told();
    }

    @Test
    void takesInWhatWasSealedToAnOlderKeyOnceItIsHereAgain(@TempDir Path copy) {
        RecordKeys older = RecordKeys.openOrCreate(copy);
        DeviceKey key = laptop.laptop().signs(laptop.device());
        laptop.sync();
        InterviewRecord record = laptop.laptop().interview(LIST, 1);
        laptop.laptop().replaceLast(sent -> {
            Bytes body = RecordSeals.seal(older.current(), RecordHeader.of(laptop.device(), sent).toBytes(),
                    RecordBodies.of(record, SmallSurvey.dictionary()));
            UpRecord sealed = new UpRecord(sent.number(), sent.previous(), RecordType.INTERVIEW, body);
            return sealed.signed(key.sign(SignaturePurpose.RECORD, sealed.position().hash()));
        });
        laptop.sync();
        assertEquals(List.of(AsideCause.OFFICE_KEY), causes());
        Bytes current = office.keys().current();
        Bytes cover = office.keys().cover(Bytes.of(new byte[32]));
        assertEquals(1, office.keys().adopt(copy));
        assertEquals(0, office.keys().adopt(copy));
        assertEquals(current, office.keys().current(), "new records are sealed as before");
        assertEquals(cover, office.keys().cover(Bytes.of(new byte[32])));
        assertEquals(new QuarantineDesk.Retried(1, 0), quarantine.retry(AsideCause.OFFICE_KEY, WHY));
        assertEquals(record.id(), onlyInterview());
        assertThrows(ProblemException.class, () -> office.keys().adopt(folder.resolve("nowhere")));
        Bytes renewed = office.keys().renew();
        assertEquals(renewed, office.keys().current());
    }

    private InterviewId onlyInterview() {
        List<InterviewId> all = new ArrayList<>();
        office.store().read(central -> {
            central.interviews().each(SmallSurvey.ID, kept -> all.add(kept.entry().id()));
            return null;
        });
        assertEquals(1, all.size());
        return all.getFirst();
    }
}
