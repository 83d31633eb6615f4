/// The one window: top bar, banner, the stack of screens, the sheet of keys. Knows the screens, `client.ui.kit` and
/// `client.app`.
package vn.hoidan.client.ui.frame;
