package vn.hoidan.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import vn.hoidan.core.index.CountTrouble;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.Interval;
import vn.hoidan.core.index.Ranking;
import vn.hoidan.core.indicator.Indicator;

/// JSON of an index report, for supervisors' laptops, for a later round and for other programs; figures are shares
/// between 0 and 1.
final class IndexJson {
    private IndexJson() {
    }

    static JsonObject of(IndexReport report) {
        List<Indicator> indicators = report.everybody().lines().stream().map(IndexReport.Line::indicator).toList();
        Entries entries = new Entries().text("survey", report.heading().survey())
                .object("name", SurveyJson.of(report.heading().name()))
                .instant("countedAt", report.heading().countedAt()).flag("provisional", report.provisional())
                .object("rule", MethodJson.of(report.rule())).real("target", report.target())
                .object("data", of(report.data())).list("indicators", indicators, MethodJson::of)
                .list("parts", report.parts(), IndexJson::of)
                .list("districts", report.districts(), IndexJson::of)
                .list("elements", report.elements(), IndexJson::of).list("items", report.items(), IndexJson::of)
                .list("differences", report.differences(), IndexJson::of)
                .list("answers", report.answers(), IndexJson::of).list("villages", report.points(), IndexJson::of)
                .list("troubles", report.troubles(), IndexJson::of);
        report.comparison().ifPresent(each -> entries.object("comparison", RoundJson.of(each)));
        report.national().ifPresent(each -> entries.object("national", of(each)));
        report.series().ifPresent(each -> entries.object("series", SeriesJson.of(each)));
        return entries.done();
    }

    static IndexReport report(Fields fields) {
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        MethodJson.indicators(fields).forEach(indicator -> indicators.put(indicator.code(), indicator));
        return new IndexReport(new IndexReport.Heading(fields.text("survey"), SurveyJson.text(fields, "name"),
                fields.instant("countedAt")), fields.flag("provisional"), MethodJson.rule(fields.object("rule")),
                fields.real("target"), data(fields.object("data")),
                fields.list("parts", Limits.MOST_ENTRIES, part -> part(part, indicators)),
                places(fields, "districts"), places(fields, "elements"), places(fields, "items"),
                fields.has("differences") ? fields.list("differences", Limits.MOST_ENTRIES, IndexJson::difference)
                        : List.of(),
                fields.list("answers", Limits.MOST_ENTRIES, answers -> answers(answers, indicators)),
                fields.list("villages", Limits.MOST_ENTRIES, IndexJson::point),
                fields.has("comparison") ? Optional.of(RoundJson.comparison(fields.object("comparison")))
                        : Optional.empty(),
                fields.has("national") ? Optional.of(national(fields.object("national"), indicators))
                        : Optional.empty(),
                fields.has("series") ? Optional.of(SeriesJson.series(fields.object("series"), indicators))
                        : Optional.empty(),
                fields.list("troubles", Limits.MOST_ENTRIES, IndexJson::trouble));
    }

    private static JsonObject of(IndexReport.Data data) {
        Entries entries = new Entries().number("interviews", data.interviews()).number("wanted", data.wanted())
                .text("fingerprint", data.fingerprint())
                .list("waiting", counts(data.waiting()), IndexJson::of)
                .list("questionnaires", counts(data.forms()), IndexJson::of);
        data.seed().ifPresent(seed -> entries.number("seed", seed));
        entries.list("raked", data.raked(), JsonPrimitive::new);
        return entries.done();
    }

    private static IndexReport.Data data(Fields fields) {
        return new IndexReport.Data(fields.longNumber("interviews"), counts(fields, "waiting"),
                fields.count("wanted"), fields.text("fingerprint"), counts(fields, "questionnaires"),
                MethodJson.seed(fields), fields.has("raked") ? fields.texts("raked", Limits.MOST_ENTRIES)
                        : List.of());
    }

    private static List<Map.Entry<String, Long>> counts(Map<String, Long> counts) {
        return new ArrayList<>(new TreeMap<>(counts).entrySet());
    }

