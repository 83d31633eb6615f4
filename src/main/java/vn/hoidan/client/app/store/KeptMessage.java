package vn.hoidan.client.app.store;

import vn.hoidan.core.sync.OfficeMessage;

/// A message of the office on this laptop.
///
/// @param read the person has seen it
/// @param told the office knows that
public record KeptMessage(OfficeMessage message, boolean read, boolean told) {
    /// Most that are kept; the oldest go first.
    public static final int MOST = 100;
}
