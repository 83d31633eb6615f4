package vn.hoidan.core.pack;

import java.util.Map;

/// Patterns of the invented names of practice, from the pack; words in braces are replaced.
///
/// @param villageKinds   title of a village by the title of its commune: `Xã` has `Thôn`
/// @param villageName    with `{number}`
/// @param listName       with `{village}` and `{commune}`
/// @param householdLabel with `{number}`
/// @param householdPlace with `{lane}` and `{house}`
public record PracticeTexts(Map<String, String> villageKinds, String villageName, String listName,
        String householdLabel, String householdPlace) {
    public PracticeTexts {
        villageKinds = Map.copyOf(villageKinds);
    }
}
