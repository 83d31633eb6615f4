package vn.hoidan.form;

import java.util.ArrayList;
import java.util.List;
import org.javarosa.core.model.IFormElement;

/// The way from the top of a form to one of its parts, as JavaRosa's form indexes are built.
///
/// @param indexes   place among its brothers, at each level
/// @param positions which instance of a repeat, from 0; 0 where it is none
record Trail(List<Integer> indexes, List<Integer> positions, List<IFormElement> elements) {
    static final Trail TOP = new Trail(List.of(), List.of(), List.of());

    Trail {
        indexes = List.copyOf(indexes);
        positions = List.copyOf(positions);
        elements = List.copyOf(elements);
    }

    Trail into(int index, IFormElement element) {
        return new Trail(plus(indexes, index), plus(positions, 0), plus(elements, element));
    }

    Trail withLast(int position) {
        List<Integer> changed = new ArrayList<>(positions);
        changed.set(changed.size() - 1, position);
        return new Trail(indexes, changed, elements);
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
