package vn.hoidan.core.index;

import java.util.List;

/// Interviews that nothing in the estimates tells apart but their answers: from one village, in the same classes.
///
/// @param point   code of the village or other last area of the draw
/// @param classes one for each classifier of the count (sex, age group), "" where it was not answered
public record CountKey(String point, List<String> classes) implements Comparable<CountKey> {
    public CountKey {
        classes = List.copyOf(classes);
    }

    @Override
    public int compareTo(CountKey other) {
        int order = point.compareTo(other.point);
        for (int index = 0; order == 0 && index < Math.min(classes.size(), other.classes.size()); index++) {
            order = classes.get(index).compareTo(other.classes.get(index));
        }
        return order != 0 ? order : Integer.compare(classes.size(), other.classes.size());
    }
}
