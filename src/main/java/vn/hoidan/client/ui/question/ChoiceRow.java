package vn.hoidan.client.ui.question;

import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.core.questionnaire.Choice;

/// One choice: its key, its mark, its words.
final class ChoiceRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass AT = PseudoClass.getPseudoClass("at");
    private static final PseudoClass SQUARE = PseudoClass.getPseudoClass("square");

    private final Label key = new Label();
    private final Label place = new Label();
    private final Label words = new Label();
    private final StackPane mark = new StackPane(Icons.of(Feather.CHECK, "choice-tick"), place);

    /// @param onPress told the place of the row when it is clicked or touched
    ChoiceRow(int index, IntConsumer onPress) {
        getStyleClass().add("choice");
        key.getStyleClass().addAll("key", "choice-key");
        place.getStyleClass().add("choice-place");
        mark.getStyleClass().add("choice-mark");
        words.getStyleClass().add("choice-words");
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(key, mark, words);
        setOnMouseClicked(event -> onPress.accept(index));
    }

    /// @param keyText key that chooses it, or empty
    /// @param rank    its place in a ranking, or empty
    /// @param at      the arrows stand on it
    void show(Choice choice, String keyText, boolean several, boolean chosen, String rank, boolean at) {
        key.setText(keyText.toUpperCase(Locale.ROOT));
        key.setVisible(!keyText.isEmpty());
        words.setText(choice.label());
        place.setText(rank);
        mark.getChildren().getFirst().setVisible(chosen && rank.isEmpty());
        pseudoClassStateChanged(CHOSEN, chosen);
        pseudoClassStateChanged(AT, at);
        mark.pseudoClassStateChanged(SQUARE, several);
        setAccessibleRole(several ? AccessibleRole.CHECK_BOX : AccessibleRole.RADIO_BUTTON);
        setAccessibleText(choice.label());
    }
}
