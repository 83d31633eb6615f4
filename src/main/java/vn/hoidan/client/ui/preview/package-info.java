/// The author's window: a form filled in as in the field, beside it what the form says of itself. May name
/// `client.app`, `core`, `message`, the kit and the interview's screen.
package vn.hoidan.client.ui.preview;
