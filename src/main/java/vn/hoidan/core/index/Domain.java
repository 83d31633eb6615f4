package vn.hoidan.core.index;

import java.util.Set;

/// A part of the population: everybody, some villages, a class of respondents.
@FunctionalInterface
public interface Domain {
    boolean has(CountKey key);

    static Domain whole() {
        return key -> true;
    }

    static Domain points(Set<String> codes) {
        Set<String> kept = Set.copyOf(codes);
        return key -> kept.contains(key.point());
    }

    /// @param classifier place among the classifiers of the count
    static Domain ofClass(int classifier, String value) {
        return key -> key.classes().get(classifier).equals(value);
    }

    default Domain and(Domain other) {
        return key -> has(key) && other.has(key);
    }
}
