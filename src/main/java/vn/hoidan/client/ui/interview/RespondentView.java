package vn.hoidan.client.ui.interview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.question.QuestionField;
import vn.hoidan.client.ui.question.QuestionFields;
import vn.hoidan.client.ui.question.RichText;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.message.Messages;

/// One question over the whole window for the respondent: large, with nothing of the enumerator's beside it. Its words
/// follow the language of the form, because the respondent chose that one.
final class RespondentView extends StackPane {
    /// Levels that stand beside each other as steps.
    private static final int MOST_STEPS = 7;
    /// Choices shown at once even where the form wants them folded away.
    private static final int MOST_UNFOLDED = 9;

    private final InterviewViewModel model;
    private final Language window;
    private final Language language;
    private final Texts texts;
    private final QuestionFields fields;
    private final HandOverPage handOver;
    private final Label heading = new Label();
    private final RichText text = new RichText("question-text");
    private final Label told = new Label();
    private final Label refusal = new Label();
    private final Label notice = new Label();
    private final StackPane picture = new StackPane();
    private final StackPane fieldPlace = new StackPane();
    private final RosterPage roster;
    private final VBox column;
    private final ScrollPane scroll = new ScrollPane();
    private final Button close = new Button();
    private final Button speak = new Button();
    private final Button back = new Button();
    private final Button next = new Button();
    private final BorderPane page = new BorderPane();
    private final KeyTable keys;
    private QuestionFields.Place place;
    /// Null until a question is shown.
    private QuestionField field;
    private Element.Question shown;

    /// @param window the window's language, for a form in none that the program speaks
    RespondentView(InterviewViewModel model, String bundle, Language window, ZoneId zone) {
        this.model = model;
        this.window = window;
        language = new Language(window.now());
        texts = new Texts(bundle, language);
        fields = new QuestionFields(model.answers(), language, zone, () -> LocalDate.now(zone));
        place = fields.place();
        handOver = new HandOverPage(texts, model.respondent()::next);
        roster = new RosterPage(texts, model.answers());
        column = new VBox(heading, told, text, picture, fieldPlace, roster, refusal);
        keys = table();
        getStyleClass().add("respondent");
        buildPage();
        getChildren().addAll(page, handOver);
        setVisible(false);
    }

    private KeyTable table() {
        return new KeyTable(texts, List.of(
                KeyLine.of("respondent.key.next", KeyAct.on("Enter", this::goOn)).once(),
                KeyLine.of("respondent.key.back", KeyAct.on("⌫", this::goBack).when(() -> !types()),
                        KeyAct.on("Alt+←", this::goBack)).when(this::asks),
                KeyLine.of("roster.add", KeyAct.on("+", roster::addMember)).when(this::inRoster),
                KeyLine.of("respondent.key.language", KeyAct.on("F8", this::speakOther)).when(model::hasLanguages)
                        .once(),
                KeyLine.of("respondent.key.close", KeyAct.on("F5", this::end), KeyAct.told("Esc")).once()));
    }

