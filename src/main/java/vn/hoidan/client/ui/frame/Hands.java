package vn.hoidan.client.ui.frame;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import vn.hoidan.client.ui.kit.Figures;
import vn.hoidan.client.ui.kit.Snapshot;
import vn.hoidan.client.ui.kit.UiThread;

/// Works the window as a person at the keyboard does. Not for the window's thread.
public final class Hands {
    private static final String CONTROL = "Ctrl+";
    private static final Map<String, KeyCode> NAMED = Map.of("Esc", KeyCode.ESCAPE, "Backspace", KeyCode.BACK_SPACE,
            "Space", KeyCode.SPACE, "Plus", KeyCode.PLUS, "Minus", KeyCode.MINUS);
    /// More than anything in the window puts off in a row.
    private static final int ROUNDS = 6;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final MainWindow window;

    public Hands(MainWindow window) {
        this.window = window;
    }

    /// @param key as the sheet of keys names it: `Enter`, `Esc`, `F2`, `1`, `A`, `Ctrl+D`
    public void press(String key) {
        boolean control = key.startsWith(CONTROL);
        KeyCode code = code(control ? key.substring(CONTROL.length()) : key);
        UiThread.runAndWait(() -> {
            Robot robot = new Robot();
            if (control) {
                robot.keyPress(KeyCode.CONTROL);
            }
            robot.keyType(code);
            if (control) {
                robot.keyRelease(KeyCode.CONTROL);
            }
        });
        settle();
    }

    private static KeyCode code(String name) {
        if (NAMED.containsKey(name)) {
            return NAMED.get(name);
        }
        KeyCode code = KeyCode.getKeyCode(name);
        return code != null ? code : KeyCode.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /// Types into the field in focus; where none is, presses the keys of letters and digits.
    public void type(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (window.scene().getFocusOwner() instanceof TextInputControl field) {
                UiThread.runAndWait(() -> field.replaceSelection(character));
                settle();
            } else {
                press(character.equals(" ") ? "Space" : character.toUpperCase(Locale.ROOT));
            }
        });
    }

    /// Lets the window do what it put off; work on lanes may go on.
    public void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            CountDownLatch done = new CountDownLatch(1);
            UiThread.later(done::countDown);
            try {
                done.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while the window worked", stopped);
            }
        }
    }

    /// @return false if the text cannot be read in the window after that long
    public boolean waitFor(String text, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!text().contains(text)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }

    /// Everything that can be read, a line for each text, in the order of the scene.
    public String text() {
        StringBuilder all = new StringBuilder();
        UiThread.runAndWait(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            collect(window.scene().getRoot(), all);
        });
        return all.toString();
    }

    private static void collect(Node node, StringBuilder into) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case Figures figures -> into.append(figures.text()).append('\n');
            case Labeled labeled -> {
                if (labeled.getText() != null && !labeled.getText().isEmpty()) {
                    into.append(labeled.getText()).append('\n');
                }
                if (labeled.getGraphic() != null) {
                    collect(labeled.getGraphic(), into);
                }
            }
            // A PIN is nothing to be read.
            case PasswordField _ -> { }
            case TextInputControl field -> into.append(field.getText()).append('\n');
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
            case javafx.scene.text.Text text -> into.append(text.getText()).append('\n');
            default -> { }
        }
    }

    /// Writes what the window shows as a PNG file.
    public void picture(Path file) throws IOException {
        IOException[] failed = new IOException[1];
        UiThread.runAndWait(() -> {
            try {
                Snapshot.write(window.scene(), file);
            } catch (IOException broken) {
                failed[0] = broken;
            }
        });
        if (failed[0] != null) {
            throw failed[0];
        }
    }

    /// Pixels of the window.
    public void resize(double width, double height) {
        UiThread.runAndWait(() -> {
            window.scene().getWindow().setWidth(width);
            window.scene().getWindow().setHeight(height);
        });
        settle();
    }
}
