package vn.hoidan.form.xlsform;

import java.util.Map;
import java.util.Optional;

/// Writes the author's texts: those of one unnamed language stand in the form itself, others in the itext part.
final class FormTexts {
    private static final String GUIDANCE = "guidance";

    private final Itext itext;
    private final References references;
    private final CellErrors errors;

    FormTexts(Itext itext, References references, CellErrors errors) {
        this.itext = itext;
        this.references = references;
        this.errors = errors;
    }

    void label(Xml control, Node node) {
        Map<String, String> label = node.row().text(Columns.LABEL);
        if (label.isEmpty()) {
            return;
        }
        Xml element = control.add("label");
        if (isInline(label)) {
            references.writeText(element, label.get(Languages.UNNAMED), node, place(node, Columns.LABEL));
        } else {
            String id = node.path() + ":label";
            element.attribute("ref", "jr:itext('" + id + "')");
            translate(id, "", label, node, Columns.LABEL);
        }
    }

    void hint(Xml control, Node node) {
        Map<String, String> hint = node.row().text(Columns.HINT);
        Map<String, String> guidance = node.row().text(Columns.GUIDANCE_HINT);
        if (hint.isEmpty() && guidance.isEmpty()) {
            return;
        }
        Xml element = control.add("hint");
        if (guidance.isEmpty() && isInline(hint)) {
            references.writeText(element, hint.get(Languages.UNNAMED), node, place(node, Columns.HINT));
            return;
        }
        String id = node.path() + ":hint";
        element.attribute("ref", "jr:itext('" + id + "')");
        translate(id, "", hint, node, Columns.HINT);
        translate(id, GUIDANCE, guidance, node, Columns.GUIDANCE_HINT);
    }

    /// A message as an attribute of a bind.
    void message(Xml bind, String attribute, Node node, String column) {
        Map<String, String> message = node.row().text(column);
        if (message.isEmpty()) {
            return;
        }
        if (isInline(message) && !References.hasReference(message.get(Languages.UNNAMED))) {
            bind.attribute(attribute, message.get(Languages.UNNAMED));
        } else {
            String id = node.path() + ":" + attribute;
            bind.attribute(attribute, "jr:itext('" + id + "')");
            translate(id, "", message, node, column);
        }
    }

    /// True if the labels of a list of choices must stand in the itext part.
    static boolean needsItext(ChoiceLists lists, String list) {
        return lists.list(list).stream().map(ChoiceLists.Choice::label)
                .anyMatch(label -> !label.isEmpty() && !isInline(label)
                        || label.values().stream().anyMatch(References::hasReference));
    }

    void choice(String id, ChoiceLists.Choice choice, Node form) {
        References.Place place = new References.Place(ChoiceLists.SHEET, choice.row(), Columns.LABEL);
        Map<String, String> label = choice.label().isEmpty() ? Map.of(itext.languages().main(), choice.name())
                : choice.label();
        for (String language : itext.languages().names()) {
            references.writeText(itext.value(language, id, ""), in(language, label), form, place);
            if (!label.containsKey(language)) {
                errors.add(CellErrorKind.TRANSLATION_MISSING, ChoiceLists.SHEET, choice.row(), Columns.LABEL,
                        choice.name(), language);
            }
        }
    }

    private void translate(String id, String form, Map<String, String> text, Node node, String column) {
        if (text.isEmpty()) {
            return;
        }
        References.Place place = place(node, column);
        for (String language : itext.languages().names()) {
            references.writeText(itext.value(language, id, form), in(language, text), node, place);
            if (!text.containsKey(language)) {
                errors.add(CellErrorKind.TRANSLATION_MISSING, place.sheet(), place.row(), place.column(),
                        node.name(), language);
            }
        }
    }

    /// Where a language lacks the text, that of the main language, else of any: better than a gap in the field.
    private String in(String language, Map<String, String> text) {
        return Optional.ofNullable(text.get(language))
                .or(() -> Optional.ofNullable(text.get(itext.languages().main())))
                .orElseGet(() -> text.values().iterator().next());
    }

    private static boolean isInline(Map<String, String> text) {
        return text.keySet().stream().allMatch(Languages.UNNAMED::equals);
    }

    private static References.Place place(Node node, String column) {
        return References.Place.of(node, column);
    }
}