    private void buildPage() {
        for (Label line : List.of(heading, told, refusal, notice)) {
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            line.managedProperty().bind(line.textProperty().isNotEmpty());
            line.visibleProperty().bind(line.textProperty().isNotEmpty());
        }
        heading.getStyleClass().add("respondent-heading");
        told.getStyleClass().add("respondent-told");
        refusal.getStyleClass().add("question-refusal");
        refusal.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "bad"));
        notice.getStyleClass().add("notice");
        picture.getStyleClass().add("question-picture");
        picture.managedProperty().bind(picture.visibleProperty());
        fieldPlace.getStyleClass().add("question-field");
        fieldPlace.managedProperty().bind(fieldPlace.visibleProperty());
        roster.managedProperty().bind(roster.visibleProperty());
        column.getStyleClass().add("respondent-column");
        scroll.setContent(column);
        scroll.getStyleClass().add("question-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        act(speak, Feather.GLOBE, this::speakOther);
        act(close, Feather.X, this::end);
        act(back, Feather.CHEVRON_LEFT, this::goBack);
        act(next, Feather.CHEVRON_RIGHT, this::goOn);
        next.setContentDisplay(ContentDisplay.RIGHT);
        next.getStyleClass().add("accent");
        speak.managedProperty().bind(speak.visibleProperty());
        HBox top = new HBox(gap(), speak, close);
        top.getStyleClass().add("respondent-top");
        HBox foot = new HBox(back, gap(), next);
        foot.getStyleClass().add("respondent-foot");
        foot.setAlignment(Pos.CENTER);
        page.getStyleClass().add("respondent-page");
        page.setTop(top);
        page.setCenter(scroll);
        page.setBottom(new VBox(notice, foot));
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static void act(Button button, Feather icon, Runnable act) {
        button.getStyleClass().add("respondent-act");
        button.setGraphic(Icons.of(icon));
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> act.run());
    }

    // ---- showing

    /// Shows what the respondent is to see now.
    void render() {
        Facing facing = model.respondent().facing().get();
        boolean asking = facing == Facing.SHOWN || facing == Facing.ALONE;
        language.choose(Messages.LANGUAGES.contains(model.language()) ? model.language() : window.now());
        page.setVisible(asking);
        handOver.setVisible(facing == Facing.INVITED || facing == Facing.HANDED_BACK);
        if (handOver.isVisible()) {
            handOver.show(facing);
        }
        if (!asking) {
            forget();
            return;
        }
        boolean atRoster = model.stop().get() instanceof Stop.Roster;
        roster.setVisible(atRoster);
        fieldPlace.setVisible(!atRoster);
        text.setVisible(!atRoster);
        if (model.stop().get() instanceof Stop.Roster members) {
            roster.show(members.repeat());
        }
        told.setText(facing == Facing.ALONE && !atRoster
                ? texts.get(model.respondent().covered() ? "respondent.again" : "respondent.alone") : "");
        told.setGraphic(Icons.of(Feather.LOCK, "quiet"));
        heading.setText(heading(model.stop().get()));
        model.respondent().asked().ifPresent(this::show);
        noticeChanged();
        acts();
    }

    private void acts() {
        next.setText(texts.get(model.respondent().last() ? "respondent.done" : "act.next"));
        back.setText(texts.get("act.back"));
        boolean alone = model.respondent().facing().get() == Facing.ALONE;
        close.setText(texts.get(alone ? "respondent.stop" : "respondent.close"));
        speak.setVisible(model.hasLanguages());
        Locale other = Locale.forLanguageTag(model.otherLanguage());
        String name = other.getDisplayLanguage(other);
        speak.setText(name.isEmpty() ? model.otherLanguage()
                : name.substring(0, 1).toUpperCase(other) + name.substring(1));
    }

    private static String heading(Stop stop) {
        return switch (stop) {
            case Stop.Grid grid -> grid.headings().isEmpty() ? "" : grid.headings().getLast();
            case Stop.Page page -> page.headings().isEmpty() ? "" : page.headings().getLast();
            case Stop.Single _, Stop.Roster _, Stop.End _ -> "";
        };
    }

    private void show(Element.Question asked) {
        Element.Question large = large(asked, model.stop().get() instanceof Stop.Grid);
        boolean other = shown == null || !shown.path().equals(large.path());
        shown = large;
        text.show(large.label());
        picture.setVisible(large.image().isPresent());
        picture.getChildren().setAll(place.picture(large));
        QuestionField now = place.field(large);
        if (now != field) {
            field = now;
            fieldPlace.getChildren().setAll(now.node());
        }
        now.show(large);
        refusal.setText(model.answers().refusal(large.path())
                .map(refused -> refused.text(fields.texts().messages())).orElse(""));
        if (other) {
            scroll.setVvalue(0);
            takeFocus();
        }
    }

    /// Levels of a grid stand as steps; what a small screen folds away is laid open.
    private static Element.Question large(Element.Question question, boolean inGrid) {
        String appearance = question.appearance();
        if (inGrid && question.choices().size() <= MOST_STEPS) {
            appearance = "likert";
        } else if (question.choices().size() <= MOST_UNFOLDED) {
            appearance = appearance.replace("minimal", "").replace("autocomplete", "").strip();
        }
        return new Element.Question(question.path(), question.type(), question.label(), "", "", appearance,
                question.required(), question.readOnly(), question.value(), question.choices(), question.range(),
                question.image());
    }

    /// A field remembers where its arrows stood and what was typed: the next turn begins with new ones.
    private void forget() {
        place = fields.place();
        field = null;
        shown = null;
        fieldPlace.getChildren().clear();
        picture.getChildren().clear();
        text.show("");
        heading.setText("");
        refusal.setText("");
    }

    void noticeChanged() {
        notice.setText(model.saveState().get() instanceof SaveState.Failed ? texts.get("respondent.unsaved")
                : model.notice().get() instanceof Notice.AnswerNeeded ? texts.get("respondent.needed") : "");
    }

    void takeFocus() {
        if (handOver.isVisible()) {
            handOver.takeFocus();
        } else if (inRoster()) {
            roster.requestFocus();
        } else if (field != null) {
            applyCss();
            field.focus();
        }
    }

    // ---- what keys and buttons do

    private boolean asks() {
        return page.isVisible();
    }

    private boolean inRoster() {
        return asks() && model.stop().get() instanceof Stop.Roster;
    }

    private boolean types() {
        return asks() && field != null && field.types();
    }

    /// Gives what is typed.
    ///
    /// @return false when it was not taken
    boolean commit() {
        return !asks() || field == null || inRoster() || field.commit();
    }

    private void goOn() {
        if (commit()) {
            model.respondent().next();
        }
    }

    private void goBack() {
        commit();
        model.respondent().back();
    }

    private void speakOther() {
        commit();
        model.nextLanguage();
    }

    /// Gives what is typed and turns the screen back.
    void end() {
        commit();
        model.respondent().turn();
    }

    KeyTable keys() {
        return Optional.ofNullable(field).filter(_ -> asks() && !inRoster()).map(QuestionField::keys)
                .orElse(KeyTable.NONE).before(keys);
    }
}
