package vn.hoidan.client.ui.signin;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.CardButton;
import vn.hoidan.client.ui.kit.FileDialogs;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.survey.CodeFile;
import vn.hoidan.message.Messages;

/// The page of a laptop on which nobody works yet: language, then three ways to begin.
final class FirstRunForm {
    /// Selects what has the keyboard first.
    static final String FIRST = "#first-file";
    /// Left and right of what stands on a card, in pixels.
    private static final double CARD_PADDING = 36;

    private final SignInModel model;
    private final Language language;
    private final Texts texts;
    private final FormParts parts;
    private final FileDialogs files = FileDialogs.ofSystem(CodeFile.ENDING);
    private final Supplier<Window> window;
    private final VBox ways = new VBox();

    /// @param window over which files are chosen
    FirstRunForm(SignInModel model, ScreenTools tools, FormParts parts, Supplier<Window> window) {
        this.window = window;
        this.model = model;
        this.language = tools.language();
        this.parts = parts;
        this.texts = parts.texts();
        ways.getStyleClass().add("sign-in-people");
    }

    List<Node> nodes(Node problem, Node progress) {
        ways.getChildren().setAll(way("first.file", "1", Feather.FILE_TEXT, this::chooseFile),
                way("first.join", "2", Feather.KEY, model::byCode),
                way("first.practise", "3", Feather.BOOK_OPEN, model::practise));
        return List.of(languages(), parts.head("first.head"), parts.text("choose.nobody", "secondary"),
                parts.text("first.say", "secondary"), problem, progress, ways);
    }

    /// The way with this digit, if there is one.
    void choose(String digit) {
        switch (digit) {
            case "1" -> chooseFile();
            case "2" -> model.byCode();
            case "3" -> model.practise();
            default -> { }
        }
    }

    void chooseFile() {
        files.toRead(window.get(), texts.get("first.file.kind"))
                .ifPresent(model::useFile);
    }

    private Node languages() {
        HBox row = new HBox();
        row.getStyleClass().add("sign-in-languages");
        row.setAccessibleText(texts.get("first.language"));
        for (String each : Messages.LANGUAGES) {
            Button button = new Button(texts.in(each).get("first.language.name"));
            button.setId("language-" + each);
            button.getStyleClass().addAll("act", each.equals(language.now()) ? "accent" : "flat");
            button.setOnAction(_ -> language.choose(each));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node way(String key, String digit, Feather icon, Runnable action) {
        Label what = new Label(texts.get(key));
        what.getStyleClass().add("strong");
        what.setWrapText(true);
        Label say = parts.text(key + ".say", "secondary");
        VBox both = new VBox(what, say);
        both.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(both, Priority.ALWAYS);
        Label cap = new Label(digit);
        cap.getStyleClass().add("key");
        HBox row = new HBox(cap, Icons.of(icon, "lively"), both);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("sign-in-row");
        Button button = CardButton.of(row);
        button.setId(key.replace('.', '-'));
        button.setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(button.widthProperty().subtract(CARD_PADDING));
        button.getStyleClass().add("sign-in-person");
        button.setAccessibleText(what.getText() + ". " + say.getText());
        button.setOnAction(_ -> action.run());
        return button;
    }
}
