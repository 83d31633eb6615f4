package vn.hoidan.client.app.quota;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellIndex;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.SoftCount;
import vn.hoidan.core.quota.SoftTarget;
import vn.hoidan.core.quota.hand.Guidance;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.core.survey.Survey;

/// The hard quotas of a survey at one place.
public final class PlaceQuota {
    private final AreaKey place;
    private final CellIndex index;
    private final Map<CellKey, Constraint> constraints = new HashMap<>();
    private final Set<Path> questions;
    private final List<AreaKey> path;
    private final List<SoftTarget> softTargets;

    public PlaceQuota(Survey survey, AreaKey place) {
        this.place = place;
        index = new CellIndex(new Areas(survey.areas()), survey.constraints());
        path = new Areas(survey.areas()).upwards(place).stream().map(Area::key).toList();
        softTargets = survey.softTargets();
        survey.constraints().forEach(each -> constraints.put(each.cell(), each));
        questions = survey.constraints().stream().filter(each -> path.contains(each.area()))
                .flatMap(each -> each.answers().questions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// Those whose answers decide which unit an interview here needs.
    public Set<Path> questions() {
        return questions;
    }

    /// The unit that an interview with these answers needs; empty if it is in no cell, and needs none.
    public List<CellKey> cells(Map<Path, String> answers) {
        return index.cellsOf(place, answers);
    }

    /// How many kinds of person have units of their own here.
    public int groups() {
        return index.bundlesIn(place).size();
    }

    /// Whom cells are about.
    public AnswerFilter who(List<CellKey> cells) {
        return AnswerFilter.together(cells.stream().map(constraints::get).filter(Objects::nonNull)
                .map(Constraint::answers).toList());
    }

    /// Whom to look for.
    ///
    /// @param heard how many count in each soft target's group, as the office last told
    /// @param own   those that it does not know of yet
    public Advice advice(List<SoftCount> heard, OwnInterviews own) {
        return new Advice(softTargets.stream().map(target -> new Guidance.Standing(target, heard.stream()
                .filter(count -> count.group().equals(target.cell())).mapToInt(SoftCount::accepted).findFirst()
                .orElse(0) + own.in(target))).toList(), path);
    }

    /// What is left for each kind of person that somebody here can be, in the order of the quotas.
    ///
    /// @param heard what the office knows of the cells
    public List<UnitsLeft> left(Hand hand, List<CellCount> heard) {
        return index.bundlesIn(place).stream().map(bundle -> {
            OptionalInt wanted = heard.stream().filter(count -> bundle.cells().contains(count.cell()))
                    .mapToInt(CellCount::left).min();
            return new UnitsLeft(bundle, who(bundle.cells()), hand.free(bundle.cells()),
                    wanted.isPresent() ? Optional.of(wanted.getAsInt()) : Optional.empty(),
                    useBy(hand, bundle));
        }).toList();
    }

    private static Optional<Instant> useBy(Hand hand, Bundle bundle) {
        return hand.units().values().stream()
                .filter(units -> units.free() > 0 && Bundle.same(units.cells(), bundle.cells()))
                .map(UnitsInHand::useBy).min(Comparator.naturalOrder());
    }
}
