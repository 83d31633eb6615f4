package vn.hoidan.client.ui.home;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.hoidan.client.app.store.KeptMessage;
import vn.hoidan.client.app.work.OfficeMail;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Scrolling;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;

/// What the office said, newest first. Whoever opens it has seen it.
final class MessageScreen implements Screen {
    private final OfficeMail mail;
    private final ScreenTools tools;
    private final Texts texts;
    private final VBox column = new VBox();
    private final Scrolling root;
    private List<KeptMessage> seen = List.of();

    MessageScreen(OfficeMail mail, ScreenTools tools, Texts texts) {
        this.mail = mail;
        this.tools = tools;
        this.texts = texts;
        column.getStyleClass().addAll("home", "messages");
        root = Theme.styled(new Scrolling(column), HomeScreen.LOOKS);
        root.setFocusTraversable(true);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("messages.title");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("↑ ↓", texts.get("key.arrows")), new KeyHint("Esc", texts.get("key.back")));
    }

    @Override
    public void shown() {
        root.requestFocus();
        load();
    }

    @Override
    public void synced() {
        load();
    }

    private void load() {
        tools.writer().run(() -> {
            List<KeptMessage> now = mail.messages();
            mail.allRead();
            return now;
        }, now -> {
            seen = now;
            render();
        }, tools.navigator()::tell);
    }

    @Override
    public void languageChanged() {
        render();
    }

    private void render() {
        Label head = new Label(texts.get("messages.title"));
        head.getStyleClass().add("headline");
        column.getChildren().setAll(head);
        seen.forEach(each -> column.getChildren().add(card(each)));
    }

    private Node card(KeptMessage each) {
        String when = tools.formats().moment(each.message().sentAt(), tools.clock().now());
        Label from = text(each.read() ? "secondary" : "strong", texts.get(each.read() ? "messages.from"
                : "messages.new", each.message().sender(), when));
        VBox card = new VBox(from, text("message-text", each.message().text()));
        card.getStyleClass().add("trial-card");
        return card;
    }

    private static Label text(String style, String words) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
