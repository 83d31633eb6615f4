package vn.hoidan.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.index.Across;
import vn.hoidan.core.index.Aggregation;
import vn.hoidan.core.index.Blanks;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.IndexSetup;
import vn.hoidan.core.index.ItemRule;
import vn.hoidan.core.index.LonelyUnits;
import vn.hoidan.core.index.Margin;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.sampling.DrawMethod;
import vn.hoidan.core.sampling.SamplePlan;
import vn.hoidan.core.sampling.Stage;

/// JSON of what an index is counted by.
final class MethodJson {
    private static final String NAMED = "named";
    private static final String DRAWN = "drawn";
    private static final String HOUSEHOLDS = "households";

    private MethodJson() {
    }

    static JsonObject of(IndexMethod method) {
        Entries entries = new Entries().list("indicators", method.indicators().indicators(), MethodJson::of)
                .object("rule", of(method.setup().rule())).real("target", method.setup().target())
                .list("classifiers", method.setup().classifiers(), each -> new Entries().text("name", each.name())
                        .text("question", each.question().text()).done())
                .list("margins", method.setup().margins(), MethodJson::of)
                .list("stages", method.plan().stages(), MethodJson::of)
                .object("targets", targets(method.plan().targets()))
                .list("frame", method.frame(), each -> new Entries().text("within", each.within().asText())
                        .text("level", each.level().code()).number("units", each.units()).done());
        method.seed().ifPresent(seed -> entries.number("seed", seed));
        return entries.done();
    }

    static IndexMethod method(Fields fields) {
        IndexSetup setup = new IndexSetup(rule(fields.object("rule")), fields.real("target"),
                fields.list("classifiers", Limits.MOST_ENTRIES, each ->
                        new IndexSetup.Classifier(each.text("name"), new Path(each.text("question")))),
                fields.has("margins") ? fields.list("margins", Limits.MOST_ENTRIES, MethodJson::margin) : List.of());
        return new IndexMethod(new IndicatorTree(indicators(fields)), setup,
                new SamplePlan(fields.list("stages", Limits.MOST_ENTRIES, MethodJson::stage),
                        targets(fields.object("targets"))),
                fields.list("frame", Limits.MOST_ENTRIES, each -> new IndexMethod.FrameCount(
                        AreaKey.parse(each.text("within")), AreaLevel.ofCode(each.text("level")),
                        each.count("units"))), seed(fields));
    }

    private static JsonObject of(Margin margin) {
        return new Entries().number("classifier", margin.classifier())
                .list("totals", new ArrayList<>(new TreeMap<>(margin.totals()).entrySet()), each -> new Entries()
                        .text("code", each.getKey()).real("total", each.getValue()).done()).done();
    }

    private static Margin margin(Fields fields) {
        Map<String, Double> totals = new HashMap<>();
        fields.list("totals", Limits.MOST_ENTRIES, each -> totals.put(each.text("code"), each.real("total")));
        return new Margin(fields.count("classifier"), totals);
    }

    static Optional<Long> seed(Fields fields) {
        return fields.has("seed") ? Optional.of(fields.longNumber("seed")) : Optional.empty();
    }

    static JsonObject of(Indicator indicator) {
        Entries entries = new Entries().text("code", indicator.code()).text("kind", indicator.kind().code())
                .object("label", SurveyJson.of(indicator.label()))
                .textIfAny("parent", indicator.parent().orElse(null));
        indicator.question().ifPresent(asked -> entries.text("question", asked.path().text())
                .list("counts", List.copyOf(new TreeSet<>(asked.counts())), JsonPrimitive::new));
        indicator.responsible().ifPresent(unit -> entries.object("responsible", SurveyJson.of(unit)));
        return entries.done();
    }

    /// The entries of `indicators`.
    static List<Indicator> indicators(Fields fields) {
        return fields.list("indicators", Limits.MOST_ENTRIES, MethodJson::indicator);
    }

