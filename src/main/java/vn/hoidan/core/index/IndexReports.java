package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.questionnaire.Text;

/// Makes a report of what was counted.
public final class IndexReports {
    private IndexReports() {
    }

    /// An area that gets a part of its own.
    ///
    /// @param points villages of the sample within it
    public record AreaPart(String code, Text name, Set<String> points) {
        public AreaPart {
            points = Set.copyOf(points);
        }
    }

    /// The classes of a classifier that get a part each.
    ///
    /// @param place among the classifiers of the count
    /// @param codes labels by code, in the order of the form
    public record ClassParts(String name, int place, Map<String, Text> codes) {
        public ClassParts {
            codes = new LinkedHashMap<>(codes);
        }
    }

    /// What a report is made of, besides the sample.
    ///
    /// @param provinces of the sample
    /// @param areas     named by the plan; they may be the provinces themselves
    /// @param labels    of codes, by indicator and code
    /// @param troubles  known before anything was counted
    /// @param before    the round to compare with, if there is one
    /// @param oldAreas  areas of that round that are no more
    /// @param series    of the same interviews
    public record Wanted(IndexReport.Heading heading, double target, IndexReport.Data data, List<AreaPart> provinces,
            List<AreaPart> areas, List<ClassParts> classes, Map<String, Map<String, Text>> labels,
            Optional<Round> before, List<OldAreas.OldArea> oldAreas, Optional<IndexSeries> series,
            List<IndexReport.PointLine> points, List<CountTrouble> troubles) {
        public Wanted {
            provinces = List.copyOf(provinces);
            areas = List.copyOf(areas);
            classes = List.copyOf(classes);
            labels = Map.copyOf(labels);
            oldAreas = List.copyOf(oldAreas);
            points = List.copyOf(points);
            troubles = List.copyOf(troubles);
        }
    }

    /// Counts every figure.
    public static IndexReport of(Sample sample, Wanted wanted) {
        List<IndexReport.Part> parts = new ArrayList<>();
        parts.add(part(sample, IndexReport.Part.EVERYBODY, "", wanted.heading().name(), Domain.whole(),
                wanted.before().map(Round::everybody).orElse(Map.of())));
        if (wanted.provinces().size() > 1 && !wanted.areas().equals(wanted.provinces())) {
            wanted.provinces().forEach(area -> parts.add(part(sample, IndexReport.Part.PROVINCE, area, wanted)));
        }
        wanted.areas().forEach(area -> parts.add(part(sample, IndexReport.Part.AREA, area, wanted)));
        wanted.classes().forEach(classes -> classes.codes().forEach((code, label) -> parts.add(part(sample,
                classes.name(), code, label, Domain.ofClass(classes.place(), code), Map.of()))));
        Map<String, Figure> areas = figures(sample, wanted.areas());
        Map<String, Figure> elements = figures(sample, IndicatorKind.ELEMENT);
        List<Ranking.Difference> differences = new ArrayList<>(
                Ranking.differences(IndexReport.Part.AREA, sample, areas));
        differences.addAll(Ranking.differences(IndicatorKind.ELEMENT.code(), sample, elements));
        List<CountTrouble> troubles = new ArrayList<>(wanted.troubles());
        troubles.addAll(sample.troubles());
        wanted.series().map(IndexSeries::doubtful).filter(count -> count > 0).ifPresent(count ->
                troubles.add(new CountTrouble(CountTrouble.Kind.MONTH_DOUBTFUL, "", count)));
        return new IndexReport(wanted.heading(), wanted.data().interviews() < wanted.data().wanted(),
                sample.plan().rule(), wanted.target(), wanted.data(), parts, ranked(sample, areas),
                ranked(sample, elements), ranked(sample, figures(sample, IndicatorKind.ITEM)), differences,
                answers(sample, wanted.labels()), wanted.points(),
                wanted.before().map(round -> comparison(sample, round, wanted.oldAreas())),
                Optional.of(national(sample, wanted.provinces())), wanted.series(), troubles);
    }

    private static IndexReport.Comparison comparison(Sample sample, Round round, List<OldAreas.OldArea> areas) {
        List<String> missing = round.everybody().keySet().stream()
                .filter(code -> sample.plan().tree().find(code).isEmpty()).sorted().toList();
        return new IndexReport.Comparison(round.name(), round.day(), round.errorsKnown(), missing,
                areas.stream().map(area -> joined(sample, round, area)).toList());
    }

    private static IndexReport.Joined joined(Sample sample, Round round, OldAreas.OldArea area) {
        Optional<String> overall = sample.plan().tree().of(IndicatorKind.OVERALL).stream().map(Indicator::code)
                .findFirst();
        Optional<Estimate> before = overall.map(code -> round.of(area.code()).get(code));
        Optional<Estimate> today = area.obstacle().isPresent() ? Optional.empty()
                : overall.flatMap(code -> shownFigure(sample, code, Domain.points(area.points())))
                        .map(figure -> Variance.estimate(sample, figure));
        return new IndexReport.Joined(area.code(), area.name(), area.now(), area.obstacle(), area.where(), before,
                today, today.flatMap(own -> before.map(own::minusIndependent)));
    }

