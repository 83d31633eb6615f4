package vn.hoidan.core.survey;

/// A laptop that was enrolled before and that the office knows no longer, or no longer believes: it keeps its name, its
/// store and everything in it, and begins another log.
///
/// @param device      its name
/// @param incarnation of its log as it stands there
/// @param person      name of the person whose store it is
public record Rejoining(String device, int incarnation, String person) {
}
