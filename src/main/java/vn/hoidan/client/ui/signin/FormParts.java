package vn.hoidan.client.ui.signin;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Texts;

/// What the forms around a PIN are made of.
record FormParts(Texts texts) {
    Label head(String key) {
        return text(key, "headline");
    }

    Label text(String key, String style, Object... values) {
        Label label = new Label(texts.get(key, values));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    Node labelled(String key, TextField field) {
        Label label = new Label(texts.get(key));
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        VBox both = new VBox(label, field);
        both.getStyleClass().add("sign-in-labelled");
        return both;
    }

    /// The button that Enter presses.
    Button act(String key, Feather icon, Runnable action) {
        Button button = new Button(texts.get(key), Icons.of(icon));
        button.getStyleClass().addAll("act", "accent");
        button.setDefaultButton(true);
        button.setOnAction(_ -> action.run());
        return button;
    }

    Button quiet(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().addAll("act", "flat");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
