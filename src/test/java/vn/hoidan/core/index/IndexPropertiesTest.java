package vn.hoidan.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import vn.hoidan.core.questionnaire.Text;

/// What holds of every report whatever was answered: each run makes other interviews, of three provinces with three
/// districts each and three months, and tells its seed when it fails.
class IndexPropertiesTest {
    private static final int RUNS = 12;
    private static final double SAME = 1e-9;
    private static final List<String> MONTHS = List.of("2024-10", "2024-11", IndexSeriesCount.NO_MONTH);

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final List<Interview> interviews = new ArrayList<>();
    private final List<SamplePoint> points = new ArrayList<>();
    private final IndexRule rule = new IndexRule("any", 1, one(ItemRule.values()), one(Blanks.values()),
            one(Aggregation.values()), one(Across.values()), one(LonelyUnits.values()), 1, 5, 2, 0.95, 5);
    private final IndexPlan plan = SmallSurvey.plan(rule);

    private record Interview(CountKey key, List<String> answers) {
    }

    IndexPropertiesTest() {
        for (int village = 0; village < 54; village++) {
            String province = "p" + village / 18;
            String district = province + "d" + village / 6 % 3;
            String commune = district + "c" + village / 2 % 3;
            points.add(new SamplePoint("v" + village, commune, district, province, 0.5 + random.nextInt(40)));
            int people = random.nextInt(9) == 0 ? 0 : 1 + random.nextInt(12);
            for (int person = 0; person < people; person++) {
                List<String> answers = new ArrayList<>();
                for (int item = 0; item < 4; item++) {
                    answers.add(one("", "1", "2", "3", "4", "4", "5", "5", "5", "9", Tally.NOT_ASKED));
                }
                interviews.add(new Interview(new CountKey("v" + village, List.of(one("1", "2"),
                        MONTHS.get(random.nextInt(3)))), answers));
            }
        }
    }

    @RepeatedTest(RUNS)
    void aReportIsTheSameInAnyOrderAndCountedInParts() {
        IndexReport whole = report(tally(interviews), points, Optional.empty());
        List<Interview> shuffled = new ArrayList<>(interviews);
        Collections.shuffle(shuffled, random);
        List<SamplePoint> villages = new ArrayList<>(points);
        Collections.shuffle(villages, random);
        int cut = random.nextInt(shuffled.size());
        Tally parts = tally(shuffled.subList(cut, shuffled.size()));
        parts.merge(tally(shuffled.subList(0, cut)));
        assertEquals(whole, report(parts, villages, Optional.empty()), "seed " + seed);
        assertTrue(whole.overall().isPresent() && whole.series().orElseThrow().doubtful() > 0, "seed " + seed);
    }

    @RepeatedTest(RUNS)
    void scaledWeightsAndOtherNamesOfStrataAndUnitsChangeNoFigure() {
        double factor = 0.001 + random.nextInt(100_000);
        IndexReport plain = report(tally(interviews), points, Optional.empty());
        same(plain, report(tally(interviews), changed(point -> new SamplePoint(point.code(), point.primaryUnit(),
                point.stratum(), point.province(), point.weight() * factor)), Optional.empty()));
        same(plain, report(tally(interviews), changed(point -> new SamplePoint(point.code(),
                "u" + point.primaryUnit(), renamed(point.stratum()), point.province(), point.weight())),
                Optional.empty()));
    }

    @RepeatedTest(RUNS)
    void aRoundComparedWithItselfHasMovedNowhere() {
        IndexReport report = report(tally(interviews), points, Optional.empty());
        Round round = Round.of(report, "the same", LocalDate.parse("2024-12-31"));
        IndexReport compared = report(tally(interviews), points, Optional.of(round));
        compared.parts().stream().filter(part -> !part.isClass()).flatMap(part -> part.lines().stream())
                .forEach(line -> line.shown().flatMap(IndexReport.Shown::change).ifPresent(change -> {
                    assertEquals(0, change.value(), line.indicator().code() + ", seed " + seed);
                    assertEquals(line.shown().orElseThrow().estimate().standardError() * Math.sqrt(2),
                            change.standardError(), SAME, line.indicator().code() + ", seed " + seed);
                    assertTrue(!change.isMoreThanChance(0.95), "seed " + seed);
                }));
        assertTrue(compared.overall().orElseThrow().change().isPresent(), "seed " + seed);
    }

