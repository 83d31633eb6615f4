package vn.hoidan.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Text;

class IndexTest {
    private static final double SAME = 1e-12;
    private static final List<String> FIGURES = List.of("overall", "a", "b", "q1", "q2", "q3", "q4");

    @Test
    void sumsDependNeitherOnTheOrderNorOnTheParts() {
        long seed = 20_241_101;
        List<SmallSurvey.Row> rows = random(seed, 600);
        IndexPlan plan = SmallSurvey.plan(IndexRule.SIPAS);
        Sample whole = Sample.of(SmallSurvey.tally(plan, rows), SmallSurvey.points(rows), List.of());
        List<SmallSurvey.Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        Tally first = SmallSurvey.tally(plan, shuffled.subList(0, 217));
        Tally second = SmallSurvey.tally(plan, shuffled.subList(217, shuffled.size()));
        second.merge(first);
        List<SamplePoint> points = new ArrayList<>(SmallSurvey.points(rows));
        Collections.shuffle(points, new Random(seed));
        Sample parts = Sample.of(second, points, List.of());
        for (String figure : FIGURES) {
            assertEquals(SmallSurvey.estimate(whole, figure), SmallSurvey.estimate(parts, figure),
                    figure + ", seed " + seed);
        }
        assertEquals(600, parts.interviews());
    }

    @Test
    void figuresStayWhenWeightsAreScaledAndStrataRenamed() {
        List<SmallSurvey.Row> rows = random(7, 400);
        List<SmallSurvey.Row> other = rows.stream().map(row -> new SmallSurvey.Row(new SamplePoint(row.point().code(),
                row.point().primaryUnit(), "z" + row.point().stratum(), "p", row.point().weight() * 1000), row.key(),
                row.answers())).toList();
        Sample first = SmallSurvey.sample(IndexRule.SIPAS, rows, List.of());
        Sample second = SmallSurvey.sample(IndexRule.SIPAS, other, List.of());
        for (String figure : FIGURES) {
            Estimate one = SmallSurvey.estimate(first, figure);
            Estimate two = SmallSurvey.estimate(second, figure);
            assertEquals(one.value(), two.value(), SAME, figure);
            assertEquals(one.standardError(), two.standardError(), SAME, figure);
            assertEquals(one.degrees(), two.degrees());
            assertEquals(one.designEffect().orElseThrow(), two.designEffect().orElseThrow(), 1e-9, figure);
        }
    }

    @Test
    void anItemAskedTwiceMovesTheMeanByItsOwnShare() {
        List<SmallSurvey.Row> rows = random(8, 300);
        List<Indicator> indicators = new ArrayList<>(SmallSurvey.TREE.indicators());
        Indicator twin = new Indicator("q5", indicators.getLast().kind(), Optional.of("b"), Text.of("vi", "q5"),
                indicators.getLast().question());
        indicators.add(twin);
        Map<Path, List<String>> codes = new HashMap<>();
        indicators.forEach(indicator -> indicator.question().ifPresent(asked ->
                codes.put(asked.path(), SmallSurvey.LEVELS)));
        IndexPlan plan = IndexPlan.of(new IndicatorTree(indicators), IndexRule.SIPAS, codes);
        Tally tally = new Tally(plan, SmallSurvey.CLASSIFIERS);
        rows.forEach(row -> {
            List<String> answers = new ArrayList<>(row.answers());
            answers.add(row.answers().getLast());
            tally.add(row.key(), answers);
        });
        Sample doubled = Sample.of(tally, SmallSurvey.points(rows), List.of());
        Sample single = SmallSurvey.sample(IndexRule.SIPAS, rows, List.of());
        double expected = (4 * value(single, "overall") + value(single, "q4")) / 5;
        assertEquals(expected, value(doubled, "overall"), SAME);
        assertEquals(SmallSurvey.estimate(single, "q4"), SmallSurvey.estimate(doubled, "q5"));
    }

    @Test
    void aggregationsDifferOnlyWhereTheySay() {
        List<SmallSurvey.Row> rows = List.of(SmallSurvey.row("v1", "u1", "s", 1, "5", "5", "5", ""),
                SmallSurvey.row("v2", "u2", "s", 1, "1", "5", "1", "4"),
                SmallSurvey.row("v3", "u3", "s", 2, "4", "1", "", "1"));
        // weighted by hand: q1 (1+2)/4, q2 2/4, q3 1/2, q4 1/3
        double overall = (0.75 + 0.5 + 0.5 + 1 / 3.0) / 4;
        assertEquals(overall, value(SmallSurvey.sample(IndexRule.SIPAS, rows, List.of()), "overall"), SAME);
        assertEquals(overall, value(SmallSurvey.sample(SmallSurvey.rule(Aggregation.MEAN_OF_ELEMENTS), rows,
                List.of()), "overall"), SAME);
        assertEquals(7 / 13.0, value(SmallSurvey.sample(SmallSurvey.rule(Aggregation.POOLED_ANSWERS), rows,
                List.of()), "overall"), SAME);
        assertEquals((0.75 + 0.5 + 0.25 + 0.25) / 4, value(SmallSurvey.sample(
                SmallSurvey.rule(Blanks.AS_LOWEST), rows, List.of()), "overall"), SAME);
        assertEquals((4 + 0 + 2 * 3) / 16.0, value(SmallSurvey.sample(SmallSurvey.rule(ItemRule.MEAN), rows,
                List.of()), "q1"), SAME);
    }

