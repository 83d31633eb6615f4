package vn.hoidan.core.sampling;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.hoidan.core.area.AreaKey;

/// The households drawn in one village, in the order of the draw: the first `target` are the sample, the others are the
/// reserve, which opens in this order and only when a household ends without an interview.
///
/// @param villageName as people say it, with its commune: `Thôn 1, xã Tản Lĩnh`
/// @param target      interviews wanted
public record SampleList(ListId id, AreaKey village, String villageName, int target, List<Household> households) {
    public SampleList {
        households = List.copyOf(households);
        Set<Integer> numbers = new HashSet<>();
        for (Household household : households) {
            if (!numbers.add(household.number())) {
                throw new IllegalArgumentException("household stands twice: " + household.number());
            }
        }
        if (target < 1) {
            throw new IllegalArgumentException("target: " + target);
        }
    }
}