    private static JsonObject of(Map.Entry<String, Long> count) {
        return new Entries().text("name", count.getKey()).number("count", count.getValue()).done();
    }

    private static Map<String, Long> counts(Fields fields, String name) {
        Map<String, Long> counts = new TreeMap<>();
        fields.list(name, Limits.MOST_ENTRIES, each -> counts.put(each.text("name"), each.longNumber("count")));
        return counts;
    }

    private static JsonObject of(IndexReport.Part part) {
        return new Entries().text("kind", part.kind()).text("code", part.code())
                .object("name", SurveyJson.of(part.name())).number("interviews", part.interviews())
                .list("figures", part.lines(), IndexJson::of).done();
    }

    private static IndexReport.Part part(Fields fields, Map<String, Indicator> indicators) {
        return new IndexReport.Part(fields.text("kind"), fields.text("code"), SurveyJson.text(fields, "name"),
                fields.longNumber("interviews"),
                fields.list("figures", Limits.MOST_ENTRIES, line -> line(line, indicators)));
    }

    private static JsonObject of(IndexReport.National national) {
        return new Entries().number("provinces", national.provinces())
                .list("ranked", national.ranked(), IndexJson::of).list("lines", national.lines(), line -> {
                    Entries entries = new Entries().text("indicator", line.indicator().code());
                    line.pooled().ifPresent(each -> entries.object("pooled", based(each)));
                    line.mean().ifPresent(each -> entries.object("mean", based(each)));
                    line.difference().ifPresent(each -> entries.object("difference", based(each)));
                    return entries.done();
                }).done();
    }

    private static JsonObject based(IndexReport.Shown shown) {
        return put(new Entries().number("base", shown.estimate().base()), shown).done();
    }

    private static JsonObject based(Estimate estimate) {
        return put(new Entries().number("base", estimate.base()), estimate).done();
    }

    private static IndexReport.National national(Fields fields, Map<String, Indicator> indicators) {
        return new IndexReport.National(fields.count("provinces"), places(fields, "ranked"),
                fields.list("lines", Limits.MOST_ENTRIES, line -> new IndexReport.BothWays(
                        indicator(line, indicators), shown(line, "pooled"), shown(line, "mean"),
                        estimate(line, "difference"))));
    }

    private static Optional<IndexReport.Shown> shown(Fields fields, String name) {
        return fields.has(name) ? Optional.of(shown(fields.object(name), fields.object(name).longNumber("base")))
                : Optional.empty();
    }

    private static Optional<Estimate> estimate(Fields fields, String name) {
        return fields.has(name) ? Optional.of(estimate(fields.object(name), fields.object(name).longNumber("base")))
                : Optional.empty();
    }

    private static JsonObject of(IndexReport.Line line) {
        Entries entries = new Entries().text("indicator", line.indicator().code())
                .text("kind", line.indicator().kind().code()).number("base", line.base());
        line.shown().ifPresent(shown -> put(entries, shown));
        return entries.done();
    }

    private static Entries put(Entries entries, IndexReport.Shown shown) {
        put(entries, shown.estimate());
        put(entries, shown.interval());
        shown.change().ifPresent(change -> entries.object("change", based(change)));
        return entries;
    }

    private static IndexReport.Line line(Fields fields, Map<String, Indicator> indicators) {
        long base = fields.longNumber("base");
        return new IndexReport.Line(indicator(fields, indicators), base,
                fields.has("value") ? Optional.of(shown(fields, base)) : Optional.empty());
    }

    private static IndexReport.Shown shown(Fields fields, long base) {
        return new IndexReport.Shown(estimate(fields, base), interval(fields), estimate(fields, "change"));
    }

    static Optional<Interval> interval(Fields fields) {
        return fields.has("low") ? Optional.of(new Interval(fields.real("low"), fields.real("high")))
                : Optional.empty();
    }

