package vn.hoidan.client.ui.interview;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.question.Answers;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// After the instances of a repeat: what there is, one more, or on with Enter.
final class RosterPage extends VBox {
    private final Texts texts;
    private final Answers answers;
    private final Label title = new Label();
    private final VBox members = new VBox();
    private final Button add = new Button();
    /// Null until one is shown.
    private Path repeat;

    RosterPage(Texts texts, Answers answers) {
        this.texts = texts;
        this.answers = answers;
        getStyleClass().addAll("question-box", "roster");
        title.getStyleClass().add("question-text");
        title.setWrapText(true);
        members.getStyleClass().add("choice-list");
        add.getStyleClass().add("act");
        add.setFocusTraversable(false);
        add.setOnAction(event -> addMember());
        getChildren().addAll(title, members, add);
        setFocusTraversable(true);
    }

    void show(Element.Repeat shown) {
        repeat = shown.path();
        title.setText(texts.get("roster.title", Markup.plain(shown.label()), shown.instances().size()));
        add.setText(texts.get("roster.add"));
        members.getChildren().clear();
        for (int index = 0; index < shown.instances().size(); index++) {
            Element.Group instance = shown.instances().get(index);
            Label name = new Label((index + 1) + ". " + (Markup.plain(instance.label().isBlank() ? shown.label()
                    : instance.label())));
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            Button remove = new Button(texts.get("roster.remove"));
            remove.setFocusTraversable(false);
            remove.setOnAction(event -> answers.removeMember(instance.path()));
            HBox line = new HBox(name, remove);
            line.getStyleClass().add("choice");
            members.getChildren().add(line);
        }
    }

    void addMember() {
        answers.addMember(repeat);
    }
}
