/// The supervisor's quota board: areas with their bars, the same as a table, and the devices. Knows `client.ui.kit` and
/// `client.app`.
package vn.hoidan.client.ui.board;
