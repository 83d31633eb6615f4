package vn.hoidan.core.quota;

import java.time.Instant;
import java.util.List;

/// A device's turn at the pool, after its records are taken in and its unused units are back.
///
/// @param now     by the server's clock
/// @param bundles those that its interviews can fall in; none for a device that gets no units
/// @param grants  false while the server learns what happened before it was restored
public record Turn(String device, Instant now, Pace pace, List<Bundle> bundles, boolean grants) {
    public Turn {
        bundles = List.copyOf(bundles);
    }
}
