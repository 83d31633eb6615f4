/// What all screens share: the way to the window's thread, lanes beside it, texts, theme and small controls.
/// Knows JavaFX, `client.app` and `message`; no screen.
package vn.hoidan.client.ui.kit;
