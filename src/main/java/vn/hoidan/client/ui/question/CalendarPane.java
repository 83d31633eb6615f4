package vn.hoidan.client.ui.question;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.client.ui.kit.Texts;

/// A month to choose a day from; weeks begin on Monday. Arrows move by days and weeks, Page keys by months, Enter takes
/// the day.
final class CalendarPane extends VBox {
    private static final PseudoClass AT = PseudoClass.getPseudoClass("at");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int WEEK_DAYS = 7;
    private static final int WEEKS = 6;
    /// First years and last ones that the calendar goes to; others can be typed.
    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Texts texts;
    private final Consumer<LocalDate> onDay;
    private final Label month = new Label();
    private final List<Label> heads = new ArrayList<>();
    private final List<Label> days = new ArrayList<>();
    private final Button earlier = new Button("", Icons.of(Feather.CHEVRON_LEFT));
    private final Button later = new Button("", Icons.of(Feather.CHEVRON_RIGHT));
    private LocalDate at = LocalDate.EPOCH;
    private Optional<LocalDate> chosen = Optional.empty();

    CalendarPane(Texts texts, Consumer<LocalDate> onDay) {
        this.texts = texts;
        this.onDay = onDay;
        getStyleClass().add("calendar");
        for (Button button : List.of(earlier, later)) {
            button.getStyleClass().addAll("button-icon", "flat");
            button.setFocusTraversable(false);
        }
        earlier.setOnAction(event -> go(at.minusMonths(1)));
        later.setOnAction(event -> go(at.plusMonths(1)));
        month.getStyleClass().add("calendar-month");
        month.setMaxWidth(Double.MAX_VALUE);
        month.setAlignment(Pos.CENTER);
        HBox.setHgrow(month, Priority.ALWAYS);
        HBox head = new HBox(earlier, month, later);
        head.setAlignment(Pos.CENTER);
        GridPane grid = new GridPane();
        for (int column = 0; column < WEEK_DAYS; column++) {
            Label name = new Label();
            name.getStyleClass().addAll("calendar-cell", "calendar-head");
            heads.add(name);
            grid.add(name, column, 0);
        }
        for (int index = 0; index < WEEK_DAYS * WEEKS; index++) {
            Label day = new Label();
            int place = index;
            day.getStyleClass().addAll("calendar-cell", "calendar-day");
            day.setOnMouseClicked(event -> take(first().plusDays(place)));
            days.add(day);
            grid.add(day, index % WEEK_DAYS, 1 + index / WEEK_DAYS);
        }
        getChildren().addAll(head, grid);
    }

    /// @param day  to begin at
    /// @param mark the day that is the answer
    void open(LocalDate day, Optional<LocalDate> mark) {
        chosen = mark;
        go(mark.orElse(day));
    }

    private void go(LocalDate day) {
        at = day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
        Locale locale = Locale.forLanguageTag(texts.language().now());
        month.setText(texts.get("calendar.month", at.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale),
                String.valueOf(at.getYear())));
        earlier.setAccessibleText(texts.get("calendar.earlier"));
        later.setAccessibleText(texts.get("calendar.later"));
        for (int column = 0; column < WEEK_DAYS; column++) {
            heads.get(column).setText(texts.get("calendar.day." + (column + 1)));
        }
        for (int index = 0; index < days.size(); index++) {
            LocalDate each = first().plusDays(index);
            Label label = days.get(index);
            label.setText(String.valueOf(each.getDayOfMonth()));
            label.setOpacity(YearMonth.from(each).equals(YearMonth.from(at)) ? 1 : 0.45);
            label.pseudoClassStateChanged(AT, each.equals(at));
            label.pseudoClassStateChanged(CHOSEN, chosen.filter(each::equals).isPresent());
        }
        setAccessibleText(at.getDayOfMonth() + " " + month.getText());
    }

    /// The Monday that the month's leaf begins with.
    private LocalDate first() {
        LocalDate start = at.withDayOfMonth(1);
        return start.minusDays(start.getDayOfWeek().getValue() - 1L);
    }

    private void take(LocalDate day) {
        onDay.accept(day);
    }

    KeyTable keys() {
        return new KeyTable(texts, List.of(
                KeyLine.of("sheet.day", KeyAct.on("←", () -> go(at.minusDays(1))),
                        KeyAct.on("→", () -> go(at.plusDays(1))), KeyAct.on("↑", () -> go(at.minusWeeks(1))),
                        KeyAct.on("↓", () -> go(at.plusWeeks(1)))).inFoot("key.day"),
                KeyLine.of("sheet.month", KeyAct.on("PageUp", () -> go(at.minusMonths(1))),
                        KeyAct.on("PageDown", () -> go(at.plusMonths(1)))).inFoot("key.month"),
                KeyLine.of("sheet.month.ends", KeyAct.on("Home", () -> go(at.withDayOfMonth(1))),
                        KeyAct.on("End", () -> go(YearMonth.from(at).atEndOfMonth()))),
                KeyLine.of("sheet.take", KeyAct.on("Enter", () -> take(at)), KeyAct.on("Space", () -> take(at)))
                        .once().inFoot("key.take")));
    }
}