    @Test
    void whatIsWrongIsToldAndCounted() {
        List<SmallSurvey.Row> rows = List.of(SmallSurvey.row("v1", "u1", "s", 1, "5", "6", "9", "4"),
                SmallSurvey.row("v2", "u2", "s", 1, "4", "x", "3", "4"),
                SmallSurvey.row("v3", "u1", "t", 1, "4", "4", "3", "4"),
                SmallSurvey.row("v9", "u1", "s", 1, "4", "4", "3", "4"),
                SmallSurvey.row("v2", "u2", "s", 1, "4", "4", "3", Tally.NOT_ASKED));
        List<SamplePoint> points = new ArrayList<>(SmallSurvey.points(rows));
        points.removeIf(point -> point.code().equals("v9"));
        points.add(new SamplePoint("v4", "u4", "s", "p", 1));
        points.add(new SamplePoint("v5", "u1", "w", "p", 1));
        Sample sample = Sample.of(SmallSurvey.tally(SmallSurvey.plan(IndexRule.SIPAS), rows), points,
                List.of(new Margin(0, Map.of("2", 10.0, "3", 5.0))));
        assertEquals(List.of(new CountTrouble(CountTrouble.Kind.UNKNOWN_POINT, "v9", 1),
                new CountTrouble(CountTrouble.Kind.EMPTY_POINT, "v4", 0),
                new CountTrouble(CountTrouble.Kind.EMPTY_POINT, "v5", 0),
                new CountTrouble(CountTrouble.Kind.LONELY_UNIT, "t", 1),
                new CountTrouble(CountTrouble.Kind.EMPTY_STRATUM, "w", 0),
                new CountTrouble(CountTrouble.Kind.UNKNOWN_CODE, "q2", 2),
                new CountTrouble(CountTrouble.Kind.UNKNOWN_CODE, "q3", 1),
                new CountTrouble(CountTrouble.Kind.NOT_ASKED, "q4", 1),
                new CountTrouble(CountTrouble.Kind.CLASS_WITHOUT_MARGIN, "1", 4),
                new CountTrouble(CountTrouble.Kind.MARGIN_WITHOUT_INTERVIEWS, "2", 0),
                new CountTrouble(CountTrouble.Kind.MARGIN_WITHOUT_INTERVIEWS, "3", 0)), sample.troubles());
        assertEquals(2, Figures.of(sample, "q2", Domain.whole()).orElseThrow().base());
        assertEquals(3, Figures.of(sample, "q4", Domain.whole()).orElseThrow().base());
        assertThrows(IllegalArgumentException.class, () -> Sample.of(
                SmallSurvey.tally(SmallSurvey.plan(IndexRule.SIPAS), rows), points,
                List.of(new Margin(0, Map.of("1", 10.0)), new Margin(1, Map.of("50+", 11.0)))));
    }

    @Test
    void noFigureWithoutAnswersAndNoIntervalWithoutUnits() {
        List<SmallSurvey.Row> rows = List.of(SmallSurvey.row("v1", "u1", "s", 1, "5", "", "3", "4"));
        Sample sample = SmallSurvey.sample(IndexRule.SIPAS, rows, List.of());
        assertEquals(Optional.empty(), Figures.of(sample, "q2", Domain.whole()));
        assertEquals(Optional.empty(), Figures.of(sample, "overall", Domain.whole()));
        Estimate item = SmallSurvey.estimate(sample, "q1");
        assertEquals(1, item.value());
        assertEquals(Optional.empty(), item.interval(0.95));
        assertEquals(Optional.empty(), item.shareInterval(0.95));
        assertTrue(item.isTooSmall(IndexRule.SIPAS));
        assertFalse(new Estimate(0.5, 0.1, 5, 30, OptionalDouble.empty()).isTooSmall(IndexRule.SIPAS));
    }

    @Test
    void anIntervalOfAShareStaysWithinItsBounds() {
        Estimate nearlyAll = new Estimate(0.99, 0.02, 12, 100, OptionalDouble.empty());
        assertTrue(nearlyAll.interval(0.95).orElseThrow().high() > 1);
        Interval share = nearlyAll.shareInterval(0.95).orElseThrow();
        assertTrue(share.high() < 1 && share.low() < 0.99, share.toString());
        // nobody of 30: the bound that solves (1 - p) to the power of 30 = 0.025
        Interval nobody = new Estimate(0, 0, 12, 30, OptionalDouble.empty()).shareInterval(0.95).orElseThrow();
        assertEquals(0, nobody.low());
        assertEquals(0.11570330, nobody.high(), 1e-8);
    }

