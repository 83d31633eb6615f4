package vn.hoidan.core.quota;

import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;

/// Names one quota cell: `district:271@2004-01-01`, or with screening answers `district:271@2004-01-01/gender=2`.
public record CellKey(String text) implements Comparable<CellKey> {
    public static CellKey of(AreaLevel level, AreaKey area) {
        return of(level, area, AnswerFilter.EVERYBODY);
    }

    public static CellKey of(AreaLevel level, AreaKey area, AnswerFilter answers) {
        return new CellKey(level.code() + ":" + area.asText() + answers.text());
    }

    @Override
    public int compareTo(CellKey other) {
        return text.compareTo(other.text);
    }
}
