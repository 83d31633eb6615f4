package vn.hoidan.core.quota;

import java.time.Instant;
import java.util.List;

/// A device's turn at the pool, after its records are taken in and its unused units are back. A device that asks by
/// another road than the network keeps what it has, since the answer may take days: it gets what it lacks besides.
///
/// @param now     by the server's clock
/// @param bundles those that its interviews can fall in; none for a device that gets no units
/// @param grants  false while the server learns what happened before it was restored
/// @param kept    leases whose units the device goes on using
public record Turn(String device, Instant now, Pace pace, List<Bundle> bundles, boolean grants,
        List<HeldLease> kept) {
    public Turn {
        bundles = List.copyOf(bundles);
        kept = List.copyOf(kept);
    }

    /// Of a device whose unused units are back.
    public Turn(String device, Instant now, Pace pace, List<Bundle> bundles, boolean grants) {
        this(device, now, pace, bundles, grants, List.of());
    }

    /// Units of a bundle that the device has and keeps.
    int kept(Bundle bundle) {
        return kept.stream().filter(lease -> Bundle.same(lease.cells(), bundle.cells())).mapToInt(HeldLease::left)
                .sum();
    }

    /// Units of a cell that the device has and keeps.
    int kept(CellKey cell) {
        return kept.stream().filter(lease -> lease.cells().contains(cell)).mapToInt(HeldLease::left).sum();
    }
}
