package vn.hoidan.client.ui.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Formats;
import vn.hoidan.client.ui.kit.Texts;

/// When to come again: one of the next days, and a time typed as people write it.
final class AppointmentForm {
    private static final int DAYS = 7;

    private final HouseholdModel model;
    private final Texts texts;
    private final Formats formats;
    private final ToggleGroup days = new ToggleGroup();
    private final FlowPane dayRow = new FlowPane();
    private final TextField time = new TextField();
    private final Label dayLabel = new Label();
    private final Label timeLabel = new Label();
    private final Label bad = new Label();
    private final VBox node = new VBox();

    AppointmentForm(HouseholdModel model, Texts texts, Formats formats) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        time.setId("appointment-time");
        time.getStyleClass().add("appointment-time");
        timeLabel.setLabelFor(time);
        bad.getStyleClass().add("appointment-bad");
        bad.visibleProperty().bind(model.badTime());
        bad.managedProperty().bind(model.badTime());
        dayRow.getStyleClass().add("appointment-days");
        time.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        time.setOnAction(_ -> keep());
        languageChanged();
    }

    Node node() {
        return node;
    }

    void focus() {
        time.requestFocus();
        time.selectAll();
    }

    void languageChanged() {
        int chosen = days.getToggles().indexOf(days.getSelectedToggle());
        dayLabel.setText(texts.get("appointment.day"));
        timeLabel.setText(texts.get("appointment.time"));
        time.setAccessibleText(texts.get("appointment.time"));
        time.setPromptText("9:30");
        bad.setText(texts.get("appointment.bad"));
        days.getToggles().clear();
        List<ToggleButton> buttons = new ArrayList<>();
        for (int ahead = 0; ahead < DAYS; ahead++) {
            buttons.add(day(model.today().plusDays(ahead), ahead));
        }
        days.getToggles().addAll(buttons);
        days.selectToggle(buttons.get(chosen < 0 ? 1 : chosen));
        dayRow.getChildren().setAll(buttons);
        Button keep = Acts.button("keep-appointment", texts.get("appointment.keep"), "⏎", Feather.CHECK, this::keep,
                "accent");
        node.getStyleClass().setAll("appointment");
        node.getChildren().setAll(dayLabel, dayRow, timeLabel, time, bad, keep);
    }

    private ToggleButton day(LocalDate date, int ahead) {
        String text = switch (ahead) {
            case 0 -> texts.get("appointment.today");
            case 1 -> texts.get("appointment.tomorrow");
            default -> formats.weekday(date);
        };
        ToggleButton button = new ToggleButton(text);
        button.setUserData(date);
        button.getStyleClass().add("act");
        return button;
    }

    /// Up and down go through the days while the time keeps the focus.
    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            int index = days.getToggles().indexOf(days.getSelectedToggle());
            days.selectToggle(days.getToggles().get(Math.floorMod(index + step, DAYS)));
            event.consume();
        }
    }

    private void keep() {
        LocalDate date = days.getSelectedToggle() == null ? model.today()
                : (LocalDate) days.getSelectedToggle().getUserData();
        model.appoint(date, time.getText());
        if (model.badTime().get()) {
            focus();
        }
    }
}
