package vn.hoidan.form;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.sync.Bytes;

/// A list of 100,000 rows and five columns: choices filtered by two terms, one row looked up in a calculation, and a
/// condition that SQL cannot tell. Its `main` prints the heap that the list takes.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LookUpBench {
    private static final int ROWS = 100_000;
    private static final int REGIONS = 10;
    private static final int KINDS = 50;
    private static final double MEGABYTE = 1024 * 1024;

    private Session session;
    private int turn;

    @Setup
    public void begin() {
        session = load(ROWS).begin(Forms.context("vi"));
        session.answer(new Path("/f/r"), "r1");
        session.answer(new Path("/f/k"), "k1");
    }

    private static Questionnaire load(int rows) {
        StringBuilder csv = new StringBuilder("name,label,region,kind,size\n");
        for (int row = 0; row < rows; row++) {
            csv.append("x").append(row).append(",Xã thứ ").append(row).append(",r").append(row % REGIONS).append(",k")
                    .append(row / REGIONS % KINDS).append(',').append(row % 997).append('\n');
        }
        String form = Forms.form("<r/><k/><n/><c/><p/><s/><found/>",
                "<instance id=\"xa\" src=\"jr://file-csv/xa.csv\"/>",
                "<bind nodeset=\"/f/r\" type=\"string\"/><bind nodeset=\"/f/k\" type=\"string\"/>"
                + "<bind nodeset=\"/f/s\" type=\"string\"/><bind nodeset=\"/f/found\" type=\"string\" "
                + "calculate=\"instance('xa')/root/item[name = /f/n]/label\"/>",
                "<input ref=\"/f/r\"><label>R</label></input><input ref=\"/f/k\"><label>K</label></input>"
                + "<input ref=\"/f/n\"><label>N</label></input><input ref=\"/f/s\"><label>S</label></input>"
                + select("c", "region = /f/r and kind = /f/k")
                + select("p", "string-length(/f/s) &gt; 0 and starts-with(label, /f/s)"));
        return new XForms("en").load(QuestionnairePackage.pack(
                Bytes.of(form.getBytes(StandardCharsets.UTF_8)),
                Map.of("xa.csv", Bytes.of(csv.toString().getBytes(StandardCharsets.UTF_8)))));
    }

    private static String select(String name, String condition) {
        return "<select1 ref=\"/f/" + name + "\"><label>C</label><itemset nodeset=\"instance('xa')/root/item["
                + condition + "]\"><value ref=\"name\"/><label ref=\"label\"/></itemset></select1>";
    }

    @Benchmark
    public List<Choice> filterByTwoTerms() {
        session.answer(new Path("/f/k"), "k" + turn++ % KINDS);
        return session.question(new Path("/f/c")).orElseThrow().choices();
    }

    @Benchmark
    public Object lookUpOneRow() {
        session.answer(new Path("/f/n"), "x" + turn++ % ROWS);
        return session.question(new Path("/f/n"));
    }

    @Benchmark
    public List<Choice> filterByWhatSqlCannotTell() {
        session.answer(new Path("/f/s"), "Xã thứ " + turn++ % KINDS + "12");
        return session.question(new Path("/f/p")).orElseThrow().choices();
    }

    /// The heap of the form with the list beside the same form with a list of one row.
    public static void main(String[] arguments) {
        Questionnaire small = load(1);
        Session first = small.begin(Forms.context("vi"));
        long before = used();
        Questionnaire large = load(ROWS);
        Session second = large.begin(Forms.context("vi"));
        second.answer(new Path("/f/r"), "r1");
        second.answer(new Path("/f/k"), "k1");
        long after = used();
        System.out.printf("heap for %d rows: %.1f MB; %d choices after two terms%n", ROWS,
                (after - before) / MEGABYTE, second.question(new Path("/f/c")).orElseThrow().choices().size());
        if (first.sections().isEmpty() || large.title().isEmpty()) {
            throw new IllegalStateException("nothing was asked");
        }
    }

    private static long used() {
        for (int round = 0; round < 5; round++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
