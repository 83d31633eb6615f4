package vn.hoidan.client.ui.kit;

/// A key of a screen and what it does, for the sheet that F1 shows.
///
/// @param keys as printed on the keyboard: `Enter`, `1–5`, `Ctrl+↓`
/// @param act  what it does, in the window's language
/// @param here it does so where one stands now; else elsewhere on the same screen
public record KeyHint(String keys, String act, boolean here) {
    /// A key that does it wherever one stands.
    public KeyHint(String keys, String act) {
        this(keys, act, true);
    }
}
