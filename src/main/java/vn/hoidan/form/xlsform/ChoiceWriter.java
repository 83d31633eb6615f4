package vn.hoidan.form.xlsform;

import java.util.Optional;

/// Writes where a question's choices come from.
final class ChoiceWriter {
    private static final String VALUE = "value";
    private static final String LABEL = "label";
    private static final String TRANSLATED = "jr:itext(itextId)";

    private final ChoiceLists lists;
    private final Expressions expressions;
    private final References references;

    ChoiceWriter(ChoiceLists lists, Expressions expressions, References references) {
        this.lists = lists;
        this.expressions = expressions;
        this.references = references;
    }

    void write(Xml control, Node node) {
        Parameters parameters = node.question().parameters();
        switch (node.question().source()) {
            case ChoiceSource.None() -> {
                // nothing to choose from
            }
            case ChoiceSource.Listed(String id) ->
                    write(control, node, rows(node, id), "name", FormTexts.needsItext(lists, id) ? TRANSLATED : LABEL);
            case ChoiceSource.FromFile(ListFile file) -> write(control, node, rows(node, file.id()),
                    parameters.find(VALUE).orElse(file.valueColumn()),
                    parameters.find(LABEL).orElse(file.labelColumn()));
            case ChoiceSource.Answers answers -> expressions.answers(node, answers)
                    .ifPresent(list -> write(control, node, list.rows(), list.column(), list.column()));
        }
    }

    private String rows(Node node, String id) {
        Optional<String> filter = expressions.filter(node);
        return "instance('" + id + "')/root/item" + filter.map(text -> "[" + text + "]").orElse("");
    }

    private void write(Xml control, Node node, String rows, String value, String label) {
        Xml items = control.add("itemset").attribute("nodeset", shuffled(node, rows));
        items.add("value").attribute("ref", value);
        items.add("label").attribute("ref", label);
    }

    private String shuffled(Node node, String rows) {
        Parameters parameters = node.question().parameters();
        if (!parameters.isTrue("randomize")) {
            return rows;
        }
        String seed = parameters.find("seed").map(text -> ", "
                + references.expression(text, node, false, References.Place.of(node, Columns.PARAMETERS))).orElse("");
        return "randomize(" + rows + seed + ")";
    }
}
