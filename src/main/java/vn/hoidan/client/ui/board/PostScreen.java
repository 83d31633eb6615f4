package vn.hoidan.client.ui.board;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.work.SupervisorWork;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Rows;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Scrolling;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.Typing;
import vn.hoidan.core.sync.MessageOrder;
import vn.hoidan.core.sync.OfficeMessage;
import vn.hoidan.core.sync.OfficePost;

/// A supervisor says something to one enumerator or to the whole team, and sees who has read it.
final class PostScreen implements Screen {
    private static final double ROW_PIXELS = 34;
    private static final int MOST_ROWS = 6;
    private static final int TEXT_ROWS = 3;

    private final SupervisorWork work;
    private final ScreenTools tools;
    private final Texts texts;
    private final Label head = new Label();
    private final Label lead = new Label();
    private final ListView<Optional<OfficePost.Recipient>> to = new ListView<>();
    private final TextArea text = new TextArea();
    private final Label told = new Label();
    private final Label before = new Label();
    private final StackPane act = new StackPane();
    private final VBox sent = new VBox();
    private final ProblemPane problem;
    private final VBox column;
    private final Scrolling root;
    private OfficePost post = new OfficePost(List.of(), List.of());
    private Optional<MessageOrder> unanswered = Optional.empty();
    private boolean asked;

    PostScreen(SupervisorWork work, ScreenTools tools) {
        this.work = work;
        this.tools = tools;
        texts = tools.texts(CellScreen.BUNDLE);
        problem = new ProblemPane(tools.language());
        head.getStyleClass().add("headline");
        before.getStyleClass().add("headline");
        told.setId("told");
        told.getStyleClass().add("strong");
        List.of(head, lead, told, before).forEach(label -> label.setWrapText(true));
        text.setId("text");
        text.setWrapText(true);
        text.setPrefRowCount(TEXT_ROWS);
        Typing.atMost(OfficeMessage.MOST_TEXT, text);
        Rows.prepare(to, "to", ROW_PIXELS, tools.looks(), _ -> new ToLine());
        column = new VBox(head, lead, to, text, act, told, problem, before, sent);
        column.getStyleClass().add("board");
        root = Theme.styled(new Scrolling(column), "/vn/hoidan/client/ui/board/board.css");
        // a filter: list and text would keep the keys
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        render();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("post.title");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("↑ ↓", texts.get("post.choose")), new KeyHint("Tab", texts.get("key.next")),
                new KeyHint("Ctrl+Enter", texts.get("post.send")), new KeyHint("Esc", texts.get("done")));
    }

    @Override
    public void shown() {
        root.applyCss();
        to.requestFocus();
        tools.writer().beside(work::post, this::take, problem::show);
    }

    @Override
    public void languageChanged() {
        problem.languageChanged();
        render();
        to.refresh();
    }

    private void take(OfficePost now) {
        post = now;
        int chosen = Math.max(0, to.getSelectionModel().getSelectedIndex());
        to.getItems().setAll(Optional.empty());
        now.team().forEach(each -> to.getItems().add(Optional.of(each)));
        to.getSelectionModel().select(Math.min(chosen, to.getItems().size() - 1));
        to.setMaxHeight(ROW_PIXELS * tools.looks().scale().get() * Math.min(MOST_ROWS, to.getItems().size() + 1));
        render();
    }

    private void render() {
        head.setText(texts.get("post.title"));
        lead.setText(texts.get("post.lead"));
        text.setPromptText(texts.get("post.text"));
        text.setAccessibleText(texts.get("post.text"));
        act.setAlignment(Pos.CENTER_LEFT);
        act.getChildren().setAll(Acts.button("post-send", texts.get("post.send"), "Ctrl+Enter", Feather.SEND,
                this::send, "accent"));
        before.setText(post.sent().isEmpty() ? "" : texts.get("post.before"));
        sent.getChildren().setAll(post.sent().stream().map(this::card).toList());
    }

    private Node card(OfficePost.Sent each) {
        List<String> unread = each.to().stream().filter(one -> one.readAt().isEmpty())
                .map(OfficePost.Delivery::name).toList();
        Label read = label(unread.isEmpty() ? texts.get("post.allRead", each.to().size())
                : texts.get("post.read", each.read(), each.to().size(), String.join(", ", unread)));
        read.getStyleClass().add("secondary");
        return new VBox(label(texts.get("post.line", tools.formats().moment(each.message().sentAt(),
                tools.clock().now()), each.message().text())), read);
    }

    private static Label label(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private String name(Optional<OfficePost.Recipient> each) {
        return each.map(OfficePost.Recipient::name).orElseGet(() -> texts.get("post.all", post.team().size()));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            send();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && event.getTarget() == text && !event.isShiftDown()) {
            to.requestFocus();
            event.consume();
        }
    }

    private void send() {
        Optional<OfficePost.Recipient> chosen = to.getSelectionModel().getSelectedItem();
        if (chosen == null || asked || post.team().isEmpty()) {
            return;
        }
        if (text.getText().isBlank()) {
            told.setText(texts.get("post.empty"));
            text.requestFocus();
            return;
        }
        asked = true;
        problem.clear();
        MessageOrder order = order(chosen);
        unanswered = Optional.of(order);
        tools.writer().beside(() -> work.send(order), now -> {
            asked = false;
            unanswered = Optional.empty();
            told.setText(texts.get("post.sent", name(chosen)));
            text.clear();
            take(now);
        }, failed -> {
            asked = false;
            problem.show(failed);
        });
    }

    /// After a lost answer the same order goes again, so that nobody reads it twice.
    private MessageOrder order(Optional<OfficePost.Recipient> chosen) {
        String words = text.getText().strip();
        return unanswered.filter(last -> last.text().equals(words)
                && last.to().equals(chosen.map(OfficePost.Recipient::id)))
                .orElseGet(() -> new MessageOrder(work.newOrder(), chosen.map(OfficePost.Recipient::id), words));
    }

    private final class ToLine extends ListCell<Optional<OfficePost.Recipient>> {
        @Override
        protected void updateItem(Optional<OfficePost.Recipient> each, boolean empty) {
            super.updateItem(each, empty);
            setText(empty || each == null ? "" : name(each));
        }
    }
}
