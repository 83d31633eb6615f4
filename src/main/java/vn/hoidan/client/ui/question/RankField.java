package vn.hoidan.client.ui.question;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;

/// Choices to be put in order: a key or touch gives the next place, once more takes it back, Alt with an arrow or the
/// small buttons move one up or down. The rows stay where they are; the order stands below, in words.
final class RankField implements QuestionField {
    private final FieldTools tools;
    private final VBox list = new VBox();
    private final Label order = new Label();
    private final VBox box = new VBox(list, order);
    private final List<Row> rows = new ArrayList<>();
    private final KeyTable keys;
    /// Null until one is shown.
    private Element.Question question;
    private int at = -1;

    /// A choice with the buttons that move it.
    private final class Row {
        private final ChoiceRow choice;
        private final HBox moves;

        Row(int index) {
            choice = new ChoiceRow(tools, index, RankField.this::press);
            moves = new HBox(button(Feather.CHEVRON_UP, index, -1), button(Feather.CHEVRON_DOWN, index, 1));
            moves.getStyleClass().add("rank-moves");
            moves.setAlignment(Pos.CENTER_RIGHT);
            choice.atEnd(moves);
        }

        private Button button(Feather icon, int index, int by) {
            Button button = new Button("", Icons.of(icon));
            button.getStyleClass().addAll("button-icon", "flat", "rank-move");
            button.setFocusTraversable(false);
            button.setOnAction(event -> shift(index, by));
            return button;
        }

        void show(Choice shown, int index, int place) {
            String label = Markup.plain(shown.label());
            choice.show(shown, new ChoiceRow.Look(ChoiceKeys.key(index), false, place >= 0,
                    place >= 0 ? String.valueOf(place + 1) : "", index == at));
            moves.setVisible(place >= 0);
            ((Button) moves.getChildren().getFirst()).setAccessibleText(tools.texts().get("rank.up", label));
            ((Button) moves.getChildren().getLast()).setAccessibleText(tools.texts().get("rank.down", label));
        }
    }

    RankField(FieldTools tools) {
        this.tools = tools;
        box.getStyleClass().add("choices");
        list.getStyleClass().add("choice-list");
        list.setFocusTraversable(true);
        order.getStyleClass().add("choice-told");
        order.setWrapText(true);
        keys = new KeyTable(tools.texts(), List.of(
                KeyLine.of("sheet.rank", KeyAct.places(() -> ChoiceKeys.keys(count()), ChoiceKeys::index, this::count,
                        this::press)).inFoot("key.choose"),
                KeyLine.of("sheet.rank.move", KeyAct.on("Alt+↑", () -> shift(at, -1)),
                        KeyAct.on("Alt+↓", () -> shift(at, 1))).when(() -> at >= 0).inFoot("key.rank"),
                KeyLine.of("sheet.move", KeyAct.on("↑", () -> move(-1)), KeyAct.on("↓", () -> move(1))),
                KeyLine.of("sheet.take", KeyAct.on("Space", () -> press(at))).when(() -> at >= 0).once()));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Element.Question now) {
        boolean other = question == null || !question.path().equals(now.path());
        question = now;
        at = other ? -1 : Math.min(at, now.choices().size() - 1);
        list.setAccessibleText(Markup.plain(now.label()));
        while (rows.size() < now.choices().size()) {
            rows.add(new Row(rows.size()));
        }
        list.getChildren().setAll(rows.subList(0, now.choices().size()).stream().map(row -> row.choice).toList());
        mark();
    }

    private void mark() {
        List<String> ranking = tools.answers().ranking(question.path());
        for (int index = 0; index < question.choices().size(); index++) {
            Choice choice = question.choices().get(index);
            rows.get(index).show(choice, index, ranking.indexOf(choice.code()));
        }
        List<String> words = new ArrayList<>();
        for (String code : ranking) {
            words.add((words.size() + 1) + ". " + Chosen.word(question, code));
        }
        int left = question.choices().size() - ranking.size();
        order.setText(words.isEmpty() ? tools.texts().get("rank.none") : String.join("   ", words)
                + (left > 0 ? "   " + tools.texts().get("rank.left", left) : ""));
    }

    private void press(int index) {
        if (index < question.choices().size()) {
            at = index;
            tools.answers().choose(question.path(), question.choices().get(index).code());
        }
    }

    private void shift(int index, int by) {
        at = index;
        tools.answers().moveRank(question.path(), question.choices().get(index).code(), by);
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

    private void move(int by) {
        at = Math.clamp((long) at + by, 0, question.choices().size() - 1);
        mark();
    }

    @Override
    public Node focused() {
        return at >= 0 ? rows.get(at).choice : list;
    }
}
