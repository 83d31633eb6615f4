package vn.hoidan.core.quota;

import java.time.Instant;
import java.util.List;

/// The right of one device to complete interviews: `units` bundles, each of one unit in every cell named. In a list
/// design it comes with the village list and both belong to one device; in a free quota it stands alone.
///
/// @param cells every hard cell that such an interview falls in
/// @param useBy after this the device warns; it never refuses for it
public record Lease(LeaseId id, List<CellKey> cells, int units, Instant grantedAt, Instant useBy) {
    public Lease {
        cells = List.copyOf(cells);
        if (units < 0) {
            throw new IllegalArgumentException("units: " + units);
        }
    }
}
