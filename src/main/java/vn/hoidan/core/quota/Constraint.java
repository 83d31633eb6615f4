package vn.hoidan.core.quota;

import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;

/// A hard quota: never more than `target` accepted interviews from this area.
public record Constraint(AreaLevel level, AreaKey area, int target) {
    public Constraint {
        if (target < 0) {
            throw new IllegalArgumentException("target: " + target);
        }
    }

    public CellKey cell() {
        return CellKey.of(level, area);
    }
}
