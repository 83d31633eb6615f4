package vn.hoidan.client.ui.carry;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.carry.CarryOverview;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Texts;

/// What the screens of this room are put together from.
record CarryParts(Texts texts) {

    VBox box(String head) {
        VBox box = new VBox(text("strong", head));
        box.getStyleClass().add("carry-box");
        return box;
    }

    Label line(Feather icon, String style, String words) {
        Label label = text("carry-line", words);
        label.setGraphic(Icons.of(icon, style));
        return label;
    }

    Label text(String style, String words) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// What came of a colleague's envelopes and the office's answers.
    Node read(String head, CarryOverview.Read done) {
        VBox box = box(head);
        box.setId("carry-outcome");
        if (done.answered()) {
            box.getChildren().add(line(Feather.CHECK_CIRCLE, "good", texts.get("read.answered")));
        }
        done.rest().ifPresent(rest -> box.getChildren().add(switch (rest) {
            case ASK_FOR_LOG -> line(Feather.UPLOAD, "waiting", texts.get("read.askForLog"));
            case SEND_AGAIN -> line(Feather.UPLOAD, "waiting", texts.get("read.sendAgain"));
            case ASK_FOR_QUESTIONNAIRE -> line(Feather.UPLOAD, "waiting", texts.get("read.askForQuestionnaire"));
            case SYNC -> line(Feather.WIFI, "waiting", texts.get("read.networkNeeded"));
        }));
        if (done.taken() > 0) {
            box.getChildren().add(line(Feather.CHECK_CIRCLE, "good", texts.get("read.taken", done.taken())));
        }
        if (done.noRoom() > 0) {
            box.getChildren().add(line(Feather.ALERT_TRIANGLE, "waiting", texts.get("read.noRoom", done.noRoom())));
        }
        if (done.foreignAnswers() > 0) {
            box.getChildren().add(line(Feather.USERS, "quiet", texts.get("read.foreign", done.foreignAnswers())));
        }
        if (box.getChildren().size() == 1) {
            box.getChildren().add(text("secondary", texts.get("read.nothing")));
        }
        return box;
    }
}
