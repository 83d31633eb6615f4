package vn.hoidan.client.ui.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Range;

/// A range as a closed list of its values.
final class PickerField implements QuestionField {
    /// A longer list is drawn or typed.
    static final int MOST_VALUES = 10_000;

    private final MinimalField list;
    private Optional<Range> range = Optional.empty();
    private List<Choice> values = List.of();

    PickerField(FieldTools tools) {
        list = new MinimalField(tools);
    }

    @Override
    public Node node() {
        return list.node();
    }

    @Override
    public void show(Element.Question question) {
        if (!question.range().equals(range)) {
            range = question.range();
            values = values(new RangeSteps(range.orElseThrow()));
        }
        Optional<String> value = question.value().flatMap(now -> new RangeSteps(range.orElseThrow()).step(now))
                .map(step -> values.get(step).code());
        list.show(new Element.Question(question.path(), question.type(), question.label(), question.hint(),
                question.guidance(), question.appearance(), question.required(), question.readOnly(), value, values,
                range, question.image()));
    }

    private static List<Choice> values(RangeSteps steps) {
        List<Choice> values = new ArrayList<>();
        for (int step = 0; step <= steps.count(); step++) {
            values.add(new Choice(steps.value(step), new Numbers(false, false).typed(steps.value(step))));
        }
        return List.copyOf(values);
    }

    @Override
    public void focus() {
        list.focus();
    }

    @Override
    public KeyTable keys() {
        return list.keys();
    }

    @Override
    public boolean types() {
        return list.types();
    }
}
