package vn.hoidan.client.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import vn.hoidan.client.app.work.SupervisorWork;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Rows;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.Typing;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellKey;

/// The interviews that count in a cell, as the server tells them now, to find one that quality control rejects. Words
/// typed leave those that hold them; a comma stands between several.
final class CountedScreen implements Screen {
    private static final double ROW_PIXELS = 34;
    private static final int MOST_CHARACTERS = 80;

    private final SupervisorWork work;
    private final CellKey cell;
    private final String named;
    private final ScreenTools tools;
    private final Texts texts;
    private final Label head = new Label();
    private final Label lead = new Label();
    private final TextField words = new TextField();
    private final ListView<Board.Counted> list = new ListView<>();
    private final ProblemPane problem;
    private final VBox root;
    private final List<Board.Counted> known = new ArrayList<>();
    private boolean asked;
    private boolean all;

    /// @param named the cell in words
    CountedScreen(SupervisorWork work, CellKey cell, String named, ScreenTools tools) {
        this.work = work;
        this.cell = cell;
        this.named = named;
        this.tools = tools;
        texts = tools.texts(CellScreen.BUNDLE);
        problem = new ProblemPane(tools.language());
        head.getStyleClass().add("headline");
        List.of(head, lead).forEach(label -> label.setWrapText(true));
        words.setId("counted-words");
        Typing.atMost(MOST_CHARACTERS, words);
        words.textProperty().addListener((_, _, _) -> render());
        Rows.prepare(list, "counted", ROW_PIXELS, tools.looks(), _ -> new CountedLine());
        root = Theme.styled(new VBox(head, lead, words, problem, list), "/vn/hoidan/client/ui/board/board.css");
        root.getStyleClass().add("board");
        // a filter: the field and the list would keep these keys
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        render();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("counted.title");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("↑ ↓", texts.get("counted.choose")), new KeyHint("Enter", texts.get("reject.title")),
                new KeyHint("F6", texts.get("counted.older")), new KeyHint("Esc", texts.get("done")));
    }

    /// Also after a decision: what was rejected is gone.
    @Override
    public void shown() {
        known.clear();
        all = false;
        words.requestFocus();
        load();
    }

    @Override
    public void languageChanged() {
        problem.languageChanged();
        render();
        list.refresh();
    }

    private void load() {
        if (asked || all) {
            return;
        }
        asked = true;
        long before = known.isEmpty() ? Board.Counted.NEWEST : known.getLast().number();
        tools.writer().beside(() -> work.counted(cell, before), come -> {
            asked = false;
            problem.clear();
            known.addAll(come);
            all = come.size() < Board.Counted.MOST;
            render();
        }, failed -> {
            asked = false;
            problem.show(failed);
        });
    }

    private void render() {
        head.setText(texts.get("counted.head", named));
        words.setPromptText(texts.get("counted.words"));
        words.setAccessibleText(texts.get("counted.words"));
        List<String> wanted = Stream.of(words.getText().toLowerCase(Locale.ROOT).split(",")).map(String::strip)
                .toList();
        Board.Counted chosen = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(known.stream().filter(each -> {
            String line = line(each).toLowerCase(Locale.ROOT);
            return wanted.stream().allMatch(line::contains);
        }).toList());
        list.getSelectionModel().select(Math.max(0, list.getItems().indexOf(chosen)));
        lead.setText(known.isEmpty() && all ? texts.get("counted.none")
                : texts.get(all ? "counted.all" : "counted.newest", list.getItems().size(), known.size()));
    }

    private String line(Board.Counted each) {
        return texts.get("counted.line", each.place(), each.household(), each.person(),
                tools.formats().moment(each.receivedAt(), tools.clock().now()));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> {
                Board.Counted chosen = list.getSelectionModel().getSelectedItem();
                if (chosen != null) {
                    tools.navigator().open(new DecisionScreen(work,
                            new Deciding.Reject(chosen.interview(), named, line(chosen)), tools));
                }
            }
            case F6 -> load();
            case UP -> choose(-1);
            case DOWN -> choose(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int by) {
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0,
                Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().select(next);
        list.scrollTo(next);
    }

    private final class CountedLine extends ListCell<Board.Counted> {
        @Override
        protected void updateItem(Board.Counted each, boolean empty) {
            super.updateItem(each, empty);
            setText(empty || each == null ? "" : line(each));
        }
    }
}
