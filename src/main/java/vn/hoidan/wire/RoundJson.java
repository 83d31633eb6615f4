package vn.hoidan.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.OldAreas;
import vn.hoidan.core.index.Round;

/// JSON of an earlier round, and of a report's comparison with it.
final class RoundJson {
    private RoundJson() {
    }

    static JsonObject of(Round round) {
        return new Entries().text("name", round.name()).text("day", round.day().toString())
                .list("figures", round.figures(), RoundJson::of)
                .list("mapping", round.mapping(), each -> new Entries().text("old", each.old())
                        .text("now", each.now()).flag("whole", each.whole()).done()).done();
    }

    static Round round(Fields fields) {
        return new Round(fields.text("name"), LocalDate.parse(fields.text("day")),
                fields.list("figures", Limits.MOST_ENTRIES, RoundJson::published),
                fields.list("mapping", Limits.MOST_ENTRIES, each -> new Round.Became(each.text("old"),
                        each.text("now"), each.flag("whole"))));
    }

    private static JsonObject of(Round.Published figure) {
        Entries entries = new Entries().text("area", figure.area()).text("areaName", figure.areaName())
                .text("indicator", figure.indicator()).real("value", figure.value())
                .real("degrees", figure.degrees()).number("base", figure.base());
        figure.error().ifPresent(error -> entries.real("standardError", error));
        return entries.done();
    }

    private static Round.Published published(Fields fields) {
        return new Round.Published(fields.text("area"), fields.text("areaName"), fields.text("indicator"),
                fields.real("value"), fields.realIfAny("standardError"), fields.real("degrees"),
                fields.longNumber("base"));
    }

    static JsonObject of(IndexReport.Comparison comparison) {
        return new Entries().text("round", comparison.round()).text("day", comparison.day().toString())
                .flag("errorsKnown", comparison.errorsKnown())
                .list("missing", comparison.missing(), JsonPrimitive::new)
                .list("areas", comparison.areas(), RoundJson::of).done();
    }

    static IndexReport.Comparison comparison(Fields fields) {
        return new IndexReport.Comparison(fields.text("round"), LocalDate.parse(fields.text("day")),
                fields.flag("errorsKnown"), fields.texts("missing", Limits.MOST_ENTRIES),
                fields.list("areas", Limits.MOST_ENTRIES, RoundJson::joined));
    }

    private static JsonObject of(IndexReport.Joined joined) {
        Entries entries = new Entries().text("code", joined.code()).text("name", joined.name())
                .list("now", joined.now(), JsonPrimitive::new).text("where", joined.where());
        joined.obstacle().ifPresent(each -> entries.text("obstacle", each.code()));
        joined.before().ifPresent(each -> entries.object("before", of(each)));
        joined.today().ifPresent(each -> entries.object("today", of(each)));
        joined.change().ifPresent(each -> entries.object("change", of(each)));
        return entries.done();
    }

    private static IndexReport.Joined joined(Fields fields) {
        return new IndexReport.Joined(fields.text("code"), fields.text("name"),
                fields.texts("now", Limits.MOST_ENTRIES), fields.textIfAny("obstacle")
                        .map(code -> MethodJson.known(OldAreas.Obstacle.ofCode(code), "obstacle")),
                fields.text("where"), estimate(fields, "before"), estimate(fields, "today"),
                estimate(fields, "change"));
    }

    static JsonObject of(Estimate estimate) {
        Entries entries = new Entries().real("value", estimate.value()).real("standardError",
                estimate.standardError()).real("degrees", estimate.degrees()).number("base", estimate.base());
        if (estimate.designEffect().isPresent()) {
            entries.real("designEffect", estimate.designEffect().getAsDouble());
        }
        return entries.done();
    }

    static Optional<Estimate> estimate(Fields fields, String name) {
        if (!fields.has(name)) {
            return Optional.empty();
        }
        Fields each = fields.object(name);
        return Optional.of(new Estimate(each.real("value"), each.real("standardError"), each.real("degrees"),
                each.longNumber("base"), each.realIfAny("designEffect").map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty())));
    }
}
