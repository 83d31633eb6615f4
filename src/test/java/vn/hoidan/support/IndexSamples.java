package vn.hoidan.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.index.CountKey;
import vn.hoidan.core.index.CountTrouble;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.index.IndexPlan;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexReports;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.index.IndexSetup;
import vn.hoidan.core.index.Margin;
import vn.hoidan.core.index.OldAreas;
import vn.hoidan.core.index.Round;
import vn.hoidan.core.index.Sample;
import vn.hoidan.core.index.SamplePoint;
import vn.hoidan.core.index.Tally;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.sampling.DrawMethod;
import vn.hoidan.core.sampling.SamplePlan;
import vn.hoidan.core.sampling.Stage;

/// A small index of two items, for tests of how it travels and is kept.
public final class IndexSamples {
    private static final IndexRule RULE = new IndexRule("small", 1, IndexRule.SIPAS.item(), IndexRule.SIPAS.blanks(),
            IndexRule.SIPAS.aggregation(), IndexRule.SIPAS.across(), IndexRule.SIPAS.lonely(), 1, 5, 2, 0.95, 2);
    private static final AreaKey DISTRICT = new AreaKey("271", LocalDate.parse("2004-01-01"));

    private IndexSamples() {
    }

    public static IndexMethod method() {
        IndicatorTree tree = new IndicatorTree(List.of(
                new Indicator("index", IndicatorKind.OVERALL, Optional.empty(), Text.of("chỉ số", "index"),
                        Optional.empty()), item("first"), item("second")));
        return new IndexMethod(tree, new IndexSetup(RULE, 0.9,
                List.of(new IndexSetup.Classifier("gender", new Path("/data/gender"))),
                List.of(new Margin(0, Map.of("1", 40.0, "2", 60.5)))),
                new SamplePlan(List.of(new Stage.Named(AreaLevel.DISTRICT, List.of(DISTRICT)),
                        new Stage.Drawn(AreaLevel.COMMUNE, 2, DrawMethod.SIMPLE_RANDOM),
                        new Stage.Households(20, 4, DrawMethod.SYSTEMATIC)), Map.of(AreaLevel.DISTRICT, 8)),
                List.of(new IndexMethod.FrameCount(DISTRICT, AreaLevel.COMMUNE, 31)), Optional.of(20_241_101L));
    }

    public static IndexReport report() {
        IndexMethod method = method();
        IndexPlan plan = IndexPlan.of(method.indicators(), RULE, Map.of(new Path("/data/first"),
                List.of("1", "2", "3", "4", "5"), new Path("/data/second"), List.of("1", "2", "3", "4", "5")));
        Tally tally = new Tally(plan, List.of("gender"));
        List<SamplePoint> points = new ArrayList<>();
        List<IndexReport.PointLine> lines = new ArrayList<>();
        for (String commune : List.of("09694", "09697", "09700")) {
            points.add(new SamplePoint(commune, commune, "271", "01", 5));
            lines.add(new IndexReport.PointLine(commune, "Xã " + commune, commune, "271", 20, 4, 3, Optional.of(5.0),
                    Map.of("interviewed", 3L, "refused", 1L)));
            tally.add(new CountKey(commune, List.of("1")), List.of("5", commune.equals("09694") ? "2" : "4"));
            tally.add(new CountKey(commune, List.of("1")), List.of("4", "4"));
            tally.add(new CountKey(commune, List.of("2")), List.of(commune.equals("09700") ? "1" : "5", ""));
        }
        return IndexReports.of(Sample.of(tally, points, List.of()), new IndexReports.Wanted(
                new IndexReport.Heading("small-2024", Text.of("Khảo sát nhỏ", "Small survey"),
                        Instant.parse("2024-12-20T09:30:00Z")), 0.9,
                new IndexReport.Data(9, Map.of("household-counted", 1L), 12, "ab".repeat(32),
                        Map.of("sha256:1", 9L), method.seed(), List.of("gender")),
                List.of(new IndexReports.AreaPart("01", Text.of("Hà Nội", "Hanoi"),
                        Set.of("09694", "09697", "09700"))),
                List.of(new IndexReports.AreaPart(DISTRICT.asText(), Text.of("Huyện Ba Vì", "Ba Vì"),
                        Set.of("09694", "09697", "09700"))),
                List.of(new IndexReports.ClassParts("gender", 0, Map.of("1", Text.of("Nam", "Male")))), Map.of(),
                Optional.of(round()), List.of(new OldAreas.OldArea("275@2004-01-01", "Huyện Quốc Oai",
                        List.of("Xã 09697"), Set.of("09697"), Optional.empty(), ""),
                        new OldAreas.OldArea("017@2004-01-01", "Huyện Đông Anh", List.of(), Set.of(),
                                Optional.of(OldAreas.Obstacle.NOT_MAPPED), "")), Optional.of(series(method)), lines,
                List.of(new CountTrouble(CountTrouble.Kind.CHANCE_UNKNOWN, "village", 3))));
    }

    /// A month that is a change point, one that is not, and one of too few.
    private static IndexSeries series(IndexMethod method) {
        Estimate high = new Estimate(0.9, 0.02, 30, 400, OptionalDouble.of(1.5));
        Estimate low = new Estimate(0.8, 0.02, 30, 400, OptionalDouble.empty());
        return new IndexSeries("Asia/Ho_Chi_Minh", List.of(new IndexSeries.Line(
                method.indicators().indicators().getFirst(), List.of(month(10, high, Optional.empty()),
                month(11, low, Optional.of(new IndexSeries.Change(new Estimate(-0.1, 0.028, 30, 400,
                        OptionalDouble.empty()), 0.0002, true))),
                month(12, low, Optional.of(new IndexSeries.Change(new Estimate(0.01, 0.028, 30, 400,
                        OptionalDouble.empty()), 0.62, false))),
                new IndexSeries.Month(YearMonth.of(2025, 1), 10, Optional.empty())))), 2, 4);
    }

    private static IndexSeries.Month month(int month, Estimate estimate, Optional<IndexSeries.Change> change) {
        return new IndexSeries.Month(YearMonth.of(2024, month), 400,
                Optional.of(new IndexSeries.Shown(estimate, estimate.shareInterval(0.95), change)));
    }

    public static Round round() {
        return new Round("2023", LocalDate.parse("2024-04-17"), List.of(
                new Round.Published("", "", "index", 0.8, Optional.of(0.02), 12, 2_700),
                new Round.Published(DISTRICT.asText(), "Huyện Ba Vì", "index", 0.7, Optional.empty(), 1, 0),
                new Round.Published("275@2004-01-01", "Huyện Quốc Oai", "index", 0.6, Optional.of(0.1), 2, 450),
                new Round.Published("", "", "retired", 0.5, Optional.of(0.1), 2, 450)),
                List.of(new Round.Became("275@2004-01-01", "09697@2025-07-01", true)));
    }

    private static Indicator item(String name) {
        return new Indicator(name, IndicatorKind.ITEM, Optional.of("index"), Text.of("mục " + name, "item " + name),
                Optional.of(new Indicator.Measured(new Path("/data/" + name), Set.of("4", "5"))),
                Optional.of(Text.of("Sở Nội vụ", "Department of Home Affairs")));
    }
}
