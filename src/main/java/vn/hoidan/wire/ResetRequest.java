package vn.hoidan.wire;

import vn.hoidan.core.access.SpokenCode;

/// A locked laptop shows the one-time code that the office gave to its person.
///
/// @param device name of the laptop
/// @param turn   the laptop's turn
/// @param code   the one-time code
public record ResetRequest(String device, int turn, SpokenCode code) {
}
