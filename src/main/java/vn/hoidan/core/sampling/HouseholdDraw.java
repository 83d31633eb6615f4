package vn.hoidan.core.sampling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Draws a village's listed households into the order in which they are visited: the sample first, then the reserve.
public final class HouseholdDraw {
    /// Keeps the order of the reserve apart from the draw of the sample.
    private static final String RESERVE = "reserve";

    private HouseholdDraw() {
    }

    /// All households listed: the first `take` of them are the sample, those after it the reserve in a random order.
    /// A simple random sample stands in the order drawn, a systematic one in the order of the list.
    public static List<Household> ordered(List<Household> listed, int take, DrawMethod method, long seed) {
        List<Integer> sample = Draw.of(method, take, listed.size(), seed);
        Set<Integer> taken = new HashSet<>(sample);
        List<Household> ordered = new ArrayList<>(sample.stream().map(listed::get).toList());
        List<Integer> left = new ArrayList<>();
        for (int position = 0; position < listed.size(); position++) {
            if (!taken.contains(position)) {
                left.add(position);
            }
        }
        Draw.simpleRandom(left.size(), left.size(), Draw.seedFor(seed, RESERVE))
                .forEach(index -> ordered.add(listed.get(left.get(index))));
        return List.copyOf(ordered);
    }
}
