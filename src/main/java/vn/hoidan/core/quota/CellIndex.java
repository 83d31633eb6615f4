package vn.hoidan.core.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.questionnaire.Path;

/// Finds the hard cells of an interview, and the bundles that there can be at a place, without looking through all
/// cells of the survey.
public final class CellIndex {

    private final Areas areas;
    private final Map<AreaKey, List<Constraint>> byArea = new HashMap<>();
    private final Map<AreaKey, Map<Kind, Long>> wantedBelow = new HashMap<>();

    /// Cells of one kind are about the same questions in areas of the same level; an interview falls in one of them at
    /// most.
    private record Kind(AreaLevel level, Set<Path> questions) {
        static Kind of(Constraint constraint) {
            return new Kind(constraint.level(), constraint.answers().questions());
        }
    }

    public CellIndex(Areas areas, List<Constraint> constraints) {
        this.areas = areas;
        for (Constraint constraint : constraints) {
            byArea.computeIfAbsent(constraint.area(), key -> new ArrayList<>()).add(constraint);
            if (areas.find(constraint.area()).isPresent()) {
                for (Area area : areas.upwards(constraint.area())) {
                    wantedBelow.computeIfAbsent(area.key(), key -> new HashMap<>())
                            .merge(Kind.of(constraint), (long) constraint.target(), Long::sum);
                }
            }
        }
    }

    /// Every cell of an interview made here with these answers, nearest area first.
    public List<CellKey> cellsOf(AreaKey place, Map<Path, String> answers) {
        List<CellKey> cells = new ArrayList<>();
        for (Area area : areas.upwards(place)) {
            for (Constraint constraint : byArea.getOrDefault(area.key(), List.of())) {
                if (constraint.answers().holds(answers)) {
                    cells.add(constraint.cell());
                }
            }
        }
        return cells;
    }

    /// Every bundle that an interview made in this area or below it can have.
    public List<Bundle> bundlesIn(AreaKey workplace) {
        Set<List<CellKey>> found = new LinkedHashSet<>();
        Set<List<AreaKey>> seen = new LinkedHashSet<>();
        collect(workplace, seen, found);
        return found.stream().filter(cells -> !cells.isEmpty()).map(Bundle::new).toList();
    }

    private void collect(AreaKey place, Set<List<AreaKey>> seen, Set<List<CellKey>> found) {
        List<Area> below = areas.below(place);
        if (below.isEmpty()) {
            List<AreaKey> path = areas.upwards(place).stream().map(Area::key).filter(byArea::containsKey).toList();
            if (seen.add(path)) {
                bundles(path, found);
            }
        }
        below.forEach(area -> collect(area.key(), seen, found));
    }

    private void bundles(List<AreaKey> path, Set<List<CellKey>> found) {
        Map<Kind, List<Constraint>> groups = new LinkedHashMap<>();
        path.forEach(area -> byArea.get(area)
                .forEach(each -> groups.computeIfAbsent(Kind.of(each), key -> new ArrayList<>()).add(each)));
        choose(new ArrayList<>(groups.values()), 0, new ArrayList<>(), path, found);
    }

    private void choose(List<List<Constraint>> groups, int next, List<Constraint> chosen, List<AreaKey> path,
            Set<List<CellKey>> found) {
        if (next == groups.size()) {
            found.add(chosen.stream().map(Constraint::cell).toList());
            return;
        }
        List<Constraint> group = groups.get(next);
        for (Constraint each : group) {
            if (chosen.stream().allMatch(other -> other.answers().meets(each.answers()))) {
                chosen.add(each);
                choose(groups, next + 1, chosen, path, found);
                chosen.removeLast();
            }
        }
        if (leavesRoomForOthers(group.getFirst(), path)) {
            choose(groups, next + 1, chosen, path, found);
        }
    }

    /// Whoever is in none of the cells of a kind is wanted only if those cells together ask for less than the cell
    /// above them, which everybody is in.
    private boolean leavesRoomForOthers(Constraint one, List<AreaKey> path) {
        if (one.answers().conditions().isEmpty()) {
            return false;
        }
        return everybodyIn(path).filter(total ->
                wantedBelow.get(total.area()).getOrDefault(Kind.of(one), Long.MAX_VALUE) < total.target())
                .isPresent();
    }

    private Optional<Constraint> everybodyIn(List<AreaKey> path) {
        return path.stream().flatMap(area -> byArea.get(area).stream())
                .filter(each -> each.answers().conditions().isEmpty()).findFirst();
    }
}
