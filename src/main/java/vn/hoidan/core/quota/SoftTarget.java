package vn.hoidan.core.quota;

import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;

/// A group that the sample should have so many of. It guides whom to ask and never refuses anybody.
///
/// @param floor fewer than this and the group cannot be weighted; at most the target
public record SoftTarget(AreaLevel level, AreaKey area, AnswerFilter answers, int target, int floor) {
    public SoftTarget {
        if (target < 0 || floor < 0 || floor > target) {
            throw new IllegalArgumentException("soft target " + target + ", floor " + floor);
        }
    }

    public CellKey cell() {
        return CellKey.of(level, area, answers);
    }
}
