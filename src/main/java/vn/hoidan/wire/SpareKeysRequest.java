package vn.hoidan.wire;

/// A laptop asks for the spare keys that it lacks.
///
/// @param turn the laptop's next, from 1
public record SpareKeysRequest(int turn) {
}
