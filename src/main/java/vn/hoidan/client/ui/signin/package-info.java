/// The screen before anybody works: who you are, joining, the PIN; and copies of
/// what it locks. Knows `client.ui.kit` and `client.app`.
package vn.hoidan.client.ui.signin;
