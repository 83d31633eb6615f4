/// The screen for work that travels by stick or by colleagues. Knows `client.ui.kit` and the ports of `client.app`.
package vn.hoidan.client.ui.carry;
