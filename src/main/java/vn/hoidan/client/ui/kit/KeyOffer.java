package vn.hoidan.client.ui.kit;

import java.util.Optional;

/// A key of the moment in the foot of a screen.
///
/// @param touch does what the key does; empty for a row of keys
public record KeyOffer(KeyHint hint, Optional<Runnable> touch) {
}
