package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;

/// One row of a grid: its number, its text and a mark for each level. It lays itself out, so that moving the focus
/// costs two rows and no more.
final class GridRow extends Region {
    private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("at");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3}|\\p{L})[.)]\\s+(.*)", Pattern.DOTALL);
    private static final double PADDING = 9;

    private final Label number = label("grid-number");
    private final Label text = label("grid-text");
    private final Label hint = label("grid-hint");
    private final Label comment = label("grid-comment");
    private final Label alone = label("grid-alone");
    private final List<Label> marks = new ArrayList<>();
    private GridColumns columns = GridColumns.NONE;
    /// Null until one is shown.
    private Element.Question shown;
    private boolean focus;
    /// Its parts have the type of how it stands now: styling is the dear part of measuring.
    private boolean styled;

    GridRow() {
        getStyleClass().add("grid-row");
        number.setAlignment(Pos.TOP_RIGHT);
        text.setWrapText(true);
        hint.setWrapText(true);
        hint.setVisible(false);
        comment.setGraphic(Icons.of(Feather.MESSAGE_SQUARE, "quiet"));
        comment.setVisible(false);
        alone.setVisible(false);
        getChildren().addAll(number, text, hint, comment, alone);
        setAccessibleRole(AccessibleRole.TEXT);
        visibleProperty().addListener((property, was, is) -> styled = false);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    /// @param commented that there is a comment, in words; or empty
    /// @param forAlone  what stands in the place of the levels where the respondent answers alone; or empty
    /// @return true when something changed that makes it higher or lower
    boolean show(Element.Question question, String commented, String forAlone) {
        boolean sameComment = comment.getText().equals(commented);
        if (question.equals(shown) && sameComment && alone.getText().equals(forAlone)) {
            return false;
        }
        alone.setText(forAlone);
        alone.setGraphic(Icons.of(question.answered() ? Feather.CHECK : Feather.LOCK, "quiet"));
        alone.setVisible(!forAlone.isEmpty());
        comment.setText(commented);
        comment.setVisible(!commented.isEmpty());
        boolean sameWords = sameComment && shown != null && shown.label().equals(question.label())
                && shown.hint().equals(question.hint()) && shown.choices().equals(question.choices());
        shown = question;
        if (!sameWords) {
            words(question);
        }
        int chosen = -1;
        for (int level = 0; level < marks.size(); level++) {
            boolean here = question.value().equals(Optional.of(question.choices().get(level).code()));
            marks.get(level).pseudoClassStateChanged(CHOSEN, here);
            marks.get(level).setVisible(forAlone.isEmpty());
            chosen = here && forAlone.isEmpty() ? level : chosen;
        }
        setAccessibleText(Markup.plain(question.label()) + ". "
                + (chosen < 0 ? forAlone : Markup.plain(question.choices().get(chosen).label()))
                + (commented.isEmpty() ? "" : ". " + commented));
        return !sameWords;
    }

    private void words(Element.Question question) {
        String label = Markup.plain(question.label());
        Matcher numbered = NUMBERED.matcher(label);
        boolean hasNumber = numbered.matches();
        number.setText(hasNumber ? numbered.group(1) : "");
        text.setText(hasNumber ? numbered.group(2) : label);
        hint.setText(Markup.plain(question.hint()));
        List<Choice> levels = question.choices();
        while (marks.size() < levels.size()) {
            Label mark = label("grid-mark");
            mark.setText(String.valueOf(marks.size() + 1));
            marks.add(mark);
            styled = false;
            getChildren().add(mark);
        }
        while (marks.size() > levels.size()) {
            getChildren().remove(marks.removeLast());
        }
        marks.forEach(mark -> mark.pseudoClassStateChanged(FOCUS, focus));
    }

    void focus(boolean now) {
        if (focus != now) {
            focus = now;
            styled = false;
            pseudoClassStateChanged(FOCUS, now);
            text.pseudoClassStateChanged(FOCUS, now);
            number.pseudoClassStateChanged(FOCUS, now);
            marks.forEach(mark -> mark.pseudoClassStateChanged(FOCUS, now));
            hint.setVisible(now);
            requestLayout();
        }
    }

    void columns(GridColumns now) {
        if (!columns.equals(now)) {
            columns = now;
            requestLayout();
        }
    }

    /// Height that shows the whole text, as it stands now, in or out of focus.
    double wholeHeight() {
        if (!styled) {
            applyCss();
            styled = true;
        }
        double height = text.prefHeight(columns.text());
        if (focus && !hint.getText().isEmpty()) {
            height += hint.prefHeight(columns.text()) + PADDING / 2;
        }
        return height + commentHeight() + 2 * PADDING;
    }

    private double commentHeight() {
        return comment.isVisible() ? comment.prefHeight(columns.text()) : 0;
    }

    @Override
    protected void layoutChildren() {
        double commentHeight = commentHeight();
        double hintHeight = hint.isVisible() && !hint.getText().isEmpty()
                ? hint.prefHeight(columns.text()) + PADDING / 2 : 0;
        double textHeight = Math.min(text.prefHeight(columns.text()),
                getHeight() - hintHeight - commentHeight - PADDING);
        double top = Math.max(PADDING / 2, (getHeight() - textHeight - hintHeight - commentHeight) / 2);
        double numberHeight = number.prefHeight(-1);
        number.resizeRelocate(0, top, columns.number() - PADDING, numberHeight);
        text.resizeRelocate(columns.number() + PADDING, top, columns.text(), textHeight);
        hint.resizeRelocate(columns.number() + PADDING, top + textHeight + PADDING / 2, columns.text(),
                Math.max(0, hintHeight - PADDING / 2));
        comment.resizeRelocate(columns.number() + PADDING, top + textHeight + hintHeight, columns.text(),
                commentHeight);
        double aloneHeight = alone.prefHeight(-1);
        alone.resizeRelocate(columns.from(), (getHeight() - aloneHeight) / 2, Math.max(0, getWidth() - columns.from()),
                aloneHeight);
        for (int level = 0; level < marks.size(); level++) {
            Label mark = marks.get(level);
            double size = mark.prefWidth(-1);
            mark.resizeRelocate(columns.middle(level) - size / 2, (getHeight() - size) / 2, size, size);
        }
    }
}
