package vn.hoidan.wire;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.hoidan.core.index.CountTrouble;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.Interval;
import vn.hoidan.core.index.Ranking;
import vn.hoidan.core.questionnaire.Text;

/// JSON of an index report, for other programs; figures are shares between 0 and 1. Ours never reads it.
final class IndexJson {
    private IndexJson() {
    }

    static JsonObject of(IndexReport report) {
        return new Entries().text("survey", report.heading().survey()).object("name", of(report.heading().name()))
                .instant("countedAt", report.heading().countedAt()).flag("provisional", report.provisional())
                .object("rule", of(report.rule())).real("target", report.target())
                .object("data", of(report.data())).list("parts", report.parts(), IndexJson::of)
                .list("districts", report.districts(), IndexJson::of)
                .list("elements", report.elements(), IndexJson::of).list("items", report.items(), IndexJson::of)
                .list("answers", report.answers(), IndexJson::of).list("villages", report.points(), IndexJson::of)
                .list("troubles", report.troubles(), IndexJson::of).done();
    }

    private static JsonObject of(IndexRule rule) {
        return new Entries().text("name", rule.name()).number("version", rule.version())
                .text("item", rule.item().code()).text("blanks", rule.blanks().code())
                .text("aggregation", rule.aggregation().code()).text("lonelyUnits", rule.lonely().code())
                .number("lowestLevel", rule.lowestLevel()).number("highestLevel", rule.highestLevel())
                .number("decimals", rule.decimals()).real("confidence", rule.confidence())
                .number("smallestBase", rule.smallestBase()).done();
    }

    private static JsonObject of(IndexReport.Data data) {
        return new Entries().number("interviews", data.interviews()).number("wanted", data.wanted())
                .text("fingerprint", data.fingerprint()).object("waiting", counts(data.waiting()))
                .object("questionnaires", counts(data.forms())).done();
    }

    private static JsonObject counts(Map<String, Long> counts) {
        JsonObject object = new JsonObject();
        new TreeMap<>(counts).forEach(object::addProperty);
        return object;
    }

    private static JsonObject of(IndexReport.Part part) {
        return new Entries().text("kind", part.kind()).text("code", part.code()).object("name", of(part.name()))
                .number("interviews", part.interviews()).list("figures", part.lines(), IndexJson::of).done();
    }

    private static JsonObject of(IndexReport.Line line) {
        Entries entries = new Entries().text("indicator", line.indicator().code())
                .text("kind", line.indicator().kind().code()).number("base", line.base());
        line.shown().ifPresent(shown -> {
            put(entries, shown.estimate(), shown.interval());
            shown.change().ifPresent(change -> entries.object("change", put(new Entries(), change,
                    Optional.empty()).done()));
        });
        return entries.done();
    }

    private static Entries put(Entries entries, Estimate estimate, Optional<Interval> interval) {
        entries.real("value", estimate.value()).real("standardError", estimate.standardError())
                .real("degrees", estimate.degrees());
        if (estimate.designEffect().isPresent()) {
            entries.real("designEffect", estimate.designEffect().getAsDouble());
        }
        interval.ifPresent(each -> entries.real("low", each.low()).real("high", each.high()));
        return entries;
    }

    private static JsonObject of(Ranking.Place place) {
        return new Entries().text("code", place.name()).real("value", place.value()).number("rank", place.rank())
                .number("best", place.best()).number("worst", place.worst()).done();
    }

    private static JsonObject of(IndexReport.Answers answers) {
        return new Entries().text("indicator", answers.indicator().code()).number("base", answers.base())
                .list("codes", answers.codes(), share -> put(new Entries().text("code", share.code())
                        .object("label", of(share.label())).flag("counts", share.counts()), share.share(),
                        Optional.empty()).done()).done();
    }

    private static JsonObject of(IndexReport.PointLine point) {
        Entries entries = new Entries().text("code", point.code()).text("name", point.name())
                .text("primaryUnit", point.primaryUnit()).text("stratum", point.stratum())
                .number("listed", point.listed()).number("wanted", point.wanted())
                .number("interviews", point.interviews());
        point.weight().ifPresent(weight -> entries.real("weight", weight));
        return entries.done();
    }

    private static JsonObject of(CountTrouble trouble) {
        return new Entries().text("kind", trouble.kind().code()).text("where", trouble.where())
                .number("count", trouble.count()).done();
    }

    private static JsonObject of(Text text) {
        JsonObject object = new JsonObject();
        new TreeMap<>(text.byLanguage()).forEach(object::addProperty);
        return object;
    }
}