    static Indicator indicator(Fields fields, Map<String, Indicator> indicators) {
        return MethodJson.known(Optional.ofNullable(indicators.get(fields.text("indicator"))), "indicator");
    }

    static void put(Entries entries, Optional<Interval> interval) {
        interval.ifPresent(each -> entries.real("low", each.low()).real("high", each.high()));
    }

    static Entries put(Entries entries, Estimate estimate) {
        entries.real("value", estimate.value()).real("standardError", estimate.standardError())
                .real("degrees", estimate.degrees());
        if (estimate.designEffect().isPresent()) {
            entries.real("designEffect", estimate.designEffect().getAsDouble());
        }
        return entries;
    }

    static Estimate estimate(Fields fields, long base) {
        return new Estimate(fields.real("value"), fields.real("standardError"), fields.real("degrees"), base,
                fields.has("designEffect") ? OptionalDouble.of(fields.real("designEffect")) : OptionalDouble.empty());
    }

    private static JsonObject of(Ranking.Place place) {
        return new Entries().text("code", place.name()).real("value", place.value()).number("rank", place.rank())
                .number("best", place.best()).number("worst", place.worst()).done();
    }

    private static List<Ranking.Place> places(Fields fields, String name) {
        return fields.list(name, Limits.MOST_ENTRIES, place -> new Ranking.Place(place.text("code"),
                place.real("value"), place.count("rank"), place.count("best"), place.count("worst")));
    }

    private static JsonObject of(Ranking.Difference difference) {
        return new Entries().text("kind", difference.kind()).text("first", difference.first())
                .text("second", difference.second()).object("difference", based(difference.estimate())).done();
    }

    private static Ranking.Difference difference(Fields fields) {
        return new Ranking.Difference(fields.text("kind"), fields.text("first"), fields.text("second"),
                estimate(fields.object("difference"), fields.object("difference").longNumber("base")));
    }

    private static JsonObject of(IndexReport.Answers answers) {
        return new Entries().text("indicator", answers.indicator().code()).number("base", answers.base())
                .list("codes", answers.codes(), share -> put(new Entries().text("code", share.code())
                        .object("label", SurveyJson.of(share.label())).flag("counts", share.counts()),
                        share.share()).done()).done();
    }

    private static IndexReport.Answers answers(Fields fields, Map<String, Indicator> indicators) {
        long base = fields.longNumber("base");
        return new IndexReport.Answers(indicator(fields, indicators), base,
                fields.list("codes", Limits.MOST_ENTRIES, share -> new IndexReport.CodeShare(share.text("code"),
                        SurveyJson.text(share, "label"), share.flag("counts"), estimate(share, base))));
    }

    private static JsonObject of(IndexReport.PointLine point) {
        Entries entries = new Entries().text("code", point.code()).text("name", point.name())
                .text("primaryUnit", point.primaryUnit()).text("stratum", point.stratum())
                .number("listed", point.listed()).number("wanted", point.wanted())
                .number("interviews", point.interviews());
        point.weight().ifPresent(weight -> entries.real("weight", weight));
        entries.list("outcomes", counts(point.outcomes()), IndexJson::of);
        return entries.done();
    }

    private static IndexReport.PointLine point(Fields fields) {
        return new IndexReport.PointLine(fields.text("code"), fields.text("name"), fields.text("primaryUnit"),
                fields.text("stratum"), fields.count("listed"), fields.count("wanted"),
                fields.longNumber("interviews"), fields.realIfAny("weight"),
                fields.has("outcomes") ? counts(fields, "outcomes") : Map.of());
    }

    private static JsonObject of(CountTrouble trouble) {
        return new Entries().text("kind", trouble.kind().code()).text("where", trouble.where())
                .number("count", trouble.count()).done();
    }

    private static CountTrouble trouble(Fields fields) {
        return new CountTrouble(MethodJson.known(CountTrouble.Kind.ofCode(fields.text("kind")), "kind"),
                fields.text("where"), fields.longNumber("count"));
    }
}