    private static IndexReport.National national(Sample sample, List<AreaPart> provinces) {
        return new IndexReport.National(provinces.size(), ranked(sample, figures(sample, provinces)),
                provinces.size() < 2 ? List.of() : sample.plan().composites().stream()
                        .map(indicator -> bothWays(sample, indicator)).toList());
    }

    private static IndexReport.BothWays bothWays(Sample sample, Indicator indicator) {
        Optional<Figure> pooled = enough(sample, Figures.of(sample, indicator.code(), Domain.whole(), Across.POOLED));
        Optional<Figure> mean = enough(sample, Figures.of(sample, indicator.code(), Domain.whole(),
                Across.MEAN_OF_PROVINCES));
        return new IndexReport.BothWays(indicator, pooled.map(figure -> shown(sample, figure)),
                mean.map(figure -> shown(sample, figure)), mean.flatMap(figure -> pooled.map(figure::minus))
                .map(difference -> Variance.estimate(sample, difference)));
    }

    private static IndexReport.Shown shown(Sample sample, Figure figure) {
        return shown(Variance.estimate(sample, figure), sample.plan().rule(), Optional.empty());
    }

    private static Optional<Figure> enough(Sample sample, Optional<Figure> counted) {
        return counted.filter(figure -> figure.base() >= sample.plan().rule().smallestBase());
    }

    private static IndexReport.Part part(Sample sample, String kind, AreaPart area, Wanted wanted) {
        return part(sample, kind, area.code(), area.name(), Domain.points(area.points()),
                wanted.before().map(round -> round.of(area.code())).orElse(Map.of()));
    }

    private static IndexReport.Part part(Sample sample, String kind, String code, Text name, Domain domain,
            Map<String, Estimate> lastRound) {
        List<IndexReport.Line> lines = new ArrayList<>();
        for (Indicator indicator : sample.plan().tree().indicators()) {
            Optional<Estimate> estimate = Figures.of(sample, indicator.code(), domain)
                    .map(figure -> Variance.estimate(sample, figure));
            lines.add(new IndexReport.Line(indicator, estimate.map(Estimate::base).orElse(0L),
                    estimate.filter(each -> !each.isTooSmall(sample.plan().rule()))
                            .map(each -> shown(each, sample.plan().rule(),
                                    Optional.ofNullable(lastRound.get(indicator.code()))))));
        }
        return new IndexReport.Part(kind, code, name, interviews(sample, domain), lines);
    }

    private static IndexReport.Shown shown(Estimate estimate, IndexRule rule, Optional<Estimate> before) {
        return new IndexReport.Shown(estimate, estimate.shareInterval(rule.confidence()),
                before.map(estimate::minusIndependent));
    }

    private static long interviews(Sample sample, Domain domain) {
        long interviews = 0;
        for (int group = 0; group < sample.groups(); group++) {
            interviews += domain.has(sample.key(group)) ? sample.counts(group).interviews : 0;
        }
        return interviews;
    }

    /// The overall index of each area that is shown.
    private static Map<String, Figure> figures(Sample sample, List<AreaPart> areas) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        sample.plan().tree().of(IndicatorKind.OVERALL).stream().findFirst().ifPresent(overall ->
                areas.forEach(area -> shownFigure(sample, overall.code(), Domain.points(area.points()))
                        .ifPresent(figure -> figures.put(area.code(), figure))));
        return figures;
    }

    /// Each indicator of a kind that is shown.
    private static Map<String, Figure> figures(Sample sample, IndicatorKind kind) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        sample.plan().tree().of(kind).forEach(indicator -> shownFigure(sample, indicator.code(), Domain.whole())
                .ifPresent(figure -> figures.put(indicator.code(), figure)));
        return figures;
    }

    private static List<Ranking.Place> ranked(Sample sample, Map<String, Figure> figures) {
        return Ranking.of(sample, figures, sample.plan().rule().confidence());
    }

    private static Optional<Figure> shownFigure(Sample sample, String indicator, Domain domain) {
        return enough(sample, Figures.of(sample, indicator, domain));
    }

    private static List<IndexReport.Answers> answers(Sample sample, Map<String, Map<String, Text>> labels) {
        List<IndexReport.Answers> answers = new ArrayList<>();
        for (Measure measure : sample.plan().measures()) {
            String code = measure.indicator().code();
            Set<String> counted = new HashSet<>(measure.indicator().question().orElseThrow().counts());
            List<IndexReport.CodeShare> shares = new ArrayList<>();
            long base = 0;
            for (String choice : measure.codes()) {
                Optional<Figure> figure = Figures.ofCode(sample, code, choice, Domain.whole());
                if (figure.isPresent()) {
                    base = figure.get().base();
                    Text label = labels.getOrDefault(code, Map.of()).getOrDefault(choice, Text.of(choice, choice));
                    shares.add(new IndexReport.CodeShare(choice, label, counted.contains(choice),
                            Variance.estimate(sample, figure.get())));
                }
            }
            boolean enough = base >= sample.plan().rule().smallestBase();
            answers.add(new IndexReport.Answers(measure.indicator(), base, enough ? shares : List.of()));
        }
        return answers;
    }
}