    private static Indicator indicator(Fields fields) {
        Optional<Indicator.Measured> measured = fields.has("question")
                ? Optional.of(new Indicator.Measured(new Path(fields.text("question")),
                        Set.copyOf(fields.texts("counts", Limits.MOST_ENTRIES)))) : Optional.empty();
        return new Indicator(fields.text("code"), known(IndicatorKind.ofCode(fields.text("kind")), "kind"),
                fields.textIfAny("parent"), SurveyJson.text(fields, "label"), measured,
                fields.has("responsible") ? Optional.of(SurveyJson.text(fields, "responsible")) : Optional.empty());
    }

    static JsonObject of(IndexRule rule) {
        return new Entries().text("name", rule.name()).number("version", rule.version())
                .text("item", rule.item().code()).text("blanks", rule.blanks().code())
                .text("aggregation", rule.aggregation().code()).text("across", rule.across().code())
                .text("lonelyUnits", rule.lonely().code())
                .number("lowestLevel", rule.lowestLevel()).number("highestLevel", rule.highestLevel())
                .number("decimals", rule.decimals()).real("confidence", rule.confidence())
                .number("smallestBase", rule.smallestBase()).done();
    }

    static IndexRule rule(Fields fields) {
        return new IndexRule(fields.text("name"), fields.number("version"),
                known(ItemRule.ofCode(fields.text("item")), "item"),
                known(Blanks.ofCode(fields.text("blanks")), "blanks"),
                known(Aggregation.ofCode(fields.text("aggregation")), "aggregation"),
                fields.textIfAny("across").map(code -> known(Across.ofCode(code), "across")).orElse(Across.POOLED),
                known(LonelyUnits.ofCode(fields.text("lonelyUnits")), "lonelyUnits"), fields.number("lowestLevel"),
                fields.number("highestLevel"), fields.number("decimals"), fields.real("confidence"),
                fields.number("smallestBase"));
    }

    private static JsonObject of(Stage stage) {
        return switch (stage) {
            case Stage.Named named -> new Entries().text("stage", NAMED).text("level", named.level().code())
                    .list("areas", named.areas(), key -> new JsonPrimitive(key.asText())).done();
            case Stage.Drawn drawn -> new Entries().text("stage", DRAWN).text("level", drawn.level().code())
                    .number("take", drawn.take()).text("method", drawn.method().code()).done();
            case Stage.Households households -> new Entries().text("stage", HOUSEHOLDS)
                    .number("listed", households.listed()).number("take", households.take())
                    .text("method", households.method().code()).done();
        };
    }

    private static Stage stage(Fields fields) {
        String stage = fields.text("stage");
        return switch (stage) {
            case NAMED -> new Stage.Named(AreaLevel.ofCode(fields.text("level")),
                    fields.texts("areas", Limits.MOST_ENTRIES).stream().map(AreaKey::parse).toList());
            case DRAWN -> new Stage.Drawn(AreaLevel.ofCode(fields.text("level")), fields.count("take"),
                    method(fields, "method"));
            case HOUSEHOLDS -> new Stage.Households(fields.count("listed"), fields.count("take"),
                    method(fields, "method"));
            default -> throw Fields.unreadable("stage is unknown");
        };
    }

    private static DrawMethod method(Fields fields, String name) {
        return known(DrawMethod.ofCode(fields.text(name)), name);
    }

    private static JsonObject targets(Map<AreaLevel, Integer> targets) {
        Entries entries = new Entries();
        for (AreaLevel level : AreaLevel.values()) {
            if (targets.containsKey(level)) {
                entries.number(level.code(), targets.get(level));
            }
        }
        return entries.done();
    }

    private static Map<AreaLevel, Integer> targets(Fields fields) {
        Map<AreaLevel, Integer> targets = new HashMap<>();
        for (AreaLevel level : AreaLevel.values()) {
            if (fields.has(level.code())) {
                targets.put(level, fields.count(level.code()));
            }
        }
        return targets;
    }

    static <T> T known(Optional<T> meaning, String name) {
        return meaning.orElseThrow(() -> Fields.unreadable(name + " is unknown"));
    }
}
