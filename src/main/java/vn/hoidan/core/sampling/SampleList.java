package vn.hoidan.core.sampling;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.hoidan.core.area.AreaKey;

/// The households drawn in one village, in the order of the draw: the first `target` are the sample, the others are the
/// reserve, which opens in this order and only when a household ends without an interview.
///
/// @param villageName as people say it, with its commune: `Thôn 1, xã Tản Lĩnh`
/// In a free quota nobody is drawn: the list is *open*, has no target and no households, and the enumerator numbers the
/// households he or she comes to. An open list belongs to one device for ever, so that no number is given twice.
///
/// @param target      interviews wanted; 0 for an open list
public record SampleList(ListId id, AreaKey village, String villageName, int target, List<Household> households) {

    /// Most households that an enumerator may number in an open list.
    public static final int MOST_FOUND = 9_999;

    public SampleList {
        households = List.copyOf(households);
        Set<Integer> numbers = new HashSet<>();
        for (Household household : households) {
            if (!numbers.add(household.number())) {
                throw new IllegalArgumentException("household stands twice: " + household.number());
            }
        }
        if (target < 0 || target == 0 && !households.isEmpty()) {
            throw new IllegalArgumentException("target: " + target);
        }
    }

    /// A place where nobody was drawn.
    public static SampleList open(ListId id, AreaKey place, String name) {
        return new SampleList(id, place, name, 0, List.of());
    }

    public boolean isOpen() {
        return target == 0;
    }
}
