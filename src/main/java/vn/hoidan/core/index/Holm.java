package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Many tests at once: how likely chance alone brings about any of those that are believed (Holm 1979).
final class Holm {
    private Holm() {
    }

    /// @param chances of each test by itself
    /// @return in the same order, each such that believing all below a bound is wrong anywhere no oftener than it says
    static List<Double> adjusted(List<Double> chances) {
        List<Double> adjusted = new ArrayList<>(chances);
        double highest = 0;
        int left = chances.size();
        for (int place : IntStream.range(0, chances.size()).boxed().sorted(Comparator.comparing(chances::get))
                .toList()) {
            highest = Math.max(highest, Math.min(1, chances.get(place) * left));
            adjusted.set(place, highest);
            left--;
        }
        return adjusted;
    }
}
