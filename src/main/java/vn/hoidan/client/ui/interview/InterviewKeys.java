package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyOffer;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.question.ChoiceKeys;
import vn.hoidan.core.questionnaire.Element;

/// The keys of an interview: what they do, the foot and the sheet of F1 are this one table, behind the keys of the
/// field in focus. Keys that move give what is being typed first; where it is not taken, Enter stays. A key held down
/// rates once: the rows below must not fill by themselves.
final class InterviewKeys {
    private final InterviewViewModel model;
    private final QuestionPage question;
    private final RosterPage roster;
    private final CommentBox comment;
    private final RespondentView respondent;
    private final Runnable onComment;
    private final KeyTable table;
    private final Runnable onRelease;
    /// On the scene, because the key may come up after the focus went elsewhere.
    private final EventHandler<KeyEvent> released = event -> released();
    /// The key that is down; null when none is.
    private KeyCode held;

    /// @param comment   has all keys while it is open
    /// @param respondent has them while the screen is turned to the respondent
    /// @param onComment opens it
    /// @param onRelease told when a key came up: which keys are of use may have changed
    InterviewKeys(InterviewViewModel model, QuestionPage question, RosterPage roster, CommentBox comment,
            RespondentView respondent, Runnable onComment, Texts texts, Runnable onRelease) {
        this.model = model;
        this.question = question;
        this.roster = roster;
        this.comment = comment;
        this.respondent = respondent;
        this.onComment = onComment;
        this.onRelease = onRelease;
        List<KeyLine> lines = new ArrayList<>();
        lines.addAll(inGrid());
        lines.addAll(atRosterAndEnd());
        lines.addAll(goingOn());
        lines.addAll(goingElsewhere());
        table = new KeyTable(texts, lines);
    }

    // ---- the table

    private List<KeyLine> inGrid() {
        return List.of(
                KeyLine.of("sheet.rate", KeyAct.places(() -> ChoiceKeys.digits(levels()), ChoiceKeys::digit,
                        this::levels, model::digit)).inFoot("key.rate"),
                KeyLine.of("sheet.rows", KeyAct.on("↑", () -> row(-1)), KeyAct.on("↓", () -> row(1)))
                        .when(() -> inGridNow() || findings() > 0),
                KeyLine.of("sheet.ends", KeyAct.on("Home", () -> model.toRow(0)),
                        KeyAct.on("End", () -> model.toRow(Integer.MAX_VALUE))).when(this::inGridNow),
                KeyLine.of("sheet.levels", KeyAct.on("←", () -> model.shiftLevel(-1)),
                        KeyAct.on("→", () -> model.shiftLevel(1))).when(this::inGridNow));
    }

    private List<KeyLine> atRosterAndEnd() {
        return List.of(
                KeyLine.of("roster.add", KeyAct.on("+", roster::addMember), KeyAct.on("Insert", roster::addMember))
                        .when(() -> model.stop().get() instanceof Stop.Roster).inFoot("roster.add"),
                KeyLine.of("sheet.finding", KeyAct.places(() -> ChoiceKeys.digits(findings()), ChoiceKeys::digit,
                        this::findings, model::openFinding)));
    }

    private List<KeyLine> goingOn() {
        return List.of(
                KeyLine.of("sheet.none", KeyAct.on("0", model::giveNone))
                        .when(() -> model.mayGiveNone() && !types()).once().inFoot("key.none"),
                KeyLine.of("sheet.finding.enter", KeyAct.on("Enter", model::next)).when(() -> findings() > 0).once()
                        .inFoot("key.open"),
                KeyLine.of("end.leave", KeyAct.on("Enter", model::next)).when(model::completed).once()
                        .inFoot("end.leave"),
                KeyLine.of("sheet.complete", KeyAct.on("Ctrl+Enter", model::complete))
                        .when(() -> atEnd() && open()).once().inFoot("end.complete"),
                KeyLine.of("sheet.back", KeyAct.on("⌫", model::back).when(() -> !types()),
                        KeyAct.on("Alt+←", moving(model::back)).when(this::keysGoOn)).when(this::open)
                        .inFoot("key.back"),
                KeyLine.of("sheet.next", KeyAct.on("Enter", this::enter)).when(() -> !atEnd()).once()
                        .inFoot("key.next"),
                KeyLine.of("sheet.clear", KeyAct.on("Delete", model::clearHere)).when(() -> !types() && !atEnd()));
    }

