package vn.hoidan.client.ui.board;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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
import vn.hoidan.core.sync.AsideRecord;
import vn.hoidan.core.sync.AsideRelease;

/// Records of the supervisor's area that the office received and could not use, each with its cause in words and what
/// can be done. One is tried again with a reason; everything else is done at the office.
final class AsideScreen implements Screen {
    private static final double ROW_PIXELS = 34;

    private final SupervisorWork work;
    private final ScreenTools tools;
    private final Texts texts;
    private final Label head = new Label();
    private final Label lead = new Label();
    private final ListView<AsideRecord> list = new ListView<>();
    private final Label help = new Label();
    private final TextField reason = new TextField();
    private final Label told = new Label();
    private final ProblemPane problem;
    private final VBox root;
    private boolean known;
    private boolean asked;

    AsideScreen(SupervisorWork work, ScreenTools tools) {
        this.work = work;
        this.tools = tools;
        texts = tools.texts(CellScreen.BUNDLE);
        problem = new ProblemPane(tools.language());
        head.getStyleClass().add("headline");
        told.setId("told");
        told.getStyleClass().add("strong");
        help.setId("aside-help");
        List.of(head, lead, help, told).forEach(label -> label.setWrapText(true));
        reason.setId("reason");
        Typing.atMost(AsideRelease.LONGEST_REASON, reason);
        Rows.prepare(list, "aside", ROW_PIXELS, tools.looks(), _ -> new AsideLine());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> renderHelp());
        root = Theme.styled(new VBox(head, lead, list, help, reason, told, problem),
                "/vn/hoidan/client/ui/board/board.css");
        root.getStyleClass().add("board");
        // a filter: the list would keep Enter
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        render();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("aside.title");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("↑ ↓", texts.get("aside.choose")), new KeyHint("Tab", texts.get("key.next")),
                new KeyHint("Enter", texts.get("aside.release")), new KeyHint("Esc", texts.get("done")));
    }

    @Override
    public void shown() {
        list.requestFocus();
        load();
    }

    @Override
    public void languageChanged() {
        problem.languageChanged();
        render();
        list.refresh();
    }

    private void load() {
        tools.writer().beside(work::aside, come -> {
            known = true;
            int before = Math.max(0, list.getSelectionModel().getSelectedIndex());
            list.getItems().setAll(come);
            list.getSelectionModel().select(Math.min(before, come.size() - 1));
            render();
        }, problem::show);
    }

    private void render() {
        head.setText(texts.get("aside.title"));
        lead.setText(known ? texts.get(list.getItems().isEmpty() ? "aside.none" : "aside.some",
                list.getItems().size()) : "");
        reason.setPromptText(texts.get("aside.reason"));
        reason.setAccessibleText(texts.get("aside.reason"));
        renderHelp();
    }

    private void renderHelp() {
        AsideRecord chosen = list.getSelectionModel().getSelectedItem();
        help.setText(chosen == null ? "" : texts.get("aside.do." + chosen.cause().code()));
        reason.setVisible(chosen != null);
    }

    private String line(AsideRecord each) {
        return texts.get("aside.line", each.person(), texts.get("aside.type." + each.type().code()),
                texts.get("aside.cause." + each.cause().code()), each.log(), each.number());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !event.isAltDown()) {
            release();
            event.consume();
        }
    }

    private void release() {
        AsideRecord chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null || asked) {
            return;
        }
        if (reason.getText().isBlank()) {
            told.setText(texts.get("aside.why"));
            reason.requestFocus();
            return;
        }
        asked = true;
        problem.clear();
        AsideRelease wanted = new AsideRelease(chosen.log(), chosen.number(), reason.getText().strip());
        tools.writer().beside(() -> work.release(wanted), outcome -> {
            asked = false;
            told.setText(texts.get("aside.outcome." + outcome.code()));
            reason.clear();
            list.requestFocus();
            load();
        }, failed -> {
            asked = false;
            problem.show(failed);
        });
    }

    private final class AsideLine extends ListCell<AsideRecord> {
        @Override
        protected void updateItem(AsideRecord each, boolean empty) {
            super.updateItem(each, empty);
            setText(empty || each == null ? "" : line(each));
        }
    }
}
