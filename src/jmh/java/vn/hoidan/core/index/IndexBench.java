package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.form.pack.SurveyPacks;

/// What all figures of SIPAS cost, with intervals, for the whole and for six districts, from interviews to estimates.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class IndexBench {
    private static final int DISTRICTS = 6;
    private static final int COMMUNES = 3;
    private static final int VILLAGES = 2;
    private static final int KINDS_OF_INTERVIEW = 1000;

    @Param({"2700", "1000000"})
    public int interviews;

    private IndexPlan plan;
    private List<List<String>> answers;
    private List<CountKey> keys;
    private List<SamplePoint> points;

    @Setup
    public void prepare() {
        IndicatorTree tree = SurveyPacks.builtIn(SurveyPacks.SIPAS).indicators();
        Map<Path, List<String>> codes = new HashMap<>();
        for (Indicator indicator : tree.indicators()) {
            indicator.question().ifPresent(asked ->
                    codes.put(asked.path(), List.of("0", "1", "2", "3", "4", "5", "6", "7", "98")));
        }
        plan = IndexPlan.of(tree, IndexRule.SIPAS, codes);
        Random random = new Random(1);
        answers = new ArrayList<>();
        for (int kind = 0; kind < KINDS_OF_INTERVIEW; kind++) {
            List<String> row = new ArrayList<>();
            plan.measures().forEach(measure -> row.add(random.nextInt(20) == 0 ? ""
                    : String.valueOf(1 + random.nextInt(5))));
            answers.add(row);
        }
        keys = new ArrayList<>();
        points = new ArrayList<>();
        for (int village = 0; village < DISTRICTS * COMMUNES * VILLAGES; village++) {
            int commune = village / VILLAGES;
            points.add(new SamplePoint("v" + village, "c" + commune, "d" + commune / COMMUNES, "p", 1 + village % 7));
            for (String sex : List.of("1", "2")) {
                for (String age : List.of("1", "2", "3", "4", "5")) {
                    keys.add(new CountKey("v" + village, List.of(sex, age)));
                }
            }
        }
    }

    @Benchmark
    public double allFigures() {
        Tally tally = new Tally(plan, List.of("sex", "age"));
        for (int interview = 0; interview < interviews; interview++) {
            tally.add(keys.get(interview * 31 % keys.size()), answers.get(interview % answers.size()));
        }
        Sample sample = Sample.of(tally, points, List.of());
        double sum = 0;
        for (int district = -1; district < DISTRICTS; district++) {
            String name = "d" + district;
            Domain domain = district < 0 ? Domain.whole() : Domain.points(Set.copyOf(points.stream()
                    .filter(point -> point.stratum().equals(name)).map(SamplePoint::code).toList()));
            for (Indicator indicator : plan.tree().indicators()) {
                Estimate estimate = Variance.estimate(sample,
                        Figures.of(sample, indicator.code(), domain).orElseThrow());
                sum += estimate.shareInterval(plan.rule().confidence()).orElseThrow().high();
            }
        }
        return sum;
    }
}
