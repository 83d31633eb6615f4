package vn.hoidan.client.ui.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;

/// Choices as large rows, all of them in view: one below the other, in columns, or as the steps of a scale. A key
/// chooses; arrows and Space do too.
final class ChoiceField implements QuestionField {
    /// Choices that are shown at once; more of them are searched.
    static final int MOST_CHOICES = 60;
    private static final int MOST_COLUMNS = 6;
    /// Narrowest column and step at 100 %, in pixels.
    private static final double COLUMN_WIDTH = 230;
    private static final double STEP_WIDTH = 84;

    private final FieldTools tools;
    private final GridPane list = new GridPane();
    private final TextSize size = new TextSize(this::arrange);
    private final VBox box = new VBox(list, size);
    private final List<ChoiceRow> rows = new ArrayList<>();
    private final KeyTable keys;
    /// Null until one is shown.
    private Element.Question question;
    private Appearance appearance;
    private int at = -1;
    private int columns;
    private boolean steps;

    ChoiceField(FieldTools tools) {
        this.tools = tools;
        list.getStyleClass().addAll("choice-list", "choice-grid");
        list.setFocusTraversable(true);
        list.setMaxWidth(Double.MAX_VALUE);
        list.widthProperty().addListener((property, old, now) -> arrange());
        keys = new KeyTable(tools.texts(), List.of(
                KeyLine.of("sheet.choose", KeyAct.places(() -> ChoiceKeys.keys(count()), ChoiceKeys::index, this::count,
                        this::press)).inFoot("key.choose"),
                KeyLine.of("sheet.move", KeyAct.on("↑", () -> move(-columns)), KeyAct.on("↓", () -> move(columns)),
                        KeyAct.on("←", () -> move(-1)).when(() -> columns > 1),
                        KeyAct.on("→", () -> move(1)).when(() -> columns > 1)),
                KeyLine.of("sheet.take", KeyAct.on("Space", this::takeHere)).once()));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Element.Question now) {
        boolean other = question == null || !question.path().equals(now.path());
        question = now;
        appearance = Appearance.of(now);
        list.setAccessibleText(Markup.plain(now.label()));
        at = other ? -1 : Math.min(at, now.choices().size() - 1);
        boolean grown = rows.size() < now.choices().size();
        while (rows.size() < now.choices().size()) {
            rows.add(new ChoiceRow(tools, rows.size(), this::press));
        }
        if (grown || other || list.getChildren().size() != now.choices().size()) {
            columns = 0;
            arrange();
        }
        mark();
    }

    /// Puts the rows into as many columns as are wanted and have room.
    private void arrange() {
        if (question == null) {
            return;
        }
        double scale = size.scale();
        double width = list.getWidth() <= 0 ? COLUMN_WIDTH * 4 : list.getWidth();
        int count = Math.max(1, question.choices().size());
        boolean asSteps = appearance.has("likert") && width / count >= STEP_WIDTH * scale;
        int room = Math.max(1, (int) (width / (COLUMN_WIDTH * scale)));
        int wanted = appearance.columns() == Appearance.ANY_COLUMNS ? MOST_COLUMNS : appearance.columns();
        int now = asSteps ? count : Math.min(Math.min(room, wanted), count);
        if (now == columns && asSteps == steps) {
            return;
        }
        columns = now;
        steps = asSteps;
        list.getColumnConstraints().clear();
        for (int column = 0; column < columns; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / columns);
            constraints.setHgrow(Priority.ALWAYS);
            list.getColumnConstraints().add(constraints);
        }
        putRows();
        for (int index = 0; index < question.choices().size(); index++) {
            ChoiceRow row = rows.get(index);
            if (steps) {
                row.step();
            } else {
                row.list();
            }
            row.marks(!appearance.withoutMarks());
            row.setMaxHeight(Double.MAX_VALUE);
            GridPane.setFillHeight(row, true);
            GridPane.setConstraints(row, index % columns, index / columns);
        }
    }

    /// Rows that stay are not taken out, because everything put into a window is styled anew.
    private void putRows() {
        while (list.getChildren().size() > question.choices().size()) {
            list.getChildren().removeLast();
        }
        while (list.getChildren().size() < question.choices().size()) {
            list.getChildren().add(rows.get(list.getChildren().size()));
        }
    }

    private void mark() {
        Set<String> chosen = Chosen.codes(question);
        boolean several = question.type() == QuestionType.SELECT_MULTIPLE;
        for (int index = 0; index < question.choices().size(); index++) {
            Choice choice = question.choices().get(index);
            rows.get(index).show(choice, new ChoiceRow.Look(ChoiceKeys.key(index), several,
                    chosen.contains(choice.code()), "", index == at));
        }
    }

    private void press(int index) {
        if (index < question.choices().size()) {
            at = index;
            Element.Question asked = question;
            tools.answers().choose(asked.path(), asked.choices().get(index).code());
            if (appearance.quick() && asked.type() == QuestionType.SELECT_ONE) {
                tools.answers().goOn(asked.path());
            }
        }
    }

    @Override
    public void focus() {
        list.requestFocus();
    }

    @Override
    public KeyTable keys() {
        return keys;
    }

    private int count() {
        return question == null ? 0 : question.choices().size();
    }

    private void takeHere() {
        if (at >= 0) {
            press(at);
        }
    }

    private void move(int by) {
        int last = question.choices().size() - 1;
        int wanted = at < 0 ? 0 : at + by;
        at = wanted < 0 || wanted > last ? Math.clamp(at, 0, last) : wanted;
        mark();
    }

    @Override
    public Node focused() {
        return at >= 0 && at < rows.size() ? rows.get(at) : list;
    }
}
