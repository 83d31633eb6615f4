package vn.hoidan.client.ui.home;

import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.client.ui.household.StateMark;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.sampling.HouseholdStatus;

/// One household of a village: label, state, place, attempts, appointment.
final class HouseholdCell extends ListCell<HouseholdStatus> {
    private final ScreenTools tools;
    private final Texts texts;
    private final Label label = new Label();
    private final Label state = new Label();
    private final Label place = new Label();
    private final Label more = new Label();
    private final HBox row;
    private final IntFunction<Optional<Whereabouts>> whereabouts;

    /// @param whereabouts of the completed interview of a household
    HouseholdCell(ScreenTools tools, Texts texts, IntFunction<Optional<Whereabouts>> whereabouts, IntConsumer open) {
        this.whereabouts = whereabouts;
        this.tools = tools;
        this.texts = texts;
        label.getStyleClass().addAll("strong", "task-household");
        state.getStyleClass().add("task-state");
        place.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        more.getStyleClass().add("secondary");
        row = new HBox(label, state, place, more);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        row.setMinWidth(0);
        row.setPrefWidth(1);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (!isEmpty() && event.getClickCount() == 2) {
                open.accept(getItem().household().number());
            }
        });
    }

    @Override
    protected void updateItem(HouseholdStatus item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        label.setText(StateMark.name(item.household(), tools.language()));
        StateMark.show(state, item.state(), tools.language());
        place.setText(item.household().place());
        more.setText(more(item));
        setGraphic(row);
        setAccessibleText(label.getText() + ", " + state.getText() + ", " + place.getText() + ", " + more.getText());
    }

    private String more(HouseholdStatus item) {
        Optional<Whereabouts> place = whereabouts.apply(item.household().number());
        more.setGraphic(place.map(StateMark::icon).orElse(null));
        if (place.isPresent()) {
            return StateMark.words(place.get(), tools.language());
        }
        String reserve = item.drawnInReserve() ? texts.get("household.reserve") + " · " : "";
        if (item.contacts().isEmpty()) {
            return item.drawnInReserve() ? texts.get("household.reserve") : "";
        }
        var last = item.contacts().getLast();
        return reserve + texts.get("household.attempts", item.contacts().size(),
                tools.formats().moment(last.appointment().orElse(last.at()), tools.clock().now()));
    }
}
