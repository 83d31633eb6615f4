package vn.hoidan.client.ui.interview;

import java.util.HashMap;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.hoidan.client.ui.question.ChoiceKeys;

/// What keys do in an interview. Keys that move give what is being typed first; where it is not taken, Enter stays.
/// A key held down rates once: the rows below must not fill by themselves.
final class InterviewKeys {
    private final InterviewViewModel model;
    private final QuestionPage question;
    private final RosterPage roster;
    private final Map<KeyCode, Runnable> always = new HashMap<>();
    private final Map<KeyCode, Runnable> withControl = new HashMap<>();
    /// On the scene, because the key may come up after the focus went elsewhere.
    private final EventHandler<KeyEvent> released = event -> held = null;
    /// The key that is down; null when none is.
    private KeyCode held;

    InterviewKeys(InterviewViewModel model, QuestionPage question, RosterPage roster) {
        this.model = model;
        this.question = question;
        this.roster = roster;
        always.put(KeyCode.F4, model::firstOpen);
        always.put(KeyCode.F8, model::nextLanguage);
        always.put(KeyCode.F9, model::pause);
        always.put(KeyCode.PAGE_DOWN, model::skip);
        always.put(KeyCode.PAGE_UP, model::skipBack);
        withControl.put(KeyCode.DOWN, model::nextSection);
        withControl.put(KeyCode.UP, model::previousSection);
        withControl.put(KeyCode.END, model::toEnd);
        withControl.put(KeyCode.ENTER, model::complete);
        withControl.put(KeyCode.S, model::tryAgain);
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

    private void pressed(KeyEvent event) {
        boolean again = event.getCode() == held;
        held = event.getCode();
        if (moves(event) || !event.isControlDown() && here(event, again)) {
            event.consume();
        }
    }

    private boolean moves(KeyEvent event) {
        Runnable move = (event.isShortcutDown() || event.isControlDown() ? withControl : always).get(event.getCode());
        if (event.isAltDown()) {
            move = switch (event.getCode()) {
                case LEFT -> model::back;
                case RIGHT -> model::skip;
                default -> null;
            };
        }
        if (move == null || question.keepsKeys() && event.getCode().isNavigationKey()) {
            return false;
        }
        commit();
        move.run();
        return true;
    }

    /// What was refused stays with its question and is listed at the end, so moving on loses nothing.
    private void commit() {
        if (model.stop().get() instanceof Stop.Single || model.stop().get() instanceof Stop.Page) {
            question.commit();
        }
    }

    private boolean here(KeyEvent event, boolean again) {
        return switch (model.stop().get()) {
            case Stop.Grid _ -> inGrid(event, again);
            case Stop.Single _, Stop.Page _ -> inQuestion(event, again);
            case Stop.Roster _ -> inRoster(event, again);
            case Stop.End _ -> atEnd(event, again);
        };
    }

    private boolean inGrid(KeyEvent event, boolean again) {
        int digit = digit(event);
        if (digit > 0) {
            if (!again) {
                model.digit(digit - 1);
            }
            return true;
        }
        return switch (event.getCode()) {
            case DOWN -> row(model.row().get() + 1);
            case UP -> row(model.row().get() - 1);
            case HOME -> row(0);
            case END -> row(Integer.MAX_VALUE);
            case RIGHT -> shift(1);
            case LEFT -> shift(-1);
            default -> common(event, again);
        };
    }

    private boolean row(int row) {
        model.toRow(row);
        return true;
    }

    private boolean shift(int by) {
        model.shiftLevel(by);
        return true;
    }

    private boolean inQuestion(KeyEvent event, boolean again) {
        boolean first = !again || question.types() || event.getCode().isArrowKey();
        if (first && question.key(event)) {
            return true;
        }
        if (event.getCode() == KeyCode.ENTER && !event.isShiftDown()) {
            if (!again && question.commit()) {
                model.next();
            }
            return true;
        }
        return !question.types() && common(event, again);
    }

    private boolean inRoster(KeyEvent event, boolean again) {
        if (event.getCode() == KeyCode.INSERT || event.getCode() == KeyCode.PLUS || event.getCode() == KeyCode.ADD) {
            roster.addMember();
            return true;
        }
        return common(event, again);
    }

    private boolean atEnd(KeyEvent event, boolean again) {
        int digit = digit(event);
        if (digit > 0) {
            model.openFinding(digit - 1);
            return true;
        }
        return switch (event.getCode()) {
            case DOWN -> row(model.row().get() + 1);
            case UP -> row(model.row().get() - 1);
            default -> common(event, again);
        };
    }

    private boolean common(KeyEvent event, boolean again) {
        switch (event.getCode()) {
            case ENTER -> {
                if (!again) {
                    model.next();
                }
            }
            case BACK_SPACE -> model.back();
            case DELETE -> model.clearHere();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// 1 to 9 of both blocks of the keyboard, whatever layout is on; 0 for another key.
    private static int digit(KeyEvent event) {
        if (!event.getCode().isDigitKey() || event.isAltDown()) {
            return 0;
        }
        String name = event.getCode().getName();
        return ChoiceKeys.index(name.charAt(name.length() - 1)).orElse(-1) + 1;
    }
}
