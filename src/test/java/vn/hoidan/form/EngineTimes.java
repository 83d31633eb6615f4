package vn.hoidan.form;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeReference;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Session;

/// Prints what the engine costs on the SIPAS form beside JavaRosa alone in the same run. Not a test: run its `main`.
final class EngineTimes {
    private static final int ROUNDS = 60;
    private static final double MICROS = 1e3;

    private EngineTimes() {
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String xml = XFormText.read(Forms.sipasXForm().toArray(), Refusals.in("en")).xml();
        Questionnaire sipas = Forms.sipas();
        List<Double> parse = new ArrayList<>();
        List<Double> begin = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> answer = new ArrayList<>();
        List<Double> findings = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            FormDef form = JavaRosa.parse(xml, java.util.Map.of());
            parse.add((System.nanoTime() - start) / MICROS);
            SessionFunctions.of(sipas.id(), Forms.context("vi"), java.util.Map.of()).installIn(form);
            form.initialize(true, new InstanceInitializationFactory());
            start = System.nanoTime();
            Session session = sipas.begin(Forms.context("vi"));
            begin.add((System.nanoTime() - start) / MICROS);
            Random random = new Random(round);
            for (Element.Question question : Forms.questions(session)) {
                if (question.type() == QuestionType.SELECT_ONE) {
                    String code = RandomInterview.value(question, random);
                    TreeReference reference = reference(question, form);
                    start = System.nanoTime();
                    form.evaluateConstraint(reference, new SelectOneData(new Selection(code)));
                    form.setValue(new SelectOneData(new Selection(code)), reference, true);
                    bare.add((System.nanoTime() - start) / MICROS);
                    start = System.nanoTime();
                    session.answer(question.path(), code);
                    answer.add((System.nanoTime() - start) / MICROS);
                }
            }
            start = System.nanoTime();
            session.findings();
            findings.add((System.nanoTime() - start) / MICROS);
        }
        print(out, "parse, JavaRosa alone", parse);
        print(out, "begin a session", begin);
        print(out, "answer, JavaRosa alone", bare);
        print(out, "answer and what changed", answer);
        print(out, "findings", findings);
        for (int members : new int[] {5, 20, 100}) {
            print(out, "answer in a roster of " + members, roster(members));
        }
        out.printf("ratio of medians: begin/parse %.2f, answer/alone %.2f%n", middle(begin) / middle(parse),
                middle(answer) / middle(bare));
    }

    private static List<Double> roster(int members) {
        Session session = Forms.session(RepeatsTest.ROSTER);
        for (int member = 0; member < members; member++) {
            session.addRepeat(new Path("/f/m"));
        }
        Random random = new Random(members);
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 400; round++) {
            Path age = new Path("/f/m[" + (random.nextInt(members) + 1) + "]/age");
            long start = System.nanoTime();
            session.answer(age, String.valueOf(random.nextInt(100)));
            times.add((System.nanoTime() - start) / MICROS);
        }
        return times;
    }

    private static TreeReference reference(Element.Question question, FormDef form) {
        TreeReference reference = TreeReference.rootRef();
        for (String step : question.path().text().substring(1).split("/")) {
            reference = reference.extendRef(step, 0);
        }
        return form.getMainInstance().resolveReference(reference).getRef();
    }

    /// Of the warm half.
    private static double[] warm(List<Double> times) {
        double[] warm = times.subList(times.size() / 2, times.size()).stream().mapToDouble(time -> time).toArray();
        Arrays.sort(warm);
        return warm;
    }

    private static double middle(List<Double> times) {
        double[] warm = warm(times);
        return warm[warm.length / 2];
    }

    private static void print(PrintStream out, String what, List<Double> times) {
        double[] warm = warm(times);
        out.printf("%-26s median %9.1f µs, 99 %% %9.1f µs, %d times%n", what, middle(times),
                warm[(int) (warm.length * 0.99)], warm.length);
    }
}
