package vn.hoidan.client.ui.keying;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Typing;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;

/// The question that is being keyed: its words whole, its value big, the codes of its choices or a field to type in.
final class EntryBand extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final Duration FLASH = Duration.millis(350);
    private static final int MOST_CANDIDATES = 9;

    private final Texts texts;
    private final KeyedText keyedText;
    private final Label trail = new Label();
    private final Label words = new Label();
    private final Label value = new Label();
    private final Label hint = new Label();
    private final FlowPane choices = new FlowPane();
    private final TextField field = new TextField();
    private final Label below = new Label();
    private final Label notice = new Label();
    private final PauseTransition flash = new PauseTransition(FLASH);
    private final List<Label> choiceNodes = new ArrayList<>();
    private List<Choice> shownChoices = List.of();
    private Optional<Entry> shown = Optional.empty();
    private boolean touched;

    EntryBand(Texts texts, KeyedText keyedText) {
        this.texts = texts;
        this.keyedText = keyedText;
        getStyleClass().add("keying-band");
        setAccessibleRole(AccessibleRole.TEXT);
        trail.getStyleClass().add("secondary");
        words.getStyleClass().add("keying-question");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        value.getStyleClass().add("keying-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("secondary");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        choices.getStyleClass().add("keying-choices");
        field.getStyleClass().add("keying-field");
        Typing.atMost(Entry.MOST_CHARACTERS, field);
        field.textProperty().addListener((_, _, _) -> typing());
        field.caretPositionProperty().addListener((_, _, _) -> touched |= field.getSelection().getLength() == 0
                && !field.getText().isEmpty());
        below.getStyleClass().add("secondary");
        below.setWrapText(true);
        notice.getStyleClass().add("keying-notice");
        notice.setWrapText(true);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        HBox line = new HBox(words, value);
        line.getStyleClass().add("keying-band-line");
        getChildren().addAll(trail, line, hint, choices, field, below, notice);
        for (Region part : List.of(trail, hint, choices, field, below, notice, value)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        flash.setOnFinished(_ -> pseudoClassStateChanged(WRONG, false));
    }

    /// @param trailText where in the form it is
    /// @param notices   what is to be said about it, or empty
    void show(Entry entry, Optional<String> mark, String trailText, String notices, String belowText) {
        Element.Question question = entry.question();
        boolean other = shown.isEmpty() || !shown.get().question().path().equals(question.path());
        text(trail, trailText);
        words.setText(Markup.plain(question.label())
                + (question.required() ? "" : "  (" + texts.get("row.optional") + ")"));
        String large = mark.orElseGet(() -> keyedText.large(entry));
        text(value, large);
        text(hint, Markup.plain(question.hint()));
        choices(entry);
        // A value that was not taken stays in the field to be mended; a row begun anew shows what holds.
        if (other || shown.orElseThrow() != entry && notices.isEmpty()) {
            field.setText(entry.typed());
            field.selectAll();
            touched = false;
        }
        shown = Optional.of(entry);
        field.setVisible(entry.types());
        field.setAccessibleText(words.getText());
        text(below, belowText.isEmpty() && entry.searched() ? candidates(entry) : belowText);
        text(notice, notices);
        setAccessibleText(trailText + ". " + words.getText() + ". " + large + ". " + notices);
    }

    /// The place after the instances of a repeat.
    void showMore(KeyingRow.More more, String trailText, String notices) {
        shown = Optional.empty();
        text(trail, trailText);
        words.setText(texts.get("row.more", Markup.plain(more.repeat().label())));
        text(value, "");
        text(hint, texts.get("row.more.help", more.repeat().instances().size()));
        choices.setVisible(false);
        field.setVisible(false);
        text(below, "");
        text(notice, notices);
        setAccessibleText(words.getText() + ". " + hint.getText());
    }

    /// Another form, or another keying of it: nothing of what was typed stays.
    void forget() {
        shown = Optional.empty();
    }

    private static void text(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
    }

    private void choices(Entry entry) {
        List<Choice> offered = entry.types() ? List.of() : entry.question().choices();
        choices.setVisible(!offered.isEmpty());
        if (!offered.equals(shownChoices)) {
            shownChoices = offered;
            choiceNodes.clear();
            for (int index = 0; index < offered.size(); index++) {
                Label choice = new Label(Markup.plain(offered.get(index).label()),
                        Acts.keyCap(entry.codes().code(index)));
                choice.getStyleClass().add("keying-choice");
                choiceNodes.add(choice);
            }
            choices.getChildren().setAll(choiceNodes);
        }
        for (int index = 0; index < offered.size(); index++) {
            String code = offered.get(index).code();
            choiceNodes.get(index).pseudoClassStateChanged(CHOSEN, entry.chosen().contains(code)
                    || entry.question().value().equals(Optional.of(code)));
        }
    }

    private void typing() {
        touched = true;
        shown.filter(Entry::searched).ifPresent(entry -> text(below, candidates(entry)));
    }

    private String candidates(Entry entry) {
        if (!touched || field.getText().isBlank()) {
            return texts.get("row.search");
        }
        List<Choice> found = entry.candidates(field.getText());
        return texts.get("row.found", found.size()) + (found.size() > MOST_CANDIDATES ? "" : ": " + String.join(" · ",
                found.stream().map(choice -> Markup.plain(choice.label())).toList()));
    }

    /// Something is typed here now.
    boolean types() {
        return shown.filter(Entry::types).isPresent() && field.isVisible();
    }

    /// It was changed since the row came into focus.
    boolean touched() {
        return touched;
    }

    String typed() {
        return types() ? field.getText() : "";
    }

    TextField field() {
        return field;
    }

    void flash() {
        pseudoClassStateChanged(WRONG, true);
        flash.playFromStart();
        if (types()) {
            field.selectAll();
        }
    }
}