    @RepeatedTest(RUNS)
    void differencesAndRanksAgreeWithTheFiguresTheyAreOf() {
        IndexReport report = report(tally(interviews), points, Optional.empty());
        Map<String, Double> values = report.districts().stream().collect(Collectors.toMap(Ranking.Place::name,
                Ranking.Place::value));
        int pairs = 0;
        for (Ranking.Difference each : report.differences()) {
            if (each.kind().equals(IndexReport.Part.AREA)) {
                assertEquals(values.get(each.first()) - values.get(each.second()), each.estimate().value(), SAME,
                        "seed " + seed);
                assertTrue(each.estimate().value() >= 0, "the higher one stands first, seed " + seed);
                pairs++;
            }
        }
        assertEquals(values.size() * (values.size() - 1) / 2, pairs, "seed " + seed);
        report.districts().forEach(place -> assertTrue(place.best() <= place.rank() && place.rank() <= place.worst(),
                place + ", seed " + seed));
        double mean = report.national().orElseThrow().ranked().stream().mapToDouble(Ranking.Place::value).average()
                .orElseThrow();
        report.national().orElseThrow().lines().getFirst().mean().ifPresent(shown ->
                assertEquals(mean, shown.estimate().value(), SAME, "seed " + seed));
    }

    private void same(IndexReport one, IndexReport other) {
        for (int part = 0; part < one.parts().size(); part++) {
            for (int line = 0; line < one.parts().get(part).lines().size(); line++) {
                IndexReport.Line first = one.parts().get(part).lines().get(line);
                IndexReport.Line second = other.parts().get(part).lines().get(line);
                String name = one.parts().get(part).code() + " " + first.indicator().code() + ", seed " + seed;
                assertEquals(first.base(), second.base(), name);
                assertEquals(first.shown().isPresent(), second.shown().isPresent(), name);
                first.shown().ifPresent(shown -> {
                    Estimate scaled = second.shown().orElseThrow().estimate();
                    assertEquals(shown.estimate().value(), scaled.value(), SAME, name);
                    assertEquals(shown.estimate().standardError(), scaled.standardError(), SAME, name);
                    assertEquals(shown.estimate().degrees(), scaled.degrees(), name);
                });
            }
        }
    }

    /// In another order than before.
    private static String renamed(String stratum) {
        return new StringBuilder(stratum).reverse() + "z";
    }

    private List<SamplePoint> changed(UnaryOperator<SamplePoint> how) {
        return points.stream().map(how).toList();
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private Tally tally(List<Interview> some) {
        Tally tally = new Tally(plan, List.of("sex", "month"));
        some.forEach(each -> tally.add(each.key(), each.answers()));
        return tally;
    }

    private IndexReport report(Tally tally, List<SamplePoint> villages, Optional<Round> before) {
        IndexSeries series = IndexSeriesCount.of(Sample.of(tally, villages, List.of()), IndexSeries.FIELD_ZONE);
        return IndexReports.of(Sample.of(tally.withoutLastClass(), villages, List.of()), new IndexReports.Wanted(
                new IndexReport.Heading("any", Text.of("Bất kỳ", "Any"), Instant.parse("2024-12-20T09:30:00Z")), 0.9,
                new IndexReport.Data(tally.interviews(), Map.of(), 600, "ab", Map.of(), Optional.empty(), List.of()),
                parts(true), parts(false), List.of(new IndexReports.ClassParts("sex", 0, Map.of("1",
                Text.of("Nam", "Male")))), Map.of(), before, List.of(), Optional.of(series), List.of(), List.of()));
    }

    private List<IndexReports.AreaPart> parts(boolean provinces) {
        return points.stream().map(point -> provinces ? point.province() : point.stratum()).distinct().sorted()
                .map(code -> new IndexReports.AreaPart(code, Text.of(code, code), within(code, provinces))).toList();
    }

    private Set<String> within(String code, boolean provinces) {
        return points.stream().filter(point -> (provinces ? point.province() : point.stratum()).equals(code))
                .map(SamplePoint::code).collect(Collectors.toSet());
    }
}
