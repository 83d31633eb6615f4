package vn.hoidan.client.ui.question;

import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;

/// A long list of choices, searched by typing; only the rows in view are made, so 100,000 cost no more than twenty.
/// Arrows move, Enter takes the row in focus; with nothing looked for and nowhere moved to, Enter goes on.
final class SearchField implements QuestionField {
    /// Height of a row in pixels: what does not grow with the text, and what does.
    private static final double ROW_PADDING = 20;
    private static final double ROW_TEXT = 30;
    /// Most of the window's height that the list takes.
    private static final double MOST_OF_WINDOW = 0.5;
    private static final int MOST_TOLD = 12;

    private final FieldTools tools;
    private final double rowsInView;
    private final TextField search = new TextField();
    private final Label chosen = new Label();
    private final Label found = new Label();
    private final ListView<Choice> list = new ListView<>();
    private final TextSize size = new TextSize(this::measure);
    private final VBox box = new VBox(chosen, search, list, found, size);
    private final ChoiceSearch choices = new ChoiceSearch();
    private final KeyTable keys;
    /// Null until one is shown.
    private Element.Question question;
    private List<Choice> offered = List.of();
    private Set<String> codes = Set.of();
    private int at = -1;

    /// @param rowsInView rows shown at once
    SearchField(FieldTools tools, double rowsInView) {
        this.tools = tools;
        this.rowsInView = rowsInView;
        box.getStyleClass().add("choices");
        search.getStyleClass().add("typed");
        search.textProperty().addListener((property, old, now) -> {
            if (question != null) {
                at = now.isBlank() ? -1 : 0;
                offer();
            }
        });
        list.getStyleClass().add("choice-search");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        list.sceneProperty().addListener((property, old, now) -> measure());
        found.getStyleClass().add("secondary");
        chosen.getStyleClass().add("choice-told");
        chosen.setWrapText(true);
        chosen.managedProperty().bind(chosen.visibleProperty());
        keys = new KeyTable(tools.texts(), List.of(
                KeyLine.of("sheet.search", KeyAct.told("A–Z, 0–9")).inFoot("key.search"),
                KeyLine.of("sheet.move", KeyAct.on("↑", () -> move(-1)), KeyAct.on("↓", () -> move(1))),
                KeyLine.of("sheet.takeFound", KeyAct.on("Enter", () -> take(at))).when(this::takes).once()
                        .inFoot("key.take")));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Element.Question now) {
        boolean other = question == null || !question.path().equals(now.path());
        question = now;
        codes = Chosen.codes(now);
        choices.choices(now.choices());
        search.setPromptText(tools.texts().get("search.prompt"));
        search.setAccessibleText(Markup.plain(now.label()) + ". " + tools.texts().get("search.prompt"));
        list.setAccessibleText(Markup.plain(now.label()));
        tellChosen();
        if (other) {
            at = -1;
            search.clear();
        }
        offer();
    }

    private void tellChosen() {
        List<String> words = Chosen.words(question);
        chosen.setVisible(!words.isEmpty());
        String listed = String.join(", ", words.subList(0, Math.min(MOST_TOLD, words.size())));
        chosen.setText(words.size() <= 1 ? tools.texts().get("search.chosen", listed)
                : tools.texts().get("search.chosen.several", words.size(),
                        words.size() > MOST_TOLD ? listed + " …" : listed));
    }

    private void offer() {
        List<Choice> now = choices.find(search.getText());
        if (now != offered || list.getItems().size() != now.size()) {
            offered = now;
            list.setItems(FXCollections.observableList(now));
        }
        at = Math.min(at, offered.size() - 1);
        measure();
        found.setText(offered.isEmpty() ? tools.texts().get("search.none") : offered.size() == question.choices().size()
                ? tools.texts().get("search.all", offered.size()) : tools.texts().get("search.some", offered.size(),
                        question.choices().size()));
        showAt();
    }

    private void measure() {
        double row = ROW_PADDING + ROW_TEXT * size.scale();
        double room = list.getScene() == null ? Double.MAX_VALUE : list.getScene().getHeight() * MOST_OF_WINDOW;
        double height = Math.min(Math.clamp(offered.size(), 1, rowsInView) * row + 2, Math.max(2 * row, room));
        list.setFixedCellSize(row);
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
    }

    private void showAt() {
        if (at >= 0) {
            list.scrollTo(Math.max(0, at - 2));
        }
        list.refresh();
    }

    private void take(int index) {
        if (index < 0 || index >= offered.size()) {
            return;
        }
        at = -1;
        Element.Question asked = question;
        tools.answers().choose(asked.path(), offered.get(index).code());
        if (!search.getText().isEmpty()) {
            search.clear();
        }
        if (Appearance.of(asked).quick() && asked.type() == QuestionType.SELECT_ONE) {
            tools.answers().goOn(asked.path());
        }
    }

    @Override
    public void focus() {
        search.applyCss();
        search.requestFocus();
    }

    @Override
    public KeyTable keys() {
        return keys;
    }

    /// A row was moved to or something is looked for.
    private boolean takes() {
        return at >= 0 || !search.getText().isBlank();
    }

    private void move(int by) {
        at = Math.clamp((long) at + by, 0, Math.max(0, offered.size() - 1));
        showAt();
    }

    @Override
    public boolean types() {
        return true;
    }

    /// A row in view.
    private final class Cell extends ListCell<Choice> {
        private final ChoiceRow row = new ChoiceRow(tools, 0, index -> take(getIndex()));

        Cell() {
            getStyleClass().add("choice-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
            } else {
                row.show(choice, new ChoiceRow.Look("", question.type() == QuestionType.SELECT_MULTIPLE,
                        codes.contains(choice.code()), "", getIndex() == at));
                setGraphic(row);
            }
        }
    }
}
