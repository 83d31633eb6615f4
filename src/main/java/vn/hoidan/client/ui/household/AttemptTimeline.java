package vn.hoidan.client.ui.household;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.Formats;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.sampling.Contact;

/// The attempts so far, newest first.
final class AttemptTimeline extends VBox {
    AttemptTimeline(HouseholdModel.Shown shown, Texts texts, Formats formats, Instant now) {
        getStyleClass().add("attempts");
        if (shown.status().contacts().isEmpty()) {
            Label none = new Label(texts.get("card.noAttempts"));
            none.getStyleClass().add("secondary");
            getChildren().add(none);
        }
        for (Contact contact : shown.status().contacts().reversed()) {
            getChildren().add(row(contact, shown, texts, formats, now));
        }
    }

    private static HBox row(Contact contact, HouseholdModel.Shown shown, Texts texts, Formats formats, Instant now) {
        Label number = new Label(texts.get("card.attempt", contact.attempt()));
        number.getStyleClass().addAll("secondary", "attempt-number");
        Label at = new Label(formats.moment(contact.at(), now));
        at.getStyleClass().addAll("secondary", "attempt-time");
        Label what = new Label(what(contact, shown, texts, formats, now),
                Icons.of(HouseholdScreen.icon(contact.outcome()), "quiet"));
        HBox row = new HBox(number, at, what);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("attempt");
        return row;
    }

    private static String what(Contact contact, HouseholdModel.Shown shown, Texts texts, Formats formats,
            Instant now) {
        String outcome = texts.get("outcome." + contact.outcome().code());
        String reason = shown.consent().refusalReasons().stream()
                .filter(each -> each.code().equals(contact.reason())).findFirst()
                .map(each -> ": " + each.label().in(texts.language().now())).orElse("");
        String agreed = contact.appointment().map(at -> " " + formats.moment(at, now)).orElse("");
        return outcome + reason + agreed;
    }
}
