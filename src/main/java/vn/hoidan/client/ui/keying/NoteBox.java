package vn.hoidan.client.ui.keying;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Typing;
import vn.hoidan.core.interview.Fact;

/// A line for what else the paper says. Takes no room while nothing is noted.
final class NoteBox extends VBox {
    private final Texts texts;
    private final Label title = new Label();
    private final TextField field = new TextField();
    private final Label hint = new Label();
    private final HBox keys = new HBox();

    NoteBox(Texts texts) {
        this.texts = texts;
        getStyleClass().add("keying-note-box");
        title.getStyleClass().add("strong");
        title.setLabelFor(field);
        field.setId("keying-note");
        field.getStyleClass().add("keying-field");
        Typing.atMost(Fact.Paper.Noted.MOST_CHARACTERS, field);
        hint.getStyleClass().add("secondary");
        hint.setWrapText(true);
        keys.getStyleClass().add("keying-keys");
        getChildren().addAll(title, field, hint, keys);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        languageChanged();
    }

    void languageChanged() {
        title.setText(texts.get("note.title"));
        hint.setText(texts.get("note.hint"));
        field.setAccessibleText(texts.get("note.title"));
        keys.getChildren().setAll(Acts.keyCap("Enter"), word("note.keep"), Acts.keyCap("Esc"), word("note.cancel"));
    }

    private Label word(String key) {
        Label word = new Label(texts.get(key));
        word.setMinWidth(Region.USE_PREF_SIZE);
        word.getStyleClass().add("secondary");
        return word;
    }

    void open(String text) {
        field.setText(text);
        setVisible(true);
        field.requestFocus();
        field.end();
    }

    void close() {
        setVisible(false);
    }

    String text() {
        return field.getText();
    }
}
