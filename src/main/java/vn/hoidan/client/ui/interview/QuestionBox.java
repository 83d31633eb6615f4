package vn.hoidan.client.ui.interview;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.question.Answers;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.client.ui.question.QuestionField;
import vn.hoidan.client.ui.question.QuestionFields;
import vn.hoidan.client.ui.question.RichText;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// One question on a page: the heading it begins, its text, hint and picture, its field, and why an answer was not
/// taken.
final class QuestionBox extends VBox {
    private static final PseudoClass AT = PseudoClass.getPseudoClass("at");
    private static final PseudoClass AMONG = PseudoClass.getPseudoClass("among");
    private static final String REQUIRED = " *";

    private final Signs signs;
    private final Answers answers;
    private final QuestionFields fields;
    private final QuestionFields.Place place;
    private final Label heading = new Label();
    private final RichText text = new RichText("question-text");
    private final RichText hint = new RichText("question-hint");
    private final RichText guidance = new RichText("question-guidance");
    private final Label refusal = new Label();
    private final Label comment = new Label();
    private final Label opened = new Label();
    private final GateField gate;
    private final StackPane picture = new StackPane();
    private final StackPane fieldPlace = new StackPane();
    /// Null until a question is shown.
    private Path path;
    private QuestionField field;

    QuestionBox(Answers answers, QuestionFields fields, Signs signs) {
        this.signs = signs;
        this.answers = answers;
        this.fields = fields;
        place = fields.place();
        getStyleClass().add("question-box");
        heading.getStyleClass().add("question-heading");
        heading.setWrapText(true);
        heading.managedProperty().bind(heading.textProperty().isNotEmpty());
        heading.visibleProperty().bind(heading.textProperty().isNotEmpty());
        refusal.getStyleClass().add("question-refusal");
        refusal.setWrapText(true);
        refusal.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "bad"));
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
        gate = new GateField(signs);
        opened.getStyleClass().add("question-opened");
        opened.setWrapText(true);
        opened.setGraphic(Icons.of(Feather.UNLOCK, "quiet"));
        opened.managedProperty().bind(opened.textProperty().isNotEmpty());
        opened.visibleProperty().bind(opened.textProperty().isNotEmpty());
        comment.getStyleClass().add("question-comment");
        comment.setWrapText(true);
        comment.setMinHeight(USE_PREF_SIZE);
        comment.setGraphic(Icons.of(Feather.MESSAGE_SQUARE, "quiet"));
        comment.managedProperty().bind(comment.textProperty().isNotEmpty());
        comment.visibleProperty().bind(comment.textProperty().isNotEmpty());
        picture.getStyleClass().add("question-picture");
        picture.managedProperty().bind(picture.visibleProperty());
        fieldPlace.getStyleClass().add("question-field");
        getChildren().addAll(heading, text, hint, guidance, picture, opened, fieldPlace, refusal, comment);
    }

    /// @param among other questions stand on the page, too
    void show(Stop.Page.Part part, boolean among) {
        Element.Question question = part.question();
        path = question.path();
        heading.setText(Markup.plain(part.heading()));
        boolean marked = question.required() && question.asks();
        text.show(marked ? question.label() + REQUIRED : question.label());
        hint.show(question.hint());
        guidance.show(question.guidance());
        picture.setVisible(question.image().isPresent());
        Node shown = place.picture(question);
        if (picture.getChildren().isEmpty()) {
            picture.getChildren().add(shown);
        }
        Cover cover = signs.cover(path);
        QuestionField now = field(question, cover);
        opened.setText(cover == Cover.OPENED ? signs.texts().get("private.opened") : "");
        if (now != field) {
            field = now;
            fieldPlace.getChildren().setAll(now.node());
        }
        now.show(question);
        refusal.setText(answers.refusal(path).map(refused -> refused.text(fields.texts().messages())).orElse(""));
        comment.setText(signs.comment(path));
        pseudoClassStateChanged(AMONG, among);
    }

    private QuestionField field(Element.Question question, Cover cover) {
        return switch (cover) {
            case NONE, OPENED -> place.field(question);
            case TO_BE_ANSWERED_ALONE, ANSWERED_ALONE -> gate;
        };
    }

    /// It has the focus of the page.
    void at(boolean here) {
        pseudoClassStateChanged(AT, here);
    }

    boolean shows(Path question) {
        return question.equals(path);
    }

    QuestionField field() {
        return field;
    }
}
