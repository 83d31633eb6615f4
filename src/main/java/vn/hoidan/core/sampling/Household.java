package vn.hoidan.core.sampling;

/// A listed household. Label and place can tell who lives there: on a device both are sealed.
///
/// @param number its number in the village's listing, from 1
/// @param label  what the enumerator calls it: `Hộ 017`; empty for one that the enumerator found
/// @param place  how to find it
public record Household(int number, String label, String place) {
}
