package vn.hoidan.client.ui.interview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.hoidan.client.app.work.Progress;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.question.QuestionFields;
import vn.hoidan.client.ui.quota.NoUnitPage;
import vn.hoidan.core.questionnaire.Element;

/// The screen on which an interview is held: sections on the left, one question or grid in focus, the foot with the
/// state of saving and the keys of the moment.
final class InterviewScreen implements Screen {
    private static final double MOST_OF_WIDTH_FOR_SECTIONS = 0.26;
    static final String ROOM = "vn/hoidan/client/ui/interview/interview";

    private final InterviewViewModel model;
    private final Supplier<String> title;
    private final Texts texts;
    private final SectionList sections;
    private final Label trail = new Label();
    private final Label count = new Label();
    private final Label gridTitle = new Label();
    private final GridView grid;
    private final VBox gridPage;
    private final QuestionPage question;
    private final RosterPage roster;
    private final EndPage end;
    private final CommentBox comment;
    private final RespondentView respondent;
    private final NoUnitPage noUnit;
    private final StackPane pages = new StackPane();
    private final NoticeLine notice;
    private final FootLine foot;
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame);
    private final ReadOnlyBooleanWrapper turned = new ReadOnlyBooleanWrapper();
    private final InterviewKeys keys;
    /// What is on the page; null before the first.
    private Stop shown;
    private boolean anew;

    InterviewScreen(InterviewViewModel model, Supplier<String> title, Language language, ZoneId zone) {
        this.model = model;
        this.title = title;
        texts = new Texts(ROOM, language);
        sections = new SectionList(texts, this::toSection);
        Signs signs = new Signs(model, texts);
        grid = new GridView(signs, model::toRow, this::pressed);
        gridTitle.getStyleClass().add("question-text");
        gridTitle.setWrapText(true);
        gridTitle.setMinHeight(Region.USE_PREF_SIZE);
        gridPage = new VBox(gridTitle, grid);
        gridPage.getStyleClass().add("grid-page");
        VBox.setVgrow(grid, Priority.ALWAYS);
        question = new QuestionPage(model.answers(), new QuestionFields(model.answers(), language, zone,
                () -> LocalDate.now(zone)), signs, model::toRow);
        roster = new RosterPage(texts, model.answers());
        end = new EndPage(texts, model::openFinding, this::endAct);
        comment = new CommentBox(texts, model::comment, this::commentClosed);
        respondent = new RespondentView(model, ROOM, language, zone);
        noUnit = GateActs.page(model, language, this::takeFocus);
        foot = new FootLine(texts, zone, model::tryAgain, this::goBack, this::goOn);
        notice = new NoticeLine(texts);
        keys = new InterviewKeys(model, question, roster, comment, respondent, this::openComment, texts,
                this::hintsChanged);
        build();
        listen();
        stopChanged();
        if (model.respondent().facing().get() != Facing.ENUMERATOR) {
            facingChanged();
        }
    }

    private void build() {
        trail.getStyleClass().add("trail");
        count.getStyleClass().add("trail-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(trail, gap, count);
        head.getStyleClass().add("interview-head");
        for (Node page : List.of(gridPage, question, roster, end)) {
            page.managedProperty().bind(page.visibleProperty());
            pages.getChildren().add(page);
        }
        VBox.setVgrow(pages, Priority.ALWAYS);
        VBox centre = new VBox(head, pages, comment, notice);
        centre.getStyleClass().add("interview-centre");
        root.getStyleClass().add("interview");
        sections.setMinWidth(0);
        sections.maxWidthProperty().bind(root.widthProperty().multiply(MOST_OF_WIDTH_FOR_SECTIONS));
        frame.setLeft(sections);
        frame.setCenter(centre);
        frame.setBottom(foot);
        root.getChildren().addAll(respondent, noUnit);
        Theme.styled(root, "/" + ROOM + ".css");
        keys.listenTo(root);
        root.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> hintsChanged());
    }

    private void listen() {
        // also when the stop is equal to the one before: a refusal changes what is shown, not the stop
        model.stop().addListener((InvalidationListener) changed -> stopChanged());
        model.row().addListener((property, old, now) -> rowChanged());
        model.sections().addListener((InvalidationListener) changed -> sectionsChanged());
        model.saveState().addListener((property, old, now) -> {
            foot.show(now);
            respondent.noticeChanged();
        });
        model.notice().addListener((property, old, now) -> noticeChanged());
        model.respondent().facing().addListener((property, old, now) -> facingChanged());
        model.ending().addListener((property, old, now) -> endChanged());
        model.whereabouts().addListener((property, old, now) -> endChanged());
    }

    /// What is shown first is hidden last, so that the keyboard always has a place.
    private void facingChanged() {
        boolean away = model.respondent().facing().get() != Facing.ENUMERATOR;
        turned.set(away);
        respondent.render();
        if (away) {
            respondent.setVisible(true);
            frame.setVisible(false);
            respondent.takeFocus();
        } else {
            frame.setVisible(true);
            respondent.setVisible(false);
            takeFocus();
        }
        hintsChanged();
    }

    private void openComment() {
        model.question().ifPresent(asked -> comment.open(asked, model.comment(asked.path())));
        hintsChanged();
    }

    private void commentClosed() {
        takeFocus();
        hintsChanged();
    }

    private void toSection(int section) {
        comment.close();
        question.commit();
        model.toSection(section);
    }

    private void pressed(int row, int level) {
        comment.close();
        model.toRow(row);
        model.digit(level);
    }

    /// Touching the button does what Enter does: what was not taken stays to be mended.
    private void goOn() {
        comment.close();
        if (question.commit()) {
            model.next();
        }
    }

    private void goBack() {
        comment.close();
        question.commit();
        model.back();
    }

    private void endAct() {
        if (model.completed()) {
            model.next();
        } else {
            model.complete();
        }
    }

    private void stopChanged() {
        Stop now = model.stop().get();
        anew = shown == null || !samePlace(shown, now);
        shown = now;
        gridPage.setVisible(now instanceof Stop.Grid);
        question.setVisible(now instanceof Stop.Single || now instanceof Stop.Page);
        roster.setVisible(now instanceof Stop.Roster);
        end.setVisible(now instanceof Stop.End);
        switch (now) {
            case Stop.Grid table -> showGrid(table);
            case Stop.Single single -> question.show(List.of(new Stop.Page.Part("", single.question())), 0, anew);
            case Stop.Page page -> question.show(page.parts(), model.row().get(), anew);
            case Stop.Roster members -> showRoster(members);
            case Stop.End _ -> endChanged();
        }
        trailChanged();
        hintsChanged();
        renderTurned();
        foot.goesOn(!(now instanceof Stop.End));
    }

    private void renderTurned() {
        if (turned.get()) {
            respondent.render();
        }
    }

    private void hintsChanged() {
        foot.hints(keys.foot());
    }

    private static boolean samePlace(Stop one, Stop other) {
        return switch (one) {
            case Stop.Grid table -> table.rows().stream().anyMatch(row -> other.holds(row.path()));
            case Stop.Single single -> other instanceof Stop.Single && other.holds(single.question().path());
            case Stop.Page page -> other instanceof Stop.Page
                    && page.questions().stream().anyMatch(part -> other.holds(part.path()));
            case Stop.Roster members -> other.holds(members.repeat().path());
            case Stop.End _ -> other instanceof Stop.End;
        };
    }

    private void showGrid(Stop.Grid table) {
        gridTitle.setText(title(table));
        grid.show(table, model.row().get(), anew);
        if (anew) {
            grid.requestFocus();
        }
    }

    private static String title(Stop.Grid table) {
        return table.headings().isEmpty() ? "" : table.headings().getLast();
    }

    private void showRoster(Stop.Roster members) {
        roster.show(members.repeat());
        if (anew) {
            roster.requestFocus();
        }
    }

    private void rowChanged() {
        switch (model.stop().get()) {
            case Stop.Grid _ when shown == model.stop().get() -> grid.focus(model.row().get(), false);
            case Stop.Page page when shown == page -> {
                question.focus(model.row().get());
                hintsChanged();
            }
            case Stop.End _ -> end.at(model.row().get());
            case Stop.Grid _, Stop.Page _, Stop.Single _, Stop.Roster _ -> { }
        }
        renderTurned();
    }

    private void sectionsChanged() {
        sections.show(model.sections(), model.stop().get() instanceof Stop.End);
        trailChanged();
    }

    private void trailChanged() {
        Stop now = model.stop().get();
        if (now.section() >= model.sections().size()) {
            trail.setText(texts.get("section.end"));
            Progress whole = model.progress();
            count.setText(texts.get("count", whole.answered(), whole.asked()));
            return;
        }
        SectionLine line = model.sections().get(now.section());
        List<String> steps = new ArrayList<>(line.named() ? List.of(line.label()) : List.of());
        int inner = now.headings().size() - (now instanceof Stop.Grid ? 1 : 0);
        steps.addAll(now.headings().subList(0, Math.max(0, inner)));
        trail.setText(String.join("  ›  ", steps));
        count.setText(line.progress().asked() == 0 ? ""
                : texts.get("count", line.progress().answered(), line.progress().asked()));
    }

    private void noticeChanged() {
        notice.show(model.notice().get());
        respondent.noticeChanged();
    }

    private void endChanged() {
        end.show(model.ending().get(), model.progress(), model.whereabouts().get());
        end.at(model.row().get());
        sections.setDisable(model.completed());
        if (model.stop().get() instanceof Stop.End) {
            end.requestFocus();
            hintsChanged();
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return title.get();
    }

    @Override
    public List<KeyHint> keys() {
        return keys.sheet();
    }

    @Override
    public void shown() {
        sectionsChanged();
        noticeChanged();
        foot.show(model.saveState().get());
        // Only with its skin does a scrolling page take its content into the scene, and before that nothing in it can
        // have the focus: keys pressed in an interview just opened would go nowhere.
        root.applyCss();
        takeFocus();
    }

    private void takeFocus() {
        if (noUnit.takesFocus()) {
            return;
        }
        if (turned.get()) {
            respondent.takeFocus();
            return;
        }
        switch (model.stop().get()) {
            case Stop.Grid _ -> grid.requestFocus();
            case Stop.Single _, Stop.Page _ -> question.takeFocus();
            case Stop.Roster _ -> roster.requestFocus();
            case Stop.End _ -> end.requestFocus();
        }
    }

    @Override
    public boolean back() {
        if (turned.get()) {
            respondent.end();
            return true;
        }
        if (comment.isOpen()) {
            comment.close();
            return true;
        }
        question.commit();
        model.pause();
        return true;
    }

    @Override
    public void synced() {
        model.synced();
    }

    @Override
    public void settle(Runnable whenSaved) {
        comment.keep();
        respondent.commit();
        question.commit();
        model.settle(whenSaved);
    }

    @Override
    public ObservableValue<Boolean> fillsWindow() {
        return turned.getReadOnlyProperty();
    }

    @Override
    public void languageChanged() {
        stopChanged();
        noUnit.languageChanged();
        model.question().map(Element.Question::label).ifPresent(comment::languageChanged);
        sectionsChanged();
        noticeChanged();
        foot.show(model.saveState().get());
    }

    @Override
    public void left() {
        comment.keep();
        respondent.commit();
        question.commit();
    }
}
