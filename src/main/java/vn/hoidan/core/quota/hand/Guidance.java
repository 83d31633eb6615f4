package vn.hoidan.core.quota.hand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.SoftTarget;

/// Whom to ask for among the adults at home: the one whose group is furthest behind. Guidance only; whoever comes to
/// the door may be interviewed.
///
/// @param adults the one to ask for first, then the others in the order in which to ask
public record Guidance(List<Adult> adults) {
    public Guidance {
        adults = List.copyOf(adults);
    }

    /// How far a group is, by what the office last told and what was done here since.
    public record Standing(SoftTarget target, int interviews) {
        /// Part of its target that is missing; 0 once it is reached.
        public double lack() {
            return target.target() == 0 ? 0 : Math.max(0, target.target() - interviews) / (double) target.target();
        }

        boolean belowFloor() {
            return interviews < target.floor();
        }
    }

    /// @param place   in the list that was asked about, from 0
    /// @param group   his or her group that is furthest behind; empty if none of them lacks anybody
    /// @param missing interviews that the group still lacks
    public record Adult(int place, Optional<SoftTarget> group, int missing) {
    }

    /// @param standings of the soft targets
    /// @param here      the village's area and those above it
    /// @param adults    what is known of each adult at home, by screening question
    public static Guidance among(List<Standing> standings, List<AreaKey> here, List<Map<Path, String>> adults) {
        List<Standing> near = standings.stream().filter(each -> here.contains(each.target().area())).toList();
        record Ranked(int place, Optional<Standing> furthest) {
        }
        List<Ranked> ranked = new ArrayList<>();
        for (int place = 0; place < adults.size(); place++) {
            Map<Path, String> adult = adults.get(place);
            ranked.add(new Ranked(place, near.stream().filter(each -> each.target().answers().holds(adult))
                    .filter(each -> each.lack() > 0).max(Comparator.comparing(Standing::belowFloor)
                            .thenComparing(Standing::lack))));
        }
        ranked.sort(Comparator.comparing((Ranked each) -> each.furthest().isEmpty())
                .thenComparing(each -> each.furthest().map(lack -> !lack.belowFloor()).orElse(true))
                .thenComparing(each -> -each.furthest().map(Standing::lack).orElse(0.0)));
        return new Guidance(ranked.stream().map(each -> new Adult(each.place(),
                each.furthest().map(Standing::target),
                each.furthest().map(lack -> lack.target().target() - lack.interviews()).orElse(0))).toList());
    }
}
