package vn.hoidan.client.ui.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.core.questionnaire.Element;

/// A date, typed; beside it a calendar that opens by Alt and the arrow down, or a touch, unless the author wants none.
final class DateField implements QuestionField {
    private final FieldTools tools;
    private final Supplier<LocalDate> today;
    private final TypedField typed;
    private final Button button = new Button("", Icons.of(Feather.CALENDAR));
    private final CalendarPane calendar;
    private final KeyTable closedKeys;
    private final KeyTable openKeys;
    /// Null until one is shown.
    private Element.Question question;

    /// @param today where a calendar without an answer opens
    DateField(FieldTools tools, Supplier<LocalDate> today) {
        this.tools = tools;
        this.today = today;
        typed = new TypedField(TypedField.Manner.LINE, tools.answers(), tools.texts(), tools.zone());
        calendar = new CalendarPane(tools.texts(), this::take);
        calendar.managedProperty().bind(calendar.visibleProperty());
        calendar.setVisible(false);
        button.getStyleClass().addAll("button-icon", "beside");
        button.setFocusTraversable(false);
        button.setOnAction(event -> toggle());
        button.managedProperty().bind(button.visibleProperty());
        typed.beside(button);
        typed.below(calendar);
        closedKeys = new KeyTable(tools.texts(), List.of(KeyLine.of("sheet.calendar",
                KeyAct.on("Alt+↓", this::toggle), KeyAct.on("Alt+↑", this::toggle)).when(button::isVisible).once()
                .inFoot("key.calendar")));
        openKeys = calendar.keys().before(new KeyTable(tools.texts(), List.of(KeyLine.of("sheet.close",
                KeyAct.on("Esc", this::toggle), KeyAct.on("Alt+↓", this::toggle),
                KeyAct.on("Alt+↑", this::toggle)).once())));
    }

    @Override
    public Node node() {
        return typed.node();
    }

    @Override
    public void show(Element.Question now) {
        if (question == null || !question.path().equals(now.path())) {
            calendar.setVisible(false);
        }
        question = now;
        button.setVisible(QuestionFields.hasCalendar(now));
        button.setAccessibleText(tools.texts().get("calendar.open"));
        typed.show(now);
    }

    private void toggle() {
        if (calendar.isVisible()) {
            calendar.setVisible(false);
        } else {
            typed.commit();
            calendar.open(today.get(), current());
            calendar.setVisible(true);
        }
        typed.focus();
    }

    private Optional<LocalDate> current() {
        return question.value().flatMap(Dates::parsed);
    }

    private void take(LocalDate day) {
        calendar.setVisible(false);
        typed.forget();
        tools.answers().set(question.path(), day.toString());
        typed.focus();
    }

    @Override
    public void focus() {
        typed.focus();
    }

    @Override
    public KeyTable keys() {
        return calendar.isVisible() ? openKeys : closedKeys;
    }

    /// An open calendar uses the keys that else go from page to page.
    @Override
    public boolean keepsKeys() {
        return calendar.isVisible();
    }

    @Override
    public boolean commit() {
        return typed.commit();
    }

    @Override
    public boolean types() {
        return true;
    }
}
