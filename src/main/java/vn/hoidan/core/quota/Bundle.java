package vn.hoidan.core.quota;

import java.util.List;

/// The hard cells that one interview falls in, together. Units are granted, moved and used by the bundle.
public record Bundle(List<CellKey> cells) {
    public Bundle {
        cells = List.copyOf(cells);
        if (cells.isEmpty() || cells.stream().distinct().count() != cells.size()) {
            throw new IllegalArgumentException("bundle: " + cells);
        }
    }

    /// True if these are the cells of one bundle, in whatever order. Neither holds a cell twice.
    public static boolean same(List<CellKey> one, List<CellKey> other) {
        return one.equals(other) || one.size() == other.size() && one.containsAll(other);
    }
}
