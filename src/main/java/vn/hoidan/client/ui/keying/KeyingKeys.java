package vn.hoidan.client.ui.keying;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.hoidan.core.interview.PaperMark;

/// What keys do while a paper form is keyed. A key held down acts once, or rows would fill by themselves; only going
/// back and forth repeats. Signs stand on both blocks of the keyboard, whatever layout is on.
final class KeyingKeys {
    private static final String SIGNS = "+-*/.";
    /// What a sign does in a field as long as nothing was typed in it.
    private static final String SIGNS_IN_FIELD = "+-*/";
    private static final Set<KeyCode> REPEATING = EnumSet.of(KeyCode.UP, KeyCode.DOWN, KeyCode.BACK_SPACE,
            KeyCode.MINUS, KeyCode.SUBTRACT, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN);

    /// What is typed in on the screen.
    interface Fields {
        /// A value is typed in a field.
        boolean types();

        /// It was changed since the row came into focus.
        boolean touched();

        /// What stands in it; empty where there is none.
        String typed();

        /// A note is being written, which takes all keys.
        boolean noting();

        void note();

        void keepNote();
    }

    private final KeyingModel model;
    private final Fields fields;
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
    /// Keys that are down and did something here: repeated, they must not be typed into a field that has come.
    private final Set<KeyCode> taken = EnumSet.noneOf(KeyCode.class);
    /// On the scene, because the key may come up after the focus went elsewhere.
    private final EventHandler<KeyEvent> released = event -> {
        down.remove(event.getCode());
        taken.remove(event.getCode());
    };
    private boolean swallow;

    KeyingKeys(KeyingModel model, Fields fields) {
        this.model = model;
        this.fields = fields;
    }

    void listenTo(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        root.focusWithinProperty().addListener((_, _, within) -> {
            if (!within) {
                down.clear();
                taken.clear();
            }
        });
        root.sceneProperty().addListener((_, old, scene) -> {
            if (old != null) {
                old.removeEventFilter(KeyEvent.KEY_RELEASED, released);
            }
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_RELEASED, released);
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode().isModifierKey()) {
            return;
        }
        boolean again = !down.add(event.getCode());
        if (!again) {
            model.pressed();
        }
        boolean took = taken.contains(event.getCode());
        boolean consumed = again && !(took && REPEATING.contains(event.getCode())) ? took : acted(event);
        if (consumed) {
            taken.add(event.getCode());
            event.consume();
        }
        swallow = consumed;
    }

    /// The character of a key press comes after it, maybe to a field that the press brought.
    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        if (swallow) {
            event.consume();
        } else if (!fields.noting() && character.length() == 1 && signHere(character.charAt(0))) {
            model.key(character.charAt(0));
            event.consume();
        }
    }

    /// The sign acts here rather than being typed.
    private boolean signHere(char sign) {
        return typing() ? !fields.touched() && SIGNS_IN_FIELD.indexOf(sign) >= 0 : SIGNS.indexOf(sign) >= 0;
    }

    /// Keys go into a field.
    private boolean typing() {
        return fields.types() && model.jump().isEmpty();
    }

    private boolean acted(KeyEvent event) {
        if (fields.noting()) {
            return event.getCode() == KeyCode.ENTER && act(fields::keepNote);
        }
        if (event.isShortcutDown() || event.isControlDown()) {
            return withControl(event.getCode());
        }
        if (event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        return always(event.getCode()) || here(event);
    }

    private boolean withControl(KeyCode code) {
        return switch (code) {
            case ENTER -> act(model.end()::complete);
            case END -> given(model::toEnd);
            case S -> act(model::tryAgain);
            default -> false;
        };
    }

    private boolean always(KeyCode code) {
        return switch (code) {
            case F2 -> !model.mayNote() || given(fields::note);
            case F3 -> act(() -> model.mark(PaperMark.UNUSABLE));
            case F4 -> given(model::firstOpen);
            case F8 -> given(model::nextLanguage);
            case F9 -> act(() -> leave(fields.typed()));
            case UP -> given(model::back);
            case DOWN -> given(model::next);
            case PAGE_UP -> given(() -> model.toSection(-1));
            case PAGE_DOWN -> given(() -> model.toSection(1));
            case ENTER -> act(() -> model.enter(fields.typed()));
            default -> false;
        };
    }

    private boolean here(KeyEvent event) {
        return switch (event.getCode()) {
            case BACK_SPACE -> !editing() && act(this::backSpace);
            case DELETE -> !editing() && act(model::empty);
            default -> key(event).filter(key -> !typing() || signHere(key)).map(key -> {
                model.key(key);
                return true;
            }).orElse(false);
        };
    }

    /// There is something in a field that was changed, so keys that take away take it away there.
    private boolean editing() {
        return typing() && fields.touched() && !fields.typed().isEmpty();
    }

    private void backSpace() {
        if (!model.shortenJump()) {
            model.back();
        }
    }

    /// What cannot be taken does not keep anybody from leaving.
    private void leave(String typed) {
        model.give(typed);
        model.pause();
    }

    private static boolean act(Runnable action) {
        action.run();
        return true;
    }

    /// Goes elsewhere once what is being keyed here was taken.
    private boolean given(Runnable move) {
        if (model.give(fields.typed())) {
            move.run();
        }
        return true;
    }

    /// The character that a key stands for where no shift is held.
    private static Optional<Character> key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (event.isShiftDown()) {
            return Optional.empty();
        }
        if (code.isDigitKey() || code.isLetterKey()) {
            String name = code.getName();
            return Optional.of(Character.toLowerCase(name.charAt(name.length() - 1)));
        }
        return switch (code) {
            case ADD, PLUS -> Optional.of('+');
            case SUBTRACT, MINUS -> Optional.of('-');
            case MULTIPLY, ASTERISK -> Optional.of('*');
            case DIVIDE, SLASH -> Optional.of('/');
            case DECIMAL, PERIOD -> Optional.of('.');
            default -> Optional.empty();
        };
    }
}
