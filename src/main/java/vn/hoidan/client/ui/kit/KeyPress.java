package vn.hoidan.client.ui.kit;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A key as it is printed on the keyboard, and the presses that it means. Shift is not looked at, because signs need it
/// on some layouts, unless it is named; Enter with it is another key.
///
/// @param name  `F4`, `Ctrl+↓`, `Alt+←`, `Shift+Enter`, `⌫`, `+`, `A`, `0`
/// @param codes any of them will do: digits and signs stand on both blocks of the keyboard
public record KeyPress(String name, Set<KeyCode> codes, boolean control, boolean alt, boolean shift) {
    private static final String CONTROL = "Ctrl+";
    private static final String ALT = "Alt+";
    private static final String SHIFT = "Shift+";
    private static final Map<String, KeyCode> NAMED = Map.ofEntries(Map.entry("↑", KeyCode.UP),
            Map.entry("↓", KeyCode.DOWN), Map.entry("←", KeyCode.LEFT), Map.entry("→", KeyCode.RIGHT),
            Map.entry("⌫", KeyCode.BACK_SPACE), Map.entry("Enter", KeyCode.ENTER), Map.entry("Esc", KeyCode.ESCAPE),
            Map.entry("Tab", KeyCode.TAB), Map.entry("Space", KeyCode.SPACE), Map.entry("Delete", KeyCode.DELETE),
            Map.entry("Insert", KeyCode.INSERT), Map.entry("Home", KeyCode.HOME), Map.entry("End", KeyCode.END),
            Map.entry("PageUp", KeyCode.PAGE_UP), Map.entry("PageDown", KeyCode.PAGE_DOWN));
    /// Signs, with the key that carries them without Shift on most layouts.
    private static final Map<String, Set<KeyCode>> SIGNS = Map.of(
            "+", EnumSet.of(KeyCode.PLUS, KeyCode.ADD, KeyCode.EQUALS),
            "-", EnumSet.of(KeyCode.MINUS, KeyCode.SUBTRACT),
            "*", EnumSet.of(KeyCode.ASTERISK, KeyCode.MULTIPLY),
            "/", EnumSet.of(KeyCode.SLASH, KeyCode.DIVIDE),
            ".", EnumSet.of(KeyCode.PERIOD, KeyCode.DECIMAL));

    public KeyPress {
        codes = Set.copyOf(codes);
    }

    /// @throws IllegalArgumentException for a name that no key has
    public static KeyPress of(String name) {
        String rest = name;
        boolean control = rest.startsWith(CONTROL);
        rest = control ? rest.substring(CONTROL.length()) : rest;
        boolean alt = rest.startsWith(ALT);
        rest = alt ? rest.substring(ALT.length()) : rest;
        boolean shift = rest.startsWith(SHIFT);
        rest = shift ? rest.substring(SHIFT.length()) : rest;
        return new KeyPress(name, codes(rest), control, alt, shift);
    }

    private static Set<KeyCode> codes(String name) {
        if (SIGNS.containsKey(name)) {
            return SIGNS.get(name);
        }
        if (NAMED.containsKey(name)) {
            return EnumSet.of(NAMED.get(name));
        }
        if (name.length() == 1 && Character.isDigit(name.charAt(0))) {
            return EnumSet.of(KeyCode.valueOf("DIGIT" + name), KeyCode.valueOf("NUMPAD" + name));
        }
        return EnumSet.of(KeyCode.valueOf(name));
    }

    public boolean matches(KeyEvent event) {
        boolean shiftFits = shift == event.isShiftDown() || !shift && !codes.contains(KeyCode.ENTER);
        return codes.contains(event.getCode()) && plain(event, control, alt) && shiftFits;
    }

    /// True when a key is pressed with exactly these others, whatever Shift does.
    static boolean plain(KeyEvent event, boolean control, boolean alt) {
        return control == (event.isControlDown() || event.isShortcutDown()) && alt == event.isAltDown();
    }
}
