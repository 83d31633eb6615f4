package vn.hoidan.form.xlsform;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Writes the model: the empty instance, the lists of choices and the binds.
final class ModelWriter {
    private static final String READ_ONLY = "readonly";
    private static final String TRUE = "true()";
    private static final String FIRST_LOAD = "odk-instance-first-load";
    private static final String IMAGES = "jr://images/";
    /// Parameters and the attributes that they become.
    private static final Map<String, String> PARAMETERS = new TreeMap<>(Map.of("max-pixels", "orx:max-pixels",
            "allow-mock-accuracy", "odk:allow-mock-accuracy", "quality", "odk:quality"));
    private static final Pattern LIST_REFERENCE = Pattern.compile("instance\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)");

    private final Node form;
    private final Settings settings;
    private final ChoiceLists lists;
    private final FormTexts texts;
    private final Expressions expressions;
    private final Instances instances;
    private final CellErrors errors;

    ModelWriter(Node form, Settings settings, ChoiceLists lists, FormTexts texts, Expressions expressions,
            Instances instances, CellErrors errors) {
        this.form = form;
        this.settings = settings;
        this.lists = lists;
        this.texts = texts;
        this.expressions = expressions;
        this.instances = instances;
        this.errors = errors;
    }

    void write(Xml model) {
        Xml root = new Xml(form.name());
        settings.attributes().forEach(root::attribute);
        root.attribute("id", settings.id());
        if (!settings.value("version").isEmpty()) {
            root.attribute("version", settings.value("version"));
        }
        form.children().forEach(node -> writeNode(root, node, Copy.FIRST));
        Xml meta = root.add(Names.META);
        if (!settings.omitsInstanceId()) {
            meta.add("instanceID");
        }
        boolean named = !settings.value("instance_name").isEmpty();
        if (named) {
            meta.add("instanceName");
        }
        model.add("instance").child(root);
        Set<String> used = usedLists();
        lists.names().stream().filter(used::contains).forEach(list -> writeList(model, list));
        form.all().filter(node -> node != form).forEach(node -> writeBind(model, node));
        String path = form.path() + "/" + Names.META + "/";
        if (!settings.omitsInstanceId()) {
            String preload = settings.value("instance_id");
            model.add("bind").attribute("nodeset", path + "instanceID").attribute("type", "string")
                    .attribute(READ_ONLY, TRUE).attribute("jr:preload", preload.isEmpty() ? "uid" : preload);
        }
        if (named) {
            References.Place place = new References.Place(Settings.SHEET, Sheet.HEADER_ROW + 1, "instance_name");
            model.add("bind").attribute("nodeset", path + "instanceName").attribute("type", "string")
                    .attribute("calculate", expressions.ofForm(settings.value("instance_name"), form, place));
        }
    }

    /// Which copy of a repeat is written: new instances are made after the template, the first stands beside it.
    private enum Copy {
        TEMPLATE,
        FIRST,
        WITHIN_FIRST
    }

    private void writeNode(Xml parent, Node node, Copy copy) {
        if (node.kind() == Node.Kind.REPEAT) {
            if (copy != Copy.WITHIN_FIRST) {
                Xml template = parent.add(node.name()).attribute("jr:template", "");
                node.children().forEach(child -> writeNode(template, child, Copy.TEMPLATE));
            }
            if (copy != Copy.TEMPLATE) {
                Xml first = parent.add(node.name());
                node.children().forEach(child -> writeNode(first, child, Copy.WITHIN_FIRST));
            }
            return;
        }
        Xml element = parent.add(node.name());
        node.row().attributes(Columns.INSTANCE).keySet().forEach(name -> element.attribute(name,
                expressions.attribute(node, Columns.INSTANCE + name)));
        if (node.isQuestion()) {
            element.text(staticDefault(node));
        } else {
            node.children().forEach(child -> writeNode(element, child, copy));
        }
    }

    private String staticDefault(Node node) {
        String value = node.row().value(Columns.DEFAULT);
        QuestionKind kind = node.question().kind();
        if (value.isEmpty() || Expressions.isDynamic(value, kind)) {
            return "";
        }
        if (kind != QuestionKind.IMAGE) {
            return value;
        }
        String file = value.substring(value.lastIndexOf('/') + 1);
        if (!Names.isFileName(file)) {
            References.Place place = References.Place.of(node, Columns.DEFAULT);
            errors.add(CellErrorKind.FILE_NAME_MALFORMED, place.sheet(), place.row(), place.column(), value);
        }
        instances.media(file);
        return value.contains(IMAGES) ? value : IMAGES + value;
    }

