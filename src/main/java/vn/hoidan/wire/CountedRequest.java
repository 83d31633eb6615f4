package vn.hoidan.wire;

import vn.hoidan.core.quota.CellKey;

/// A supervisor asks for interviews that count in a cell.
///
/// @param before number of the oldest that is known
public record CountedRequest(CellKey cell, long before) {
}
