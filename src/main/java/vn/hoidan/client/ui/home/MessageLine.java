package vn.hoidan.client.ui.home;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.store.KeptMessage;
import vn.hoidan.client.app.work.OfficeMail;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;

/// Says on the home screen that the office has said something. Takes no room when it never did.
final class MessageLine extends HBox {
    static final String KEY = "M";

    private final OfficeMail mail;
    private final ScreenTools tools;
    private final Texts texts;
    private final Runnable open;
    private List<KeptMessage> seen = List.of();

    /// @param open shows all messages
    MessageLine(OfficeMail mail, ScreenTools tools, Texts texts, Runnable open) {
        this.mail = mail;
        this.tools = tools;
        this.texts = texts;
        this.open = open;
        getStyleClass().add("message-line");
        setAlignment(Pos.CENTER_LEFT);
        render();
    }

    void load() {
        tools.writer().run(mail::messages, now -> {
            seen = now;
            render();
        }, tools.navigator()::tell);
    }

    boolean hasMessages() {
        return !seen.isEmpty();
    }

    void render() {
        setVisible(hasMessages());
        setManaged(hasMessages());
        getChildren().clear();
        if (hasMessages()) {
            KeptMessage newest = seen.getFirst();
            long unread = seen.stream().filter(each -> !each.read()).count();
            Label says = new Label(unread == 0 ? texts.get("messages.none")
                    : texts.get("messages.newest", unread, newest.message().sender(),
                            newest.message().text().lines().findFirst().orElseThrow()),
                    Icons.of(Feather.MAIL, unread == 0 ? "quiet" : "waiting"));
            says.getStyleClass().add(unread == 0 ? "secondary" : "strong");
            says.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(says, Priority.ALWAYS);
            Button all = Acts.button("messages", texts.get("messages.title"), KEY, Feather.MAIL, open);
            // the list of tasks keeps the focus
            all.setFocusTraversable(false);
            getChildren().addAll(says, all);
        }
    }
}
