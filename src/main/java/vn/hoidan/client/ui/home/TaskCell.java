package vn.hoidan.client.ui.home;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.client.ui.household.StateMark;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.sampling.HouseholdState;

/// One thing to do: its digit, time, state, household, place, and what Enter does.
final class TaskCell extends ListCell<Home.Task> {
    private static final int MOST_DIGITS = 9;

    private final ScreenTools tools;
    private final Texts texts;
    private final Label digit = Acts.keyCap("");
    private final Label time = new Label();
    private final Label state = new Label();
    private final Label household = new Label();
    private final Label place = new Label();
    private final Label act = new Label();
    private final HBox row;

    TaskCell(ScreenTools tools, Texts texts, Consumer<Home.Task> open) {
        this.tools = tools;
        this.texts = texts;
        time.getStyleClass().add("task-time");
        state.getStyleClass().add("task-state");
        household.getStyleClass().addAll("strong", "task-household");
        place.getStyleClass().add("secondary");
        place.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        act.getStyleClass().add("task-act");
        act.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(digit, time, state, household, place, act);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        row.setMinWidth(0);
        row.setPrefWidth(1);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (!isEmpty() && event.getClickCount() == 2 || event.getTarget() == act) {
                open.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(Home.Task task, boolean empty) {
        super.updateItem(task, empty);
        if (empty || task == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        digit.setText(getIndex() < MOST_DIGITS ? String.valueOf(getIndex() + 1) : "");
        digit.setVisible(getIndex() < MOST_DIGITS);
        time.setText(task.time().map(at -> tools.formats().moment(at, tools.clock().now())).orElse("—"));
        StateMark.show(state, task.household().state(), tools.language());
        household.setText(StateMark.name(task.household().household(), tools.language()));
        place.setText(place(task));
        boolean goOn = task.household().state() == HouseholdState.IN_WORK;
        act.setText(texts.get(goOn ? "task.goOn" : "task.open") + "  ⏎");
        setGraphic(row);
        setAccessibleText(household.getText() + ", " + state.getText() + ", " + time.getText() + ", "
                + place.getText());
    }

    private String place(Home.Task task) {
        String where = task.household().household().place() + " · " + task.village();
        int attempts = task.household().contacts().size();
        return switch (task.household().state()) {
            case IN_WORK -> task.interview().map(this::inWork).orElse("") + " · " + where;
            case CONTACTED, APPOINTMENT -> where + " · " + texts.get("task.attempt", attempts + 1);
            case NEW, COMPLETED, CLOSED, RESERVE -> where;
        };
    }

    private String inWork(InterviewEntry entry) {
        int share = entry.asked() == 0 ? 0 : 100 * entry.answered() / entry.asked();
        return texts.get("task.inWork", share, tools.formats().moment(entry.changedAt(), tools.clock().now()));
    }
}
