package vn.hoidan.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.TreeSet;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.quota.SoftCount;
import vn.hoidan.core.quota.SoftTarget;

/// JSON of leases, counts and quotas.
final class QuotaJson {
    private QuotaJson() {
    }

    static JsonObject of(Lease lease) {
        return new Entries().text("id", lease.id().text())
                .list("cells", lease.cells(), cell -> new JsonPrimitive(cell.text()))
                .number("units", lease.units()).instant("granted", lease.grantedAt()).instant("useBy", lease.useBy())
                .done();
    }

    static Lease lease(Fields fields) {
        return new Lease(new LeaseId(fields.text("id")),
                fields.texts("cells", Limits.MOST_CELLS_OF_A_LEASE).stream().map(CellKey::new).toList(),
                fields.count("units"), fields.instant("granted"), fields.instant("useBy"));
    }

    static JsonObject of(QuotaSnapshot quota) {
        Entries entries = new Entries().instant("at", quota.at()).list("cells", quota.cells(), QuotaJson::of);
        if (!quota.groups().isEmpty()) {
            entries.list("groups", quota.groups(), QuotaJson::of);
        }
        return (quota.team().isEmpty() ? entries : entries.list("team", quota.team(), QuotaJson::of)).done();
    }

    static QuotaSnapshot quotaSnapshot(Fields fields) {
        return new QuotaSnapshot(fields.instant("at"),
                fields.list("cells", Limits.MOST_ENTRIES, QuotaJson::cellCount),
                fields.has("groups") ? fields.list("groups", Limits.MOST_ENTRIES, QuotaJson::softCount)
                        : List.of(),
                fields.has("team") ? fields.list("team", MateUnits.MOST, QuotaJson::mateUnits) : List.of());
    }

    private static JsonObject of(MateUnits mate) {
        return new Entries().text("device", mate.device()).instant("at", mate.at()).real("perDay", mate.perDay())
                .instant("next", mate.nextRound()).list("units", mate.units(), each -> new Entries()
                        .list("cells", each.cells(), cell -> new JsonPrimitive(cell.text()))
                        .number("free", each.free()).done()).done();
    }

    private static MateUnits mateUnits(Fields fields) {
        return new MateUnits(fields.text("device"), fields.instant("at"), fields.real("perDay"),
                fields.instant("next"), fields.list("units", MateUnits.MOST, each -> new MateUnits.Units(
                        each.texts("cells", Limits.MOST_CELLS_OF_A_LEASE).stream().map(CellKey::new).toList(),
                        each.count("free"))));
    }

    private static JsonObject of(SoftCount count) {
        return new Entries().text("group", count.group().text()).number("accepted", count.accepted()).done();
    }

    private static SoftCount softCount(Fields fields) {
        return new SoftCount(new CellKey(fields.text("group")), fields.count("accepted"));
    }

    static JsonObject of(CellCount count) {
        return new Entries().text("cell", count.cell().text()).number("target", count.target())
                .number("accepted", count.accepted()).number("pending", count.pending())
                .number("onLease", count.onLease()).done();
    }

    static CellCount cellCount(Fields fields) {
        return new CellCount(new CellKey(fields.text("cell")), fields.count("target"), fields.count("accepted"),
                fields.count("pending"), fields.count("onLease"));
    }

    static JsonObject of(Constraint constraint) {
        return filtered(new Entries().text("level", constraint.level().code())
                .text("area", constraint.area().asText()), constraint.answers())
                .number("target", constraint.target()).done();
    }

    static Constraint constraint(Fields fields) {
        return new Constraint(AreaLevel.ofCode(fields.text("level")), AreaKey.parse(fields.text("area")),
                filter(fields), fields.count("target"));
    }

    static JsonObject of(SoftTarget soft) {
        return filtered(new Entries().text("level", soft.level().code()).text("area", soft.area().asText()),
                soft.answers()).number("target", soft.target()).number("floor", soft.floor()).done();
    }

    static SoftTarget softTarget(Fields fields) {
        return new SoftTarget(AreaLevel.ofCode(fields.text("level")), AreaKey.parse(fields.text("area")),
                filter(fields), fields.count("target"), fields.count("floor"));
    }

    /// Left out for everybody, as it was before quotas looked at answers.
    static Entries filtered(Entries entries, AnswerFilter filter) {
        return filter.conditions().isEmpty() ? entries
                : entries.list("answers", filter.conditions(), QuotaJson::of);
    }

    static AnswerFilter filter(Fields fields) {
        return fields.has("answers")
                ? new AnswerFilter(fields.list("answers", Limits.MOST_CONDITIONS, QuotaJson::condition))
                : AnswerFilter.EVERYBODY;
    }

    private static JsonObject of(AnswerCondition condition) {
        Entries entries = new Entries().text("q", condition.question().text());
        return switch (condition) {
            case AnswerCondition.OneOf oneOf ->
                entries.list("in", List.copyOf(oneOf.choices()), JsonPrimitive::new).done();
            case AnswerCondition.Between between ->
                entries.number("from", between.from()).number("to", between.to()).done();
        };
    }

    private static AnswerCondition condition(Fields fields) {
        Path question = new Path(fields.text("q"));
        return fields.has("in")
                ? new AnswerCondition.OneOf(question, new TreeSet<>(fields.texts("in", Limits.MOST_ENTRIES)))
                : new AnswerCondition.Between(question, fields.number("from"), fields.number("to"));
    }
}
