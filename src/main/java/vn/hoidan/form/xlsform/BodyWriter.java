package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Writes the body: what is asked, in its order.
final class BodyWriter {
    private static final Pattern TRIGGER = Pattern.compile("\\$\\{[^{}]+\\}");
    private static final String NEW_REPEAT = "odk-new-repeat";
    private static final String CHANGED = "xforms-value-changed";
    /// Parameters and the attributes that they become.
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "start", "start",
            "end", "end",
            "step", "step",
            "tick_interval", "odk:tick-interval",
            "placeholder", "odk:placeholder",
            "rows", "rows",
            "incremental", "incremental",
            "capture-accuracy", "accuracyThreshold",
            "warning-accuracy", "unacceptableAccuracyThreshold");
    private static final Map<String, String> RANGE_DEFAULTS = Map.of("start", "1", "end", "10", "step", "1");

    private final Node form;
    private final ChoiceWriter choices;
    private final FormTexts texts;
    private final Expressions expressions;
    private final References references;
    private final CellErrors errors;
    private final Map<Node, List<Node>> triggered = new HashMap<>();

    BodyWriter(Node form, ChoiceLists lists, FormTexts texts, Expressions expressions, References references,
            CellErrors errors) {
        this.form = form;
        this.choices = new ChoiceWriter(lists, expressions, references);
        this.texts = texts;
        this.expressions = expressions;
        this.references = references;
        this.errors = errors;
    }

    void write(Xml body) {
        form.all().filter(node -> node.isQuestion() && node.row().has(Columns.TRIGGER)).forEach(this::gatherTriggers);
        form.children().forEach(node -> writeNode(body, node));
    }

    private void gatherTriggers(Node node) {
        String text = node.row().value(Columns.TRIGGER);
        References.Place place = References.Place.of(node, Columns.TRIGGER);
        // Unknown names are reported by this.
        references.expression(text, node, false, place);
        List<References.Found> found = references.find(text);
        boolean shown = !text.contains(References.LAST_SAVED)
                && found.stream().map(References.Found::target).allMatch(Node::hasControl);
        boolean wellFormed = Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty())
                .allMatch(part -> TRIGGER.matcher(part).matches());
        if (!wellFormed || !shown) {
            errors.add(CellErrorKind.TRIGGER_MALFORMED, place.sheet(), place.row(), place.column(), text);
            return;
        }
        if (node.question().kind() == QuestionKind.BACKGROUND_GEOPOINT) {
            return;
        }
        found.forEach(trigger -> triggered.computeIfAbsent(trigger.target(), key -> new ArrayList<>()).add(node));
    }

    private void writeNode(Xml parent, Node node) {
        switch (node.kind()) {
            case FORM -> throw new IllegalStateException("a form inside a form");
            case GROUP -> writeGroup(parent, node);
            case REPEAT -> writeRepeat(parent, node);
            case QUESTION -> writeQuestion(parent, node);
        }
    }

    private void writeGroup(Xml parent, Node node) {
        Xml group = parent.add("group").attribute("ref", node.path());
        attributes(group, node);
        texts.label(group, node);
        node.children().forEach(child -> writeNode(group, child));
    }

    private void writeRepeat(Xml parent, Node node) {
        Xml group = parent.add("group").attribute("ref", node.path());
        texts.label(group, node);
        Xml repeat = group.add("repeat").attribute("nodeset", node.path());
        String count = node.row().value(Columns.REPEAT_COUNT);
        if (!count.isEmpty()) {
            repeat.attribute("jr:count", countPath(node, count)).attribute("jr:noAddRemove", "true()");
        }
        attributes(repeat, node);
        node.children().forEach(child -> writeNode(repeat, child));
        node.all().filter(child -> child.isQuestion() && child.nearestRepeat().equals(Optional.of(node)))
                .forEach(child -> ModelWriter.dynamicDefault(child, expressions).ifPresent(
                        value -> repeat.child(ModelWriter.setValue(child, NEW_REPEAT, value))));
    }

    /// A reference is the count itself; of anything else the tree's reader has made a question beside the repeat.
    private String countPath(Node node, String count) {
        Node above = node.parent().orElseThrow();
        return above.children().stream()
                .filter(child -> child.name().equals(node.name() + TreeReader.COUNT_SUFFIX)
                        && child.row().value(Columns.CALCULATION).equals(count))
                .findFirst().map(generated -> References.path(generated, node, false, false))
                .orElseGet(() -> expressions.of(node, Columns.REPEAT_COUNT).orElseThrow());
    }

    private void writeQuestion(Xml parent, Node node) {
        QuestionKind kind = node.question().kind();
        List<Node> targets = triggered.getOrDefault(node, List.of());
        if (!node.hasControl()) {
            return;
        }
        Xml control = parent.add(kind.control()).attribute("ref", node.path());
        attributes(control, node);
        kind.mediaType().ifPresent(type -> control.attribute("mediatype", type));
        parameters(control, node.question());
        texts.label(control, node);
        texts.hint(control, node);
        choices.write(control, node);
        for (Node target : targets) {
            Xml action = control.add("setvalue").attribute("ref", target.path()).attribute("event", CHANGED);
            expressions.of(target, Columns.CALCULATION).ifPresent(value -> action.attribute("value", value));
        }
    }

    private static void parameters(Xml control, Node.Question question) {
        Map<String, String> values = new TreeMap<>(
                question.kind() == QuestionKind.RANGE ? RANGE_DEFAULTS : Map.of());
        values.putAll(question.parameters().values());
        boolean plain = control.attribute("appearance").filter(text -> !text.equals("annotate")).isEmpty();
        if (plain) {
            question.parameters().find("app").ifPresent(app -> control.attribute("intent", app));
        }
        values.forEach((name, value) -> Optional.ofNullable(ATTRIBUTES.get(name))
                .ifPresent(attribute -> control.attribute(attribute,
                        name.equals("incremental") ? "true" : value)));
    }

    private void attributes(Xml element, Node node) {
        if (node.row().has(Columns.APPEARANCE)) {
            element.attribute("appearance", expressions.attribute(node, Columns.APPEARANCE));
        }
        node.row().attributes(Columns.BODY).keySet()
                .forEach(name -> element.attribute(name, expressions.attribute(node, Columns.BODY + name)));
    }
}
