package vn.hoidan.server.app.quota;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellIndex;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.SoftTarget;
import vn.hoidan.core.survey.Survey;

/// Which quota cells and groups an interview of a survey falls in. Made once for each state of a survey.
public final class QuotaCells {

    private final Survey survey;
    private final Areas areas;
    private final CellIndex hard;
    private final CellIndex soft;
    private final Map<AreaKey, List<Bundle>> bundles = new ConcurrentHashMap<>();

    private QuotaCells(Survey survey) {
        this.survey = survey;
        areas = new Areas(survey.areas());
        hard = new CellIndex(areas, survey.constraints());
        soft = new CellIndex(areas, survey.softTargets().stream()
                .map(each -> new Constraint(each.level(), each.area(), each.answers(), each.target())).toList());
    }

    /// All that the survey declares.
    public static QuotaCells of(Survey survey) {
        return new QuotaCells(survey);
    }

    /// Whose cells they are.
    public Survey survey() {
        return survey;
    }

    Areas areas() {
        return areas;
    }

    /// The hard cells of everybody interviewed here, nearest first.
    public List<CellKey> at(AreaKey place) {
        return hard.cellsOf(place, Map.of());
    }

    /// The hard cells of an interview held here, nearest first. In a list design answers never matter.
    public List<CellKey> at(AreaKey place, Map<Path, String> answers) {
        return survey.design().isList() ? at(place) : hard.cellsOf(place, answers);
    }

    /// The groups of soft targets that such an interview falls in.
    public List<CellKey> groupsAt(AreaKey place, Map<Path, String> answers) {
        return soft.cellsOf(place, answers);
    }

    /// Every bundle that interviews in these areas can have.
    public List<Bundle> bundlesIn(Collection<AreaKey> workplaces) {
        Set<Bundle> found = new LinkedHashSet<>();
        workplaces.forEach(area -> found.addAll(bundles.computeIfAbsent(area, hard::bundlesIn)));
        return List.copyOf(found);
    }

    /// Every hard cell that interviews in these areas can fall in.
    public List<CellKey> cellsIn(Collection<AreaKey> workplaces) {
        Set<CellKey> found = new LinkedHashSet<>();
        bundlesIn(workplaces).forEach(bundle -> found.addAll(bundle.cells()));
        return List.copyOf(found);
    }

    /// The groups of soft targets that people in these areas can fall in.
    public List<CellKey> groupsIn(Collection<AreaKey> workplaces) {
        if (survey.softTargets().isEmpty()) {
            return List.of();
        }
        Set<AreaKey> around = new HashSet<>();
        for (AreaKey workplace : workplaces) {
            areas.upwards(workplace).forEach(area -> around.add(area.key()));
            placesIn(workplace).forEach(place -> areas.upwards(place.key()).forEach(area -> around.add(area.key())));
        }
        return survey.softTargets().stream().filter(each -> around.contains(each.area())).map(SoftTarget::cell)
                .distinct().toList();
    }

    /// The areas at or below this one that no other lies below.
    List<Area> placesIn(AreaKey area) {
        List<Area> below = areas.below(area);
        if (below.isEmpty()) {
            return List.of(areas.get(area));
        }
        List<Area> places = new ArrayList<>();
        below.forEach(each -> places.addAll(placesIn(each.key())));
        return places;
    }
}
