package vn.hoidan.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.sampling.SplitMix64;

class IndexSeriesTest {
    private static final List<String> MONTHS = List.of("2024-11", "2024-12", "2025-01", "2025-02", "2025-03",
            "2025-04");
    private static final List<String> CLASSIFIERS = List.of("sex", "month");
    private static final IndexPlan PLAN = SmallSurvey.plan(IndexRule.SIPAS);
    private static final int VILLAGES = 24;
    private static final int STRATA = 4;
    private static final int INTERVIEWS = 8;

    private record Interview(CountKey key, List<String> answers) {
    }

    @Test
    void aSeriesWithoutChangeMarksNothingInNinetyFiveOfAHundredRuns() {
        int quiet = 0;
        for (int seed = 1; seed <= 100; seed++) {
            IndexSeries series = series(interviews(seed, Map.of()));
            assertEquals(MONTHS.size() - 1, series.comparisons(), "seed " + seed);
            quiet += marked(series).isEmpty() ? 1 : 0;
        }
        assertTrue(quiet >= 91 && quiet < 100, "quiet in " + quiet + " of 100 runs, seeds 1 to 100");
    }

    @Test
    void marksThePlantedChangeAndNoOther() {
        int found = 0;
        for (int seed = 1; seed <= 20; seed++) {
            List<String> marked = marked(series(interviews(seed, Map.of("2025-02", -0.4, "2025-03", -0.4,
                    "2025-04", -0.4))));
            assertTrue(marked.contains("2025-02"), "seed " + seed + ": " + marked);
            found += marked.equals(List.of("2025-02")) ? 1 : 0;
        }
        assertTrue(found >= 17, "alone in " + found + " of 20, seeds 1 to 20");
    }

    @Test
    void isTheSameInAnyOrderAndWhenCountedInParts() {
        List<Interview> interviews = interviews(7, Map.of("2025-02", -0.2));
        IndexSeries whole = series(interviews);
        List<Interview> shuffled = new ArrayList<>(interviews);
        Collections.shuffle(shuffled, new Random(11));
        assertEquals(whole, series(shuffled));
        Tally first = tally(shuffled.subList(0, 300));
        first.merge(tally(shuffled.subList(300, shuffled.size())));
        assertEquals(whole, series(first));
    }

    @Test
    void leavesOutSmallMonthsAndComparesNothingAcrossThemOrAGap() {
        List<Interview> interviews = new ArrayList<>(interviews(3, Map.of()));
        // 29 interviews of January stay, and none of March
        int[] left = {IndexRule.SIPAS.smallestBase() - 1};
        interviews.removeIf(each -> each.key().classes().getLast().equals("2025-03")
                || each.key().classes().getLast().equals("2025-01") && left[0]-- <= 0);
        IndexSeries series = series(interviews);
        List<IndexSeries.Month> months = series.lines().getFirst().months();
        assertEquals(List.of("2024-11", "2024-12", "2025-01", "2025-02", "2025-04"),
                months.stream().map(month -> month.month().toString()).toList());
        assertEquals(29, months.get(2).base());
        assertEquals(Optional.empty(), months.get(2).shown());
        assertEquals(List.of(false, true, false, false), List.of(0, 1, 3, 4).stream()
                .map(place -> months.get(place).shown().orElseThrow().change().isPresent()).toList());
        assertEquals(1, series.comparisons());
    }

    @Test
    void namesInterviewsWhoseMonthCannotBeRightAndPutsThemInNone() {
        List<Interview> interviews = new ArrayList<>(interviews(5, Map.of()));
        IndexSeries without = series(interviews);
        for (int count = 0; count < 3; count++) {
            interviews.add(new Interview(new CountKey("v1", List.of("1", IndexSeriesCount.NO_MONTH)),
                    List.of("1", "1", "1", "1")));
        }
        IndexSeries series = series(interviews);
        assertEquals(without.lines(), series.lines());
        assertEquals(3, series.doubtful());
        assertEquals(0, without.doubtful());
    }