    @Test
    void aDifferenceOfRoundsAddsTheirErrors() {
        Estimate now = new Estimate(0.865, 0.012, 12, 2700, OptionalDouble.empty());
        Estimate before = new Estimate(0.8357, 0.009, 10, 2600, OptionalDouble.empty());
        Estimate difference = now.minusIndependent(before);
        assertEquals(0.015, difference.standardError(), SAME);
        assertEquals(Math.pow(0.015, 4) / (Math.pow(0.012, 4) / 12 + Math.pow(0.009, 4) / 10), difference.degrees(),
                1e-9);
        assertFalse(difference.isMoreThanChance(0.95));
        assertTrue(difference.isMoreThanChance(0.8));
    }

    @Test
    void theBootstrapAgreesWithTheLinearisedErrorWithinItsOwnNoise() {
        List<SmallSurvey.Row> rows = random(11, 800);
        Sample sample = SmallSurvey.sample(IndexRule.SIPAS, rows, List.of());
        double taylor = SmallSurvey.estimate(sample, "overall").standardError();
        double bootstrap = Math.sqrt(Replication.bootstrap(sample, replicate -> value(replicate, "overall"), 2000, 5));
        assertEquals(1, bootstrap / taylor, 0.15);
        assertEquals(Replication.bootstrap(sample, replicate -> value(replicate, "q1"), 10, 5),
                Replication.bootstrap(sample, replicate -> value(replicate, "q1"), 10, 5));
    }

    @Test
    void ranksAreSureOnlyWhereTheDistanceIsMoreThanChance() {
        List<SmallSurvey.Row> rows = new ArrayList<>();
        Random random = new Random(3);
        for (int district = 0; district < 3; district++) {
            for (int unit = 0; unit < 4; unit++) {
                for (int person = 0; person < 40; person++) {
                    double chance = district == 2 ? 0.2 : 0.8;
                    String answer = random.nextDouble() < chance ? "5" : "2";
                    rows.add(SmallSurvey.row("v" + district + unit, "u" + unit, "d" + district, 1, answer, answer,
                            answer, answer));
                }
            }
        }
        Sample sample = SmallSurvey.sample(IndexRule.SIPAS, rows, List.of());
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (int district = 0; district < 3; district++) {
            String name = "v" + district;
            figures.put("d" + district, Figures.of(sample, "overall",
                    key -> key.point().startsWith(name)).orElseThrow());
        }
        List<Ranking.Place> places = Ranking.of(sample, figures, 0.95);
        assertEquals("d2", places.getLast().name());
        assertEquals(List.of(3, 3, 3), List.of(places.getLast().rank(), places.getLast().best(),
                places.getLast().worst()));
        assertEquals(List.of(1, 2), List.of(places.getFirst().best(), places.getFirst().worst()));
    }

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        CoverageStudy.Result result = new CoverageStudy(IndexRule.SIPAS, 1).run(300, 2);
        // three standard errors of a share of 300 around 95 %
        assertEquals(0.95, result.share(), 0.038, result.toString());
        assertTrue(result.effect() > 2, "the population is not clustered: " + result);
        assertEquals(1, result.reported() / result.spread(), 0.15, result.toString());
    }

    @Test
    void figuresByCodeAreSharesOfThoseWhoAnswered() {
        List<SmallSurvey.Row> rows = List.of(SmallSurvey.row("v1", "u1", "s", 1, "5", "", "3", "4"),
                SmallSurvey.row("v2", "u2", "s", 3, "2", "2", "3", "4"));
        Sample sample = SmallSurvey.sample(IndexRule.SIPAS, rows, List.of());
        assertEquals(0.75, Figures.ofCode(sample, "q1", "2", Domain.whole()).orElseThrow().value(), SAME);
        assertEquals(0, Figures.ofCode(sample, "q1", "3", Domain.whole()).orElseThrow().value(), SAME);
        assertEquals(new BigDecimal("86.50"), IndexRule.SIPAS.percent(0.864951));
        assertEquals(new BigDecimal("0.13"), IndexRule.SIPAS.percent(0.00125));
    }

    private static double value(Sample sample, String indicator) {
        return Figures.of(sample, indicator, Domain.whole()).orElseThrow().value();
    }

    private static List<SmallSurvey.Row> random(long seed, int interviews) {
        Random random = new Random(seed);
        List<SmallSurvey.Row> rows = new ArrayList<>();
        for (int interview = 0; interview < interviews; interview++) {
            int stratum = random.nextInt(4);
            int unit = random.nextInt(3);
            int village = random.nextInt(2);
            String code = "v" + stratum + unit + village;
            String[] answers = new String[4];
            for (int item = 0; item < answers.length; item++) {
                boolean happy = random.nextInt(10) < 5 + unit;
                answers[item] = random.nextInt(15) == 0 ? "" : happy ? "4" : String.valueOf(1 + random.nextInt(3));
            }
            rows.add(SmallSurvey.row(code, "u" + unit, "s" + stratum, 1 + (stratum * 7 + unit * 3 + village) % 5,
                    answers));
        }
        return rows;
    }
}
