package vn.hoidan.form.xlsform;

import java.util.Map;
import java.util.Optional;

/// Writes the author's texts: those of one unnamed language stand in the form itself, others, and all with pictures or
/// sounds, in the itext part.
final class FormTexts {
    private static final String GUIDANCE = "guidance";
    private static final String TEXT = "";
    private static final Map<String, String> MEDIA_FORMS = Map.of(Columns.IMAGE, "image", Columns.BIG_IMAGE,
            "big-image", Columns.AUDIO, "audio", Columns.VIDEO, "video");
    private static final Map<String, String> MEDIA_PLACES = Map.of(Columns.IMAGE, "jr://images/", Columns.BIG_IMAGE,
            "jr://images/", Columns.AUDIO, "jr://audio/", Columns.VIDEO, "jr://video/");

    private final Itext itext;
    private final Languages languages;
    private final References references;
    private final Instances instances;
    private final CellErrors errors;

    FormTexts(Itext itext, References references, Instances instances, CellErrors errors) {
        this.itext = itext;
        this.languages = itext.languages();
        this.references = references;
        this.instances = instances;
        this.errors = errors;
    }

    void label(Xml control, Node node) {
        Map<String, String> label = node.row().text(Columns.LABEL);
        Map<String, Map<String, String>> media = node.row().media();
        if (label.isEmpty() && media.isEmpty()) {
            return;
        }
        Xml element = control.add("label");
        if (media.isEmpty() && isInline(label)) {
            references.writeText(element, label.get(Languages.UNNAMED), node, place(node, Columns.LABEL));
            return;
        }
        String id = node.path() + ":label";
        element.attribute("ref", "jr:itext('" + id + "')");
        translate(id, TEXT, label, node, Columns.LABEL);
        media.forEach((column, names) -> languages.names().forEach(
                language -> media(id, column, names, language, node, place(node, column))));
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
        translate(id, TEXT, hint, node, Columns.HINT);
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
            translate(id, TEXT, message, node, column);
        }
    }

    /// True if the labels of a list of choices must stand in the itext part.
    static boolean needsItext(ChoiceLists lists, String list) {
        return lists.list(list).stream().anyMatch(choice -> choice.hasMedia() || !isInline(choice.label())
                || choice.label().values().stream().anyMatch(References::hasReference));
    }

    void choice(String id, ChoiceLists.Choice choice, Node form) {
        Map<String, String> label = choice.label();
        for (String language : languages.names()) {
            if (!label.isEmpty() || !choice.hasMedia()) {
                String text = label.isEmpty() ? choice.name() : languages.pickAny(label, language);
                references.writeText(itext.value(language, id, TEXT), text, form, place(choice, Columns.LABEL));
            }
            if (!label.isEmpty() && languages.pick(label, language).isEmpty()) {
                missing(place(choice, Columns.LABEL), choice.name(), language);
            }
            for (String column : Columns.MEDIA) {
                Optional.ofNullable(choice.texts().get(column)).ifPresent(
                        names -> media(id, column, names, language, form, place(choice, column)));
            }
        }
    }

    private void media(String id, String column, Map<String, String> names, String language, Node context,
            References.Place place) {
        String name = languages.pickAny(names, language);
        String plain = name.substring(name.lastIndexOf('/') + 1);
        Xml value = itext.value(language, id, MEDIA_FORMS.get(column));
        references.writeText(value, name.startsWith("jr://") ? name : MEDIA_PLACES.get(column) + name, context, place);
        if (References.hasReference(name)) {
            // Which file is shown is known only in the interview.
            return;
        }
        if (!Names.isFileName(plain)) {
            errors.add(CellErrorKind.FILE_NAME_MALFORMED, place.sheet(), place.row(), place.column(), name);
        }
        instances.media(plain);
    }

    private void translate(String id, String form, Map<String, String> text, Node node, String column) {
        if (text.isEmpty()) {
            return;
        }
        References.Place place = place(node, column);
        for (String language : languages.names()) {
            references.writeText(itext.value(language, id, form), languages.pickAny(text, language), node, place);
            if (languages.pick(text, language).isEmpty()) {
                missing(place, node.name(), language);
            }
        }
    }

    private void missing(References.Place place, String name, String language) {
        errors.add(CellErrorKind.TRANSLATION_MISSING, place.sheet(), place.row(), place.column(), name, language);
    }

    private static boolean isInline(Map<String, String> text) {
        return text.keySet().stream().allMatch(Languages.UNNAMED::equals);
    }

    private static References.Place place(Node node, String column) {
        return References.Place.of(node, column);
    }

    private static References.Place place(ChoiceLists.Choice choice, String column) {
        return new References.Place(choice.sheet(), choice.row(), column);
    }
}
