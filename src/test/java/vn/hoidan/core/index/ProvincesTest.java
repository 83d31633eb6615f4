package vn.hoidan.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.sampling.SplitMix64;

/// Invented provinces of unequal size and mood: two districts each, four communes, two villages.
class ProvincesTest {
    private static final double SAME = 1e-12;
    private static final List<String> PROVINCES = List.of("p1", "p2", "p3");
    private static final List<Double> MOODS = List.of(0.9, 0.75, 0.55);
    private static final List<Double> WEIGHTS = List.of(40.0, 10.0, 2.0);
    private static final IndexRule MEAN = rule(Across.MEAN_OF_PROVINCES);

    private final List<Interview> interviews = new ArrayList<>();
    private final List<SamplePoint> points = new ArrayList<>();

    private record Interview(CountKey key, List<String> answers) {
    }

    @Test
    void theMeanGivesEachProvinceTheSameSayAndItsErrorIsThatOfIndependentProvinces() {
        people(11, "2024-11");
        double sum = 0;
        double variance = 0;
        for (String province : PROVINCES) {
            Sample alone = Sample.of(tally(IndexRule.SIPAS), points.stream()
                    .filter(point -> point.province().equals(province)).toList(), List.of());
            Estimate estimate = Variance.estimate(alone, Figures.of(alone, "overall", Domain.whole()).orElseThrow());
            sum += estimate.value();
            variance += estimate.standardError() * estimate.standardError();
        }
        IndexReport report = report(IndexRule.SIPAS, PROVINCES);
        IndexReport.BothWays overall = report.national().orElseThrow().lines().getFirst();
        Estimate mean = overall.mean().orElseThrow().estimate();
        assertEquals(sum / 3, mean.value(), SAME);
        assertEquals(Math.sqrt(variance) / 3, mean.standardError(), SAME);
        assertEquals(480 * 3, mean.base());
        Estimate pooled = overall.pooled().orElseThrow().estimate();
        assertEquals(report.overall().orElseThrow().estimate(), pooled);
        assertTrue(pooled.value() > mean.value() + 0.05, "the largest province is the happiest");
        assertEquals(mean.value() - pooled.value(), overall.difference().orElseThrow().value(), SAME);
        assertEquals(PROVINCES, report.national().orElseThrow().ranked().stream().map(Ranking.Place::name).toList());
        assertEquals(List.of("", "p1", "p2", "p3", "p1d0", "p1d1", "p2d0", "p2d1", "p3d0", "p3d1"),
                report.parts().stream().map(IndexReport.Part::code).toList());
        assertEquals(List.of(IndexReport.Part.EVERYBODY, IndexReport.Part.PROVINCE, IndexReport.Part.AREA),
                report.parts().stream().map(IndexReport.Part::kind).distinct().toList());
    }

    @Test
    void theRuleSaysWhichOfTheTwoIsTheFigureAndWithinAProvinceNothingChanges() {
        people(12, "2024-11");
        IndexReport pooled = report(IndexRule.SIPAS, PROVINCES);
        IndexReport mean = report(MEAN, PROVINCES);
        assertEquals(pooled.national().orElseThrow().lines().getFirst().mean(),
                mean.overall().map(ProvincesTest::withoutChange));
        for (String code : List.of("p1", "p2d1")) {
            assertEquals(pooled.area(code).lines(), mean.area(code).lines(), code);
        }
        assertEquals(3, pooled.national().orElseThrow().lines().size(), "overall and two elements");
        mean.answers().forEach(answers -> assertEquals(1, answers.codes().stream().mapToDouble(each ->
                each.share().value()).sum(), 1e-9, answers.indicator().code()));
        assertFalse(pooled.answers().equals(mean.answers()));
    }

    @Test
    void oneProvinceHasNothingToTellApart() {
        people(13, "2024-11");
        points.removeIf(point -> !point.province().equals("p2"));
        IndexReport report = report(MEAN, List.of("p2"));
        assertEquals(new IndexReport.National(1, report.national().orElseThrow().ranked(), List.of()),
                report.national().orElseThrow());
        assertEquals(report.area("p2d0"), report(IndexRule.SIPAS, List.of("p2")).area("p2d0"));
        assertEquals(report.overall(), report(IndexRule.SIPAS, List.of("p2")).overall());
        assertTrue(ReportNotes.method(report).stream().anyMatch(note -> note.key().equals("method.one-province")));
    }

