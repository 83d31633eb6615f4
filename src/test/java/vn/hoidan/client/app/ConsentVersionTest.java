package vn.hoidan.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.RecordEncoder;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.survey.Consent;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.form.XForms;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.MemoryFieldStore;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;

class ConsentVersionTest {
    private static final String FORM = """
            <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
            <h:head><h:title>Form</h:title><model>
            <instance><f id="f"><a/></f></instance><bind nodeset="/f/a" type="string"/>
            </model></h:head><h:body><input ref="/f/a"><label>A</label></input></h:body></h:html>
            """;

    private final List<InterviewRecord> sent = new ArrayList<>();
    private final MemoryFieldStore store = new MemoryFieldStore();
    private final Questionnaire questionnaire = new XForms("vi").load(FORM.getBytes(StandardCharsets.UTF_8));

    @Test
    void recordNamesTheConsentThatWasReadWhenTheTextChangesDuringTheInterview() {
        store.apply(List.of(new Change.SurveyReceived(survey("first")),
                new Change.QuestionnaireReceived(questionnaire.id(),
                        Bytes.of(FORM.getBytes(StandardCharsets.UTF_8))),
                new Change.ListReceived(Samples.list(), Samples.lease())));
        FieldWork field = new FieldWork(new Profile("p1", "device-1", Samples.enumerator(),
                new ServerAddress("localhost", 1, Bytes.of(new byte[16]))), store,
                new FieldWork.Surroundings(new ImmediateBackground(), new SettableClock(Samples.MORNING),
                        () -> new UUID(1, 1),
                        xform -> questionnaire, new Sent(), new VoucherFiles(), "test"));
        InterviewWork work = assertInstanceOf(Starting.Started.class,
                field.start(Samples.LIST, 17, InterviewMode.FACE_TO_FACE, "vi")).interview();
        work.answer(new Path("/f/a"), "yes");
        store.apply(List.of(new Change.SurveyReceived(survey("second"))));
        List<Completing> outcomes = new ArrayList<>();
        work.complete(outcomes::add, problem -> {
            throw new IllegalStateException(problem.toString());
        });
        assertEquals(List.of(new Completing.Completed()), outcomes);
        assertEquals(List.of("first"), sent.stream().map(InterviewRecord::consentVersion).toList());
    }

    private Survey survey(String consentVersion) {
        Survey sample = Samples.survey();
        Consent consent = new Consent(consentVersion, Text.of("Đồng ý?", "Do you agree?"), List.of());
        return new Survey(sample.id(), sample.name(), questionnaire.id(), consent, sample.areas(),
                sample.constraints(), sample.practice());
    }

    /// Keeps what would be sent.
    private final class Sent implements RecordEncoder {
        @Override
        public Bytes interview(InterviewRecord record, Bytes questionnaire) {
            sent.add(record);
            return Bytes.of(new byte[0]);
        }

        @Override
        public Bytes contact(Contact contact) {
            return Bytes.of(new byte[0]);
        }

        @Override
        public Bytes units(UnitsRecord record) {
            throw new IllegalStateException("no units here");
        }
    }
}
