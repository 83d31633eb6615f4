package vn.hoidan.form;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.javarosa.core.model.FormDef;
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
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.sync.Bytes;

/// What it costs to open a questionnaire: to load it once, and to begin an interview, beside JavaRosa's parser alone.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class OpenBench {
    @Param({"sipas", "1000"})
    public String form;

    private Bytes xform;
    private String vetted;
    private Questionnaire questionnaire;

    @Setup
    public void read() {
        xform = form.equals("sipas") ? Forms.sipasXForm()
                : Bytes.of(ManyQuestions.form(Integer.parseInt(form)).getBytes(StandardCharsets.UTF_8));
        vetted = XFormText.read(xform.toArray(), Refusals.in("en")).xml();
        questionnaire = new XForms("en").load(xform);
    }

    @Benchmark
    public Questionnaire load() {
        return new XForms("en").load(xform);
    }

    @Benchmark
    public Session begin() {
        return questionnaire.begin(Forms.context("vi"));
    }

    @Benchmark
    public FormDef javaRosaAlone() throws Exception {
        return JavaRosa.parse(vetted, Map.of());
    }
}
