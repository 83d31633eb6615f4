package vn.hoidan.client.app.quota;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.hand.Guidance;

/// Whom to look for at a place, by what the office last told of the soft targets and what was done
/// here since. It never refuses anybody.
///
/// @param standings how far each group is
/// @param here      the place and the areas above it
public record Advice(List<Guidance.Standing> standings, List<AreaKey> here) {
    public Advice {
        standings = List.copyOf(standings);
        here = List.copyOf(here);
    }

    /// The group that is furthest behind; empty if none lacks anybody.
    public Optional<Guidance.Standing> furthestBehind() {
        return standings.stream().filter(each -> here.contains(each.target().area()))
                .filter(each -> each.lack() > 0).max(Comparator.comparing(Guidance.Standing::lack));
    }

    /// Whom of the adults at home to ask first.
    ///
    /// @param adults what is known of each, by screening question
    public Guidance among(List<Map<Path, String>> adults) {
        return Guidance.among(standings, here, adults);
    }

    /// What has to be known of an adult.
    public Set<Path> questions() {
        return standings.stream().flatMap(each -> each.target().answers().questions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
