package vn.hoidan.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.sync.Bytes;

/// What an answer costs, with all that changed on the screen, beside JavaRosa alone: checked, set and computed.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class AnswerBench {
    private static final int CODES = 2;
    private static final int NUMBERS = 100;

    @Param({"sipas", "1000"})
    public String form;

    private Session session;
    private FormDef bare;
    private List<Asked> asked;
    private int next;

    /// A question with two answers to take turns with.
    private record Asked(Path path, List<String> values, TreeReference reference, List<IAnswerData> data) {
    }

    @Setup
    public void begin() throws Exception {
        Bytes xform = form.equals("sipas") ? Forms.sipasXForm()
                : Bytes.of(ManyQuestions.form(Integer.parseInt(form)).getBytes(StandardCharsets.UTF_8));
        Questionnaire questionnaire = new XForms("en").load(xform);
        session = questionnaire.begin(Forms.context("vi"));
        bare = JavaRosa.parse(XFormText.read(xform.toArray(), Refusals.in("en")).xml(), Map.of());
        SessionFunctions.of(questionnaire.id(), Forms.context("vi"), Map.of()).installIn(bare);
        bare.initialize(true, new InstanceInitializationFactory());
        asked = new ArrayList<>();
        Random random = new Random(1);
        for (Element.Question question : Forms.questions(session)) {
            if (question.type() == QuestionType.SELECT_ONE && question.choices().size() >= CODES) {
                List<String> codes = List.of(question.choices().get(0).code(), question.choices().get(1).code());
                asked.add(new Asked(question.path(), codes, reference(question.path()),
                        codes.stream().<IAnswerData>map(code -> new SelectOneData(new Selection(code))).toList()));
            } else if (question.type() == QuestionType.INTEGER) {
                List<Integer> numbers = List.of(random.nextInt(NUMBERS), random.nextInt(NUMBERS));
                asked.add(new Asked(question.path(), numbers.stream().map(String::valueOf).toList(),
                        reference(question.path()), numbers.stream().<IAnswerData>map(IntegerData::new).toList()));
            }
        }
    }

    private TreeReference reference(Path path) {
        TreeReference reference = TreeReference.rootRef();
        for (String step : path.text().substring(1).split("/")) {
            reference = reference.extendRef(step, 0);
        }
        TreeElement node = bare.getMainInstance().resolveReference(reference);
        return node.getRef();
    }

    /// The next question that is relevant, in both alike.
    private Asked turn() {
        while (true) {
            next++;
            Asked question = asked.get(next % asked.size());
            if (session.question(question.path()).isPresent()) {
                return question;
            }
        }
    }

    @Benchmark
    public Object answer() {
        Asked question = turn();
        return session.answer(question.path(), question.values().get(next / asked.size() % CODES));
    }

    @Benchmark
    public Object javaRosaAlone() {
        Asked question = turn();
        IAnswerData data = question.data().get(next / asked.size() % CODES);
        if (bare.evaluateConstraint(question.reference(), data)) {
            bare.setValue(data, question.reference(), true);
        }
        return bare;
    }
}
