package vn.hoidan.client.ui.question;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;

/// Choices as a list of large rows. A key chooses; arrows and Space do too. Lists longer than
/// {@link ChoiceKeys#MOST_WITHOUT_SEARCH_CHOICES} are searched by typing, and Enter takes the one in focus.
final class ChoiceField implements QuestionField {
    /// Rows made at most; a longer list is narrowed by typing.
    static final int MOST_ROWS = 60;

    private final Answers answers;
    private final Texts texts;
    private final TextField search = new TextField();
    private final Label more = new Label();
    private final VBox list = new VBox();
    private final VBox box = new VBox(search, list, more);
    private final List<ChoiceRow> rows = new ArrayList<>();
    /// Null until one is shown.
    private Element.Question question;
    private List<Choice> offered = List.of();
    private int at = -1;

    ChoiceField(Answers answers, Texts texts) {
        this.answers = answers;
        this.texts = texts;
        box.getStyleClass().add("choices");
        list.getStyleClass().add("choice-list");
        list.setFocusTraversable(true);
        search.getStyleClass().add("typed");
        search.managedProperty().bind(search.visibleProperty());
        search.textProperty().addListener((property, old, now) -> {
            at = now.isBlank() ? -1 : 0;
            offer();
        });
        more.getStyleClass().add("secondary");
        more.managedProperty().bind(more.visibleProperty());
    }

    @Override
    public Node node() {
        return box;
    }

    private boolean searching() {
        return search.isVisible();
    }

    @Override
    public void show(Element.Question now) {
        boolean other = question == null || !question.path().equals(now.path());
        question = now;
        list.setAccessibleText(now.label());
        search.setPromptText(texts.get("search.prompt"));
        search.setVisible(now.choices().size() > ChoiceKeys.MOST_WITHOUT_SEARCH_CHOICES);
        if (other) {
            at = -1;
            search.clear();
        }
        offer();
    }

    private void offer() {
        if (question == null) {
            return;
        }
        List<Choice> matching = search.getText().isBlank() ? question.choices() : question.choices().stream()
                .filter(choice -> ChoiceKeys.matches(choice, search.getText())).toList();
        offered = matching.subList(0, Math.min(MOST_ROWS, matching.size()));
        at = Math.min(at, offered.size() - 1);
        more.setVisible(matching.size() > offered.size() || matching.isEmpty());
        more.setText(matching.isEmpty() ? texts.get("search.none")
                : texts.get("search.more", matching.size() - offered.size()));
        while (rows.size() < offered.size()) {
            ChoiceRow row = new ChoiceRow(rows.size(), this::press);
            rows.add(row);
            list.getChildren().add(row);
        }
        for (int index = 0; index < rows.size(); index++) {
            rows.get(index).setVisible(index < offered.size());
            rows.get(index).setManaged(index < offered.size());
        }
        mark();
    }

    private void mark() {
        Element.Question now = question;
        boolean ranks = now.type() == QuestionType.RANK;
        List<String> order = ranks ? answers.ranking(now.path()) : List.of();
        Set<String> chosen = Set.copyOf(now.type() == QuestionType.SELECT_ONE ? now.value().stream().toList()
                : now.value().map(value -> List.of(value.split(" "))).orElse(List.of()));
        for (int index = 0; index < offered.size(); index++) {
            Choice choice = offered.get(index);
            int rank = order.indexOf(choice.code());
            rows.get(index).show(choice, searching() ? "" : ChoiceKeys.key(index),
                    now.type() == QuestionType.SELECT_MULTIPLE, ranks ? rank >= 0 : chosen.contains(choice.code()),
                    rank >= 0 ? String.valueOf(rank + 1) : "", index == at);
        }
    }

    private void press(int index) {
        if (index < offered.size()) {
            at = index;
            answers.choose(question.path(), offered.get(index).code());
        }
    }

    @Override
    public void focus() {
        (searching() ? search : list).requestFocus();
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case SPACE -> !searching() && pressAt();
            case ENTER -> searching() && !search.getText().isBlank() && take();
            default -> !searching() && pressKey(event);
        };
    }

    private boolean move(int by) {
        at = Math.clamp(at + by, 0, Math.max(0, offered.size() - 1));
        mark();
        return true;
    }

    private boolean pressAt() {
        if (at >= 0) {
            press(at);
        }
        return true;
    }

    private boolean take() {
        pressAt();
        search.clear();
        return true;
    }

    private boolean pressKey(KeyEvent event) {
        OptionalInt index = indexOf(event.getCode());
        index.ifPresent(this::press);
        return index.isPresent();
    }

    /// Digits of both blocks of the keyboard and letters, whatever layout they are typed with.
    private static OptionalInt indexOf(KeyCode code) {
        if (code.isDigitKey() || code.isLetterKey()) {
            String name = code.getName();
            return ChoiceKeys.index(name.charAt(name.length() - 1));
        }
        return OptionalInt.empty();
    }

    @Override
    public boolean types() {
        return searching();
    }
}
