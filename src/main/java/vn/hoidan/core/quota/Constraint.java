package vn.hoidan.core.quota;

import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;

/// A hard quota: never more than `target` accepted interviews from this area with these screening answers.
public record Constraint(AreaLevel level, AreaKey area, AnswerFilter answers, int target) {
    public Constraint {
        if (target < 0) {
            throw new IllegalArgumentException("target: " + target);
        }
    }

    /// One for everybody in the area.
    public Constraint(AreaLevel level, AreaKey area, int target) {
        this(level, area, AnswerFilter.EVERYBODY, target);
    }

    /// The same with another target.
    public Constraint wanting(int other) {
        return new Constraint(level, area, answers, other);
    }

    public CellKey cell() {
        return CellKey.of(level, area, answers);
    }
}
