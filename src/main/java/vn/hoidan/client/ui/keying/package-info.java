/// Keying forms that were filled in on paper: for speed, by the keys alone, once or twice. May use `kit`, the readings
/// and choice keys of `question`, `client.app` and `core`.
package vn.hoidan.client.ui.keying;
