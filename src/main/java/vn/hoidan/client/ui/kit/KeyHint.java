package vn.hoidan.client.ui.kit;

/// A key of a screen and what it does, for the sheet that F1 shows.
///
/// @param keys as printed on the keyboard: `Enter`, `1–5`, `Ctrl+↓`
/// @param act  what it does, in the window's language
public record KeyHint(String keys, String act) {
}