    private List<KeyLine> goingElsewhere() {
        return Stream.of(
                KeyLine.of("sheet.firstopen", KeyAct.on("F4", moving(model::firstOpen))).inFoot("key.firstopen"),
                KeyLine.of("sheet.language", KeyAct.on("F8", moving(model::nextLanguage))).when(model::hasLanguages)
                        .once().inFoot("key.language"),
                KeyLine.of("sheet.pause", KeyAct.on("F9", moving(model::pause)).once(), KeyAct.told("Esc"))
                        .inFoot("key.pause"),
                KeyLine.of("sheet.comment", KeyAct.on("F2", moving(onComment)))
                        .when(() -> model.question().isPresent()).once().inFoot("key.comment"),
                KeyLine.of("sheet.respondent", KeyAct.on("F5", moving(model.respondent()::turn)))
                        .when(model.respondent()::mayTurn).once()
                        .inFoot("key.respondent"),
                KeyLine.of("sheet.private", KeyAct.on("F6", moving(model.respondent()::togglePrivate)))
                        .when(() -> model.question().filter(Element.Question::asks).isPresent()).once()
                        .inFoot("key.private"),
                KeyLine.of("sheet.sections", KeyAct.on("Ctrl+↑", moving(model::previousSection)),
                        KeyAct.on("Ctrl+↓", moving(model::nextSection))).when(this::keysGoOn),
                KeyLine.of("sheet.skip", KeyAct.on("PageUp", moving(model::skipBack)),
                        KeyAct.on("PageDown", moving(model::skip)), KeyAct.on("Alt+→", moving(model::skip)))
                        .when(this::keysGoOn),
                KeyLine.of("sheet.end", KeyAct.on("Ctrl+End", moving(model::toEnd)).when(this::keysGoOn),
                        KeyAct.on("Ctrl+Enter", moving(model::complete)).once()).when(() -> !atEnd()),
                KeyLine.of("sheet.tab", KeyAct.told("Tab"), KeyAct.told("Shift+Tab"))
                        .when(() -> model.stop().get() instanceof Stop.Page),
                KeyLine.of("sheet.again", KeyAct.on("Ctrl+S", moving(model::tryAgain))))
                .map(line -> line.when(this::open)).toList();
    }

    // ---- where one stands

    private boolean open() {
        return !model.completed();
    }

    private boolean inGridNow() {
        return model.stop().get() instanceof Stop.Grid;
    }

    private boolean inQuestion() {
        return model.stop().get() instanceof Stop.Single || model.stop().get() instanceof Stop.Page;
    }

    private boolean atEnd() {
        return model.stop().get() instanceof Stop.End;
    }

    private int levels() {
        return model.stop().get() instanceof Stop.Grid grid ? grid.levels().size() : 0;
    }

    private int findings() {
        return atEnd() && model.ending().get() instanceof Ending.Checked checked ? checked.findings().size() : 0;
    }

    /// Letters and digits go into a field.
    private boolean types() {
        return inQuestion() && question.types();
    }

    /// Nothing is open that uses the keys of going itself.
    private boolean keysGoOn() {
        return !inQuestion() || !question.keepsKeys();
    }

    // ---- what keys do

    /// What was refused stays with its question and is listed at the end, so moving on loses nothing.
    private Runnable moving(Runnable move) {
        return () -> {
            if (inQuestion()) {
                question.commit();
            }
            move.run();
        };
    }

    private void row(int by) {
        model.toRow(model.row().get() + by);
    }

    private void enter() {
        if (!inQuestion() || question.commit()) {
            model.next();
        }
    }

    void listenTo(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.focusWithinProperty().addListener((property, was, is) -> held = null);
        root.sceneProperty().addListener((property, old, scene) -> {
            if (old != null) {
                old.removeEventFilter(KeyEvent.KEY_RELEASED, released);
            }
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_RELEASED, released);
            }
        });
    }

    private void released() {
        held = null;
        onRelease.run();
    }

    private void pressed(KeyEvent event) {
        if (model.gate().isShown()) {
            return;
        }
        boolean again = event.getCode() == held;
        held = event.getCode();
        boolean used = model.respondent().facing().get() != Facing.ENUMERATOR ? respondent.keys().press(event, again)
                : comment.isOpen() ? comment.keys().press(event, again)
                : inQuestion() && question.key(event, again) || table.press(event, again);
        if (used) {
            event.consume();
        }
    }

    // ---- what is told of them

    List<KeyHint> sheet() {
        if (model.respondent().facing().get() != Facing.ENUMERATOR) {
            return respondent.keys().sheet();
        }
        if (comment.isOpen()) {
            return comment.keys().sheet();
        }
        return inQuestion() ? both(question.keys().sheet(), table.sheet()) : table.sheet();
    }

    List<KeyOffer> foot() {
        if (comment.isOpen()) {
            return comment.keys().foot();
        }
        return inQuestion() ? both(question.keys().foot(), table.foot()) : table.foot();
    }

    private static <T> List<T> both(List<T> first, List<T> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
