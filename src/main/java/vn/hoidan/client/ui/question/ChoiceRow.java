package vn.hoidan.client.ui.question;

import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.hoidan.core.questionnaire.Choice;

/// One choice: its key, its mark, its words and its picture.
final class ChoiceRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass AT = PseudoClass.getPseudoClass("at");
    private static final PseudoClass SQUARE = PseudoClass.getPseudoClass("square");
    private static final int PICTURE_WIDTH = 220;
    private static final int PICTURE_HEIGHT = 140;

    /// How a row shows.
    ///
    /// @param key     key that chooses it, or empty
    /// @param several more than one can be chosen
    /// @param rank    its place in a ranking, or empty
    /// @param at      the arrows stand on it
    record Look(String key, boolean several, boolean chosen, String rank, boolean at) {
    }

    private final Label key = new Label();
    private final Label place = new Label();
    private final Label words = new Label();
    private final PictureView picture;
    private final Region tick = new Region();
    private final StackPane mark = new StackPane(tick, place);
    private boolean marks = true;
    private Manner manner = Manner.NONE;

    private enum Manner {
        NONE, LIST, STEP
    }

    /// @param onPress told the place of the row when it is clicked or touched
    ChoiceRow(FieldTools tools, int index, IntConsumer onPress) {
        picture = new PictureView(tools, PICTURE_WIDTH, PICTURE_HEIGHT);
        getStyleClass().add("choice");
        key.getStyleClass().addAll("key", "choice-key");
        key.managedProperty().bind(key.visibleProperty());
        place.getStyleClass().add("choice-place");
        tick.getStyleClass().add("choice-tick");
        mark.getStyleClass().add("choice-mark");
        mark.managedProperty().bind(mark.visibleProperty());
        words.getStyleClass().add("choice-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        list();
        setOnMouseClicked(event -> onPress.accept(index));
    }

    /// Key, mark and words beside each other.
    void list() {
        if (manner == Manner.LIST) {
            return;
        }
        manner = Manner.LIST;
        VBox body = new VBox(picture, words);
        body.getStyleClass().add("choice-body");
        HBox.setHgrow(body, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        words.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().remove("choice-step");
        getChildren().setAll(key, mark, body);
    }

    /// Mark above words, as a step of a scale.
    void step() {
        if (manner == Manner.STEP) {
            return;
        }
        manner = Manner.STEP;
        words.setAlignment(Pos.TOP_CENTER);
        VBox body = new VBox(mark, picture, words, key);
        body.getStyleClass().addAll("choice-body", "choice-step-body");
        HBox.setHgrow(body, Priority.ALWAYS);
        setAlignment(Pos.TOP_CENTER);
        if (!getStyleClass().contains("choice-step")) {
            getStyleClass().add("choice-step");
        }
        getChildren().setAll(body);
    }

    /// @param shown the mark that says whether it is chosen; the border says it too
    void marks(boolean shown) {
        marks = shown;
    }

    /// Puts something at the end of the row.
    void atEnd(Pane node) {
        getChildren().add(node);
    }

    void show(Choice choice, Look look) {
        String label = Markup.plain(choice.label());
        key.setText(look.key().toUpperCase(Locale.ROOT));
        key.setVisible(!look.key().isEmpty());
        words.setText(label);
        picture.show(choice.image(), label);
        place.setText(look.rank());
        mark.setVisible(marks || look.chosen());
        tick.setVisible(look.chosen() && look.rank().isEmpty());
        pseudoClassStateChanged(CHOSEN, look.chosen());
        pseudoClassStateChanged(AT, look.at());
        mark.pseudoClassStateChanged(SQUARE, look.several());
        setAccessibleRole(look.several() ? AccessibleRole.CHECK_BOX : AccessibleRole.RADIO_BUTTON);
        setAccessibleText(look.rank().isEmpty() ? label : look.rank() + ". " + label);
    }
}
