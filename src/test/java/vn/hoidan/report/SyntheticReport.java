package vn.hoidan.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.index.CountKey;
import vn.hoidan.core.index.IndexPlan;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexReports;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.index.IndexSeriesCount;
import vn.hoidan.core.index.Measure;
import vn.hoidan.core.index.OldAreas;
import vn.hoidan.core.index.Round;
import vn.hoidan.core.index.Sample;
import vn.hoidan.core.index.SamplePoint;
import vn.hoidan.core.index.Tally;
import vn.hoidan.core.pack.PracticeSample;
import vn.hoidan.core.pack.SurveyPack;
import vn.hoidan.core.questionnaire.CodebookEntry;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.form.codebook.XFormCodebook;
import vn.hoidan.form.pack.SurveyPacks;

/// A report of interviews that nobody held: the sample of SIPAS with answers by chance.
public final class SyntheticReport {
    private static final SurveyPack PACK = SurveyPacks.builtIn(SurveyPacks.SIPAS);

    private static final String PROVINCE = "01@2004-01-01";
    private static final List<String> MONTHS = List.of("2024-10", "2024-11", "2024-12");

    private SyntheticReport() {
    }

    /// @param each interviews in each village
    public static IndexReport of(int each, long seed) {
        return of(each, seed, Optional.empty());
    }

    static IndexReport of(int each, long seed, Optional<Round> before) {
        Map<Path, CodebookEntry> questions = XFormCodebook.of(PACK.xform()).stream()
                .collect(Collectors.toMap(CodebookEntry::path, entry -> entry));
        Map<Path, List<String>> codes = questions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> entry.getValue().choices().stream().map(CodebookEntry.Code::code).toList()));
        IndexPlan plan = IndexPlan.of(PACK.indicators(), PACK.index().rule(), codes);
        Tally tally = new Tally(plan, List.of("gender", "month"));
        PracticeSample sample = PracticeSample.draw(PACK, seed);
        Random random = new Random(seed);
        List<SamplePoint> points = new ArrayList<>();
        List<IndexReport.PointLine> lines = new ArrayList<>();
        for (SampleList list : sample.lists()) {
            String commune = sample.areas().atOrAbove(list.village(), AreaLevel.COMMUNE).orElseThrow().key().asText();
            String district = sample.areas().atOrAbove(list.village(), AreaLevel.DISTRICT).orElseThrow().key()
                    .asText();
            double mood = 0.85 + 0.05 * new Random(commune.hashCode()).nextGaussian();
            for (int interview = 0; interview < each; interview++) {
                tally.add(new CountKey(list.village().asText(), List.of(String.valueOf(1 + interview % 2),
                        MONTHS.get(interview % MONTHS.size()))),
                        plan.measures().stream().map(measure -> answer(measure, mood, random)).toList());
            }
            SamplePoint point = SamplePoint.drawn(list.village().asText(), commune, district, PROVINCE, 0.1, 250, each);
            points.add(point);
            lines.add(new IndexReport.PointLine(point.code(), list.villageName(), commune, district, 250,
                    list.target(), each, Optional.of(point.weight()), Map.of("interviewed", (long) each, "refused", 9L,
                            "not-at-home", 4L, "not-found", 2L)));
        }
        List<IndexReports.AreaPart> areas = new ArrayList<>();
        for (Area district : sample.areas().at(AreaLevel.DISTRICT)) {
            Set<String> within = points.stream().filter(point -> point.stratum().equals(district.key().asText()))
                    .map(SamplePoint::code).collect(Collectors.toSet());
            areas.add(new IndexReports.AreaPart(district.key().asText(),
                    Text.of(district.fullName(), district.fullName()), within));
        }
        Map<String, Map<String, Text>> labels = new LinkedHashMap<>();
        plan.measures().forEach(measure -> labels.put(measure.indicator().code(),
                questions.get(measure.indicator().question().orElseThrow().path()).choices().stream()
                        .collect(Collectors.toMap(CodebookEntry.Code::code, CodebookEntry.Code::label))));
        Map<String, Text> genders = new LinkedHashMap<>(Map.of("1", Text.of("Nam", "Male")));
        genders.put("2", Text.of("Nữ", "Female"));
        IndexReport.Data data = new IndexReport.Data(tally.interviews(), Map.of("household-counted", 3L), 2700,
                "ab".repeat(32), Map.of("sha256:1", tally.interviews()), Optional.of(seed), List.of());
        return IndexReports.of(Sample.of(tally.withoutLastClass(), points, List.of()), new IndexReports.Wanted(
                new IndexReport.Heading("hanoi-2024", PACK.surveyTitle(), Instant.parse("2024-12-20T09:30:00Z")),
                PACK.index().target(), data, List.of(new IndexReports.AreaPart(PROVINCE,
                Text.of("Thành phố Hà Nội", "Hanoi"), points.stream().map(SamplePoint::code)
                .collect(Collectors.toSet()))), areas, List.of(new IndexReports.ClassParts("gender", 0, genders)),
                labels, before, List.of(new OldAreas.OldArea("999@2004-01-01", "Huyện cũ", List.of(), Set.of(),
                Optional.of(OldAreas.Obstacle.NOT_MAPPED), "")), Optional.of(IndexSeriesCount.of(
                Sample.of(tally, points, List.of()), IndexSeries.FIELD_ZONE)), lines, List.of()));
    }

    private static String answer(Measure measure, double mood, Random random) {
        List<String> codes = measure.codes();
        if (random.nextInt(50) == 0) {
            return "";
        }
        int last = codes.size() - 1;
        return random.nextDouble() < mood ? codes.get(last - random.nextInt(2)) : codes.get(random.nextInt(last));
    }
}