    @Test
    void monthsOfDifferentProvincesAreNotComparedWhereEachProvinceHasASay() {
        people(14, "2024-11");
        SplitMix64 random = new SplitMix64(15);
        for (int province = 0; province < 2; province++) {
            interview(province, "2024-12", random, false);
        }
        assertEquals(1, IndexSeriesCount.of(sample(IndexRule.SIPAS), IndexSeries.FIELD_ZONE).comparisons());
        assertEquals(0, IndexSeriesCount.of(sample(MEAN), IndexSeries.FIELD_ZONE).comparisons());
        interview(2, "2024-12", random, false);
        assertEquals(1, IndexSeriesCount.of(sample(MEAN), IndexSeries.FIELD_ZONE).comparisons());
    }

    private static IndexReport.Shown withoutChange(IndexReport.Shown shown) {
        return new IndexReport.Shown(shown.estimate(), shown.interval(), Optional.empty());
    }

    private void people(long seed, String month) {
        SplitMix64 random = new SplitMix64(seed);
        for (int province = 0; province < PROVINCES.size(); province++) {
            interview(province, month, random, true);
        }
    }

    private void interview(int province, String month, SplitMix64 random, boolean first) {
        for (int village = 0; village < 16; village++) {
            String district = PROVINCES.get(province) + "d" + village / 8;
            String commune = district + "c" + village / 2 % 4;
            String code = commune + "v" + village % 2;
            if (first) {
                points.add(new SamplePoint(code, commune, district, PROVINCES.get(province), WEIGHTS.get(province)));
            }
            double mood = MOODS.get(province) + (village / 2 % 4) * 0.02;
            for (int person = 0; person < 30; person++) {
                List<String> answers = new ArrayList<>();
                for (int item = 0; item < 4; item++) {
                    answers.add(random.below(1000) < mood * 1000 ? "5" : "2");
                }
                interviews.add(new Interview(new CountKey(code, List.of(month)), answers));
            }
        }
    }

    private static IndexRule rule(Across across) {
        IndexRule sipas = IndexRule.SIPAS;
        return new IndexRule("small", 1, sipas.item(), sipas.blanks(), sipas.aggregation(), across, sipas.lonely(),
                sipas.lowestLevel(), sipas.highestLevel(), sipas.decimals(), sipas.confidence(),
                sipas.smallestBase());
    }

    private Sample sample(IndexRule rule) {
        return Sample.of(tally(rule), points, List.of());
    }

    private Tally tally(IndexRule rule) {
        Tally tally = new Tally(SmallSurvey.plan(rule), List.of("month"));
        interviews.forEach(each -> tally.add(each.key(), each.answers()));
        return tally;
    }

    private IndexReport report(IndexRule rule, List<String> provinces) {
        return IndexReports.of(sample(rule), new IndexReports.Wanted(new IndexReport.Heading("many",
                Text.of("Nhiều tỉnh", "Many provinces"), Instant.parse("2024-12-20T09:30:00Z")), 0.9,
                new IndexReport.Data(interviews.size(), Map.of(), 1440, "ab", Map.of(), Optional.empty(), List.of()),
                provinces.stream().map(code -> part(code, SamplePoint::province)).toList(),
                points.stream().map(SamplePoint::stratum).distinct().sorted()
                        .map(code -> part(code, SamplePoint::stratum)).toList(),
                List.of(), Map.of(), Optional.empty(), List.of(), Optional.empty(), List.of(), List.of()));
    }

    private IndexReports.AreaPart part(String code, Function<SamplePoint, String> of) {
        Set<String> within = points.stream().filter(point -> of.apply(point).equals(code)).map(SamplePoint::code)
                .collect(Collectors.toSet());
        return new IndexReports.AreaPart(code, Text.of(code, code), within);
    }
}
