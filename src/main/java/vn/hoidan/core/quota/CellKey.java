package vn.hoidan.core.quota;

import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;

/// Names one quota cell: `district:271@2004-01-01`.
public record CellKey(String text) implements Comparable<CellKey> {
    public static CellKey of(AreaLevel level, AreaKey area) {
        return new CellKey(level.code() + ":" + area.asText());
    }

    @Override
    public int compareTo(CellKey other) {
        return text.compareTo(other.text);
    }
}