    @Test
    void marksNothingWhereNoSpreadWasSeen() {
        List<Interview> interviews = new ArrayList<>();
        for (Interview each : interviews(5, Map.of())) {
            String level = each.key().classes().getLast().equals("2025-02") ? "1" : "5";
            interviews.add(new Interview(each.key(), Collections.nCopies(4, level)));
        }
        IndexSeries series = series(interviews);
        assertEquals(0, series.comparisons());
        assertEquals(List.of(), marked(series));
    }

    @Test
    void aDifferenceBetweenMonthsWithOneCommuneInEachStratumIsNotTested() {
        List<Interview> interviews = new ArrayList<>(interviews(5, Map.of("2024-12", -0.5)));
        interviews.removeIf(each -> each.key().classes().getLast().equals("2024-12")
                && Integer.parseInt(each.key().point().substring(1)) >= STRATA);
        IndexSeries.Month december = series(interviews).lines().getFirst().months().get(1);
        assertTrue(december.shown().isPresent());
        assertEquals(Optional.empty(), december.shown().orElseThrow().interval());
        assertEquals(Optional.empty(), december.shown().orElseThrow().change());
    }

    @Test
    void severalTestsAreBelievedTogetherByHolmsRule() {
        // by hand: 3 * 0.010, then 2 * 0.030, then 0.040 raised to the one before
        List<Double> adjusted = Holm.adjusted(List.of(0.04, 0.01, 0.03));
        assertEquals(0.06, adjusted.get(0), 1e-15);
        assertEquals(0.03, adjusted.get(1), 1e-15);
        assertEquals(0.06, adjusted.get(2), 1e-15);
        assertEquals(List.of(1.0, 1.0), Holm.adjusted(List.of(0.9, 0.6)));
        assertEquals(0.05, StudentT.chance(-2.228138851964939, 10), 1e-9);
    }

    private static List<String> marked(IndexSeries series) {
        return series.lines().stream().flatMap(line -> line.months().stream()).filter(month -> month.shown()
                .flatMap(IndexSeries.Shown::change).map(IndexSeries.Change::isChangePoint).orElse(false))
                .map(month -> month.month().toString()).toList();
    }

    /// The same people's chances in each month but for what is planted; villages differ.
    private static List<Interview> interviews(long seed, Map<String, Double> planted) {
        SplitMix64 random = new SplitMix64(seed);
        List<Interview> interviews = new ArrayList<>();
        for (int village = 0; village < VILLAGES; village++) {
            double satisfied = 0.7 + 0.08 * random.nextGaussian();
            for (String month : MONTHS) {
                double own = satisfied + planted.getOrDefault(month, 0.0) + 0.04 * random.nextGaussian();
                for (int interview = 0; interview < INTERVIEWS; interview++) {
                    List<String> answers = new ArrayList<>();
                    for (int item = 0; item < 4; item++) {
                        answers.add(random.nextGaussian() < quantile(own) ? "4" : "3");
                    }
                    interviews.add(new Interview(new CountKey("v" + village, List.of("1", month)), answers));
                }
            }
        }
        return interviews;
    }

    /// Close enough to the normal quantile between 0.1 and 0.95.
    private static double quantile(double share) {
        return 0.6 * Math.log(Math.clamp(share, 0.02, 0.98) / (1 - Math.clamp(share, 0.02, 0.98)));
    }

    private static IndexSeries series(List<Interview> interviews) {
        return series(tally(interviews));
    }

    private static Tally tally(List<Interview> interviews) {
        Tally tally = new Tally(PLAN, CLASSIFIERS);
        interviews.forEach(each -> tally.add(each.key(), each.answers()));
        return tally;
    }

    private static IndexSeries series(Tally tally) {
        List<SamplePoint> points = new ArrayList<>();
        for (int village = 0; village < VILLAGES; village++) {
            points.add(new SamplePoint("v" + village, "u" + village, "s" + village % STRATA, "p", 1 + village % 3));
        }
        return IndexSeriesCount.of(Sample.of(tally, points, List.of()), IndexSeries.FIELD_ZONE);
    }
}
