package vn.hoidan.client.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.FormSource;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.Trial;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.form.author.AuthorForms;
import vn.hoidan.support.FormFolder;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;

/// The author's window without a window, on real forms in real folders.
class PreviewModelTest {
    private static final Path OK = new Path("/data/ok");
    private static final Path WHY = new Path("/data/why");
    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Path AGE = new Path("/data/age");

    @TempDir
    private java.nio.file.Path folder;
    private final Source source = new Source();
    private final PreviewModel model = new PreviewModel(source, new Trial.Surroundings(new ImmediateBackground(),
            new SettableClock(Samples.MORNING)), "vi");
    private FormFolder form;

    /// Real forms, and a disk that can break.
    private static final class Source implements FormSource {
        private final AuthorForms forms = new AuthorForms();
        private final List<java.nio.file.Path> readings = new ArrayList<>();
        private Optional<Problem> broken = Optional.empty();

        @Override
        public FormReading read(java.nio.file.Path form) {
            broken.ifPresent(problem -> {
                throw problem.exception();
            });
            readings.add(form);
            return forms.read(form);
        }

        @Override
        public String stamp(java.nio.file.Path form) {
            return forms.stamp(form);
        }
    }

    @BeforeEach
    void write() {
        form = FormFolder.small(folder.resolve("Mẫu phiếu"));
    }

    private Trial trial() {
        return assertInstanceOf(PreviewState.Filled.class, model.state().get()).trial();
    }

    private List<String> answered(String... names) {
        model.refresh();
        return model.answers().stream().filter(line -> List.of(names).contains(line.path().name()))
                .map(line -> line.path().name() + "=" + line.value()).toList();
    }

    @Test
    void showsAnswersHiddenPartsAndWhatIsMissingAsTheyAreNow() {
        model.open(form.path());
        assertEquals(List.of(new HiddenLine(WHY, "Vì sao?", model.hidden().getFirst().condition(),
                List.of(new HiddenLine.Reason(OK, "Đồng ý không?", "", "")))), model.hidden());
        assertTrue(model.hidden().getFirst().condition().contains("'yes'"));
        assertEquals(List.of(OK), model.findings().stream().map(Finding::path).toList());
        trial().answer(OK, "no");
        assertEquals(List.of("ok=no"), answered("ok", "why"));
        assertEquals(List.of(new HiddenLine.Reason(OK, "Đồng ý không?", "no", "Không")),
                model.hidden().getFirst().reasons());
        assertEquals(List.of(), model.findings());
        trial().answer(OK, "yes");
        model.refresh();
        assertEquals(List.of(), model.hidden());
        assertEquals(List.of(WHY), model.findings().stream().map(Finding::path).toList());
    }

    @Test
    void tellsThatSomethingChangedAfterEachAnswer() {
        model.open(form.path());
        long before = model.changes().get();
        trial().answer(AGE, "30");
        assertTrue(model.changes().get() > before);
        assertEquals(List.of("age=30"), answered("age"));
    }

    @Test
    void keepsAnswersPlaceAndLanguageWhenTheFormIsReadAgain() {
        model.open(form.path());
        Trial before = trial();
        before.answer(OK, "yes");
        before.answer(WHY, "vì thích");
        before.answer(AGE, "30");
        before.setLanguage("en");
        before.pause(WHY);
        form.survey("select_one yn,ok,Đồng ý chứ?,You agree?,,yes", "text,why,Vì sao?,Why?,${ok} = 'yes',yes",
                "text,name,Tên gì?,Name?,,", "date,age,Sinh ngày nào?,Born?,,");
        model.reload();
        assertEquals(List.of("ok=yes", "why=vì thích"), answered("ok", "why", "age", "name"));
        assertEquals("en", trial().language());
        assertEquals(Optional.of(WHY), trial().lastPlace());
        assertEquals(Optional.of(1), model.reloaded().get().map(PreviewModel.Reloaded::answersNotTaken));
        assertEquals("You agree?", trial().question(OK).orElseThrow().label());
    }

    @Test
    void showsErrorsOfABrokenFormAndGoesOnWithTheTrialOnceItIsMended() {
        model.open(form.path());
        trial().answer(OK, "yes");
        trial().answer(WHY, "giữ lại");
        form.survey("select_one yn,ok,Đồng ý không?,Agree?,,yes", "text,why,Vì sao?,Why?,${okey} = 'yes',yes");
        model.reload();
        assertInstanceOf(PreviewState.Refused.class, model.state().get());
        assertEquals("survey", model.remarks().getFirst().sheet());
        assertEquals(List.of(), model.answers());
        FormFolder.small(form.path());
        model.reload();
        assertEquals(List.of("ok=yes", "why=giữ lại"), answered("ok", "why"));
        assertEquals(List.of(), model.remarks());
    }

    @Test
    void readsAgainByItselfOnceAChangedFileIsStill() {
        model.open(form.path());
        model.look();
        model.look();
        assertEquals(1, source.readings.size());
        form.settings("Mẫu phiếu đã sửa", "2.1");
        model.look();
        assertEquals(1, source.readings.size(), "it may still be being written");
        model.look();
        assertEquals("2.1", trial().questionnaire().version());
        model.look();
        model.look();
        assertEquals(2, source.readings.size());
    }

    @Test
    void endsATrialAndBeginsAnotherWithTheAnswersSavedBefore() {
        form.survey("text,name,Tên?,Name?,,yes", "text,again,Lần trước?,Before?,,").write("survey.csv",
                "type,name,label,default\ntext,name,Tên?,\ntext,again,Lần trước?,${last-saved#name}\n");
        model.open(form.path());
        trial().answer(new Path("/data/name"), "Hòa");
        List<Completing> done = new ArrayList<>();
        trial().complete(done::add, problem -> { throw new AssertionError(problem); });
        assertInstanceOf(Completing.Completed.class, done.getFirst());
        assertInstanceOf(PreviewState.Finished.class, model.state().get());
        assertEquals(List.of("name=Hòa"), answered("name", "again"));
        model.goOn();
        assertEquals(List.of("name=Hòa"), answered("name", "again"));
        assertFalse(trial().completed());
        trial().complete(done::add, problem -> { throw new AssertionError(problem); });
        Trial completed = assertInstanceOf(PreviewState.Finished.class, model.state().get()).trial();
        assertEquals("Hòa", completed.afterwards(Samples.MORNING.atZone(SAIGON)).lastSaved()
                .get(new Path("/data/name")));
        model.restart();
        assertEquals(List.of(), answered("name"));
    }

    @Test
    void startsAnewWithoutAnswersAndForgetsThoseOfAnotherForm() {
        model.open(form.path());
        trial().answer(AGE, "30");
        model.restart();
        assertEquals(List.of(), answered("age"));
        trial().answer(AGE, "31");
        model.open(FormFolder.small(folder.resolve("khác")).path());
        assertEquals(List.of(), answered("age"));
        assertEquals(Optional.empty(), model.reloaded().get());
    }

    @Test
    void keepsTheTrialWhenTheFileCannotBeRead() {
        model.open(form.path());
        Trial before = trial();
        source.broken = Optional.of(Problem.of(ProblemKind.INTERNAL, "code", "x"));
        model.reload();
        assertSame(before, trial());
        assertEquals(ProblemKind.INTERNAL, model.problem().get().orElseThrow().kind());
        source.broken = Optional.empty();
        model.reload();
        assertEquals(Optional.empty(), model.problem().get());
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoForm() {
        model.open(folder.resolve("không có.xlsx"));
        assertInstanceOf(PreviewState.Refused.class, model.state().get());
        assertEquals(1, model.remarks().size());
    }
}
