/// The satisfaction index as the office counted it, for supervisors: charts with intervals, tables, the method. Knows
/// `client.ui.kit`, `client.app` and `core`; its words are those of the printed report.
package vn.hoidan.client.ui.index;