    /// Lists that nothing names would only cost memory.
    private Set<String> usedLists() {
        Set<String> used = new HashSet<>();
        form.all().forEach(node -> {
            if (node.isQuestion()) {
                used.add(node.question().list());
                used.addAll(node.question().parameters().values().values());
            }
            node.row().cells().filter(text -> text.contains("instance")).forEach(text -> LIST_REFERENCE.matcher(text)
                    .results().forEach(match -> used.add(match.group(1))));
        });
        return used;
    }

    private void writeList(Xml model, String list) {
        Xml root = model.add("instance").attribute("id", list).add("root");
        boolean translated = FormTexts.needsItext(lists, list);
        List<ChoiceLists.Choice> choices = lists.list(list);
        for (int index = 0; index < choices.size(); index++) {
            ChoiceLists.Choice choice = choices.get(index);
            Xml item = root.add("item");
            if (translated) {
                String id = list + "-" + index;
                item.add("itextId").text(id);
                texts.choice(id, choice, form);
            }
            item.add("name").text(choice.name());
            if (!translated) {
                item.add("label").text(choice.label().getOrDefault(Languages.UNNAMED, choice.name()));
            }
            choice.extra().forEach((column, value) -> item.add(column).text(value));
        }
    }

    private void writeBind(Xml model, Node node) {
        Xml bind = new Xml("bind").attribute("nodeset", node.path());
        if (node.isQuestion()) {
            bind.attribute("type", dataType(node.question()));
            node.question().kind().addExtrasTo(bind);
            PARAMETERS.forEach((name, attribute) -> node.question().parameters().find(name)
                    .ifPresent(value -> bind.attribute(attribute, value)));
        }
        expressions.condition(node, Columns.READ_ONLY).ifPresent(value -> bind.attribute(READ_ONLY, value));
        expressions.condition(node, Columns.REQUIRED).ifPresent(value -> bind.attribute("required", value));
        expressions.of(node, Columns.RELEVANT).ifPresent(value -> bind.attribute("relevant", value));
        expressions.of(node, Columns.CONSTRAINT).ifPresent(value -> bind.attribute("constraint", value));
        Optional<String> calculation = expressions.of(node, Columns.CALCULATION);
        if (!node.row().has(Columns.TRIGGER)) {
            calculation.ifPresent(value -> bind.attribute("calculate", value));
        }
        texts.message(bind, "jr:constraintMsg", node, Columns.CONSTRAINT_MESSAGE);
        texts.message(bind, "jr:requiredMsg", node, Columns.REQUIRED_MESSAGE);
        texts.message(bind, "jr:noAppErrorString", node, Columns.APP_MESSAGE);
        node.row().attributes(Columns.BIND).keySet().forEach(name -> bind.attribute(name,
                expressions.attribute(node, Columns.BIND + name)));
        if (node.isQuestion() || bind.hasAttributesBesides(1)) {
            model.child(bind);
        }
        dynamicDefault(node, expressions)
                .ifPresent(value -> model.child(setValue(node, FIRST_LOAD, value)));
    }

    /// The expression of a default that is computed when the form or the repeat's instance begins.
    static Optional<String> dynamicDefault(Node node, Expressions expressions) {
        String text = node.row().value(Columns.DEFAULT);
        boolean dynamic = node.isQuestion() && Expressions.isDynamic(text, node.question().kind());
        return dynamic ? expressions.of(node, Columns.DEFAULT) : Optional.empty();
    }

    static Xml setValue(Node target, String event, String value) {
        return new Xml("setvalue").attribute("ref", target.path()).attribute("event", event)
                .attribute("value", value);
    }

    private static String dataType(Node.Question question) {
        boolean decimal = question.kind() == QuestionKind.RANGE
                && question.parameters().values().values().stream().anyMatch(value -> value.contains("."));
        return decimal ? QuestionKind.DECIMAL.dataType() : question.kind().dataType();
    }
}
