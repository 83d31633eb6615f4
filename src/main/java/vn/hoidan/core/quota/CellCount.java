package vn.hoidan.core.quota;

/// What the server knows of one cell. Always `accepted + onLease <= target` unless the target was lowered.
///
/// @param accepted interviews that count
/// @param pending  interviews kept beyond the quota, waiting for a ruling or a free unit
/// @param onLease  units that devices hold
public record CellCount(CellKey cell, int target, int accepted, int pending, int onLease) {
    /// Interviews still wanted.
    public int left() {
        return Math.max(0, target - accepted);
    }
}
