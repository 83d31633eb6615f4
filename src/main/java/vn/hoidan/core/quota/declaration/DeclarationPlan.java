package vn.hoidan.core.quota.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;

/// What a declaration would change in a survey that exists, and what stands against it.
///
/// @param softChanged the soft targets would be others
/// @param obstacles   empty if it can be done
public record DeclarationPlan(List<Step> steps, boolean softChanged, List<Obstacle> obstacles) {

    public DeclarationPlan {
        steps = List.copyOf(steps);
        obstacles = List.copyOf(obstacles);
    }

    /// One cell that would change.
    public sealed interface Step {
        CellKey cell();

        record Opened(CellKey cell, int target) implements Step {
        }

        record Retargeted(CellKey cell, int before, int target) implements Step {
        }

        /// The cell would no longer count.
        record Dropped(CellKey cell, int before) implements Step {
        }
    }

    /// Why it cannot be done.
    ///
    /// @param details what the words of the reason are filled with, in their order
    public record Obstacle(Reason reason, List<String> details) {
        public Obstacle {
            details = List.copyOf(details);
        }

        static Obstacle of(Reason reason, String... details) {
            return new Obstacle(reason, List.of(details));
        }

        /// Each has its sentence in the message files.
        public enum Reason {
            /// How people are found cannot change once lists are drawn or places assigned. Details: design there is,
            /// design declared.
            OTHER_DESIGN("other-design"),
            /// The new cell would not count interviews held or units given out already. Details: the cell.
            OPENED_TOO_LATE("opened-too-late"),
            /// Interviews are counted in it, or units are out. Details: the cell.
            DROPPED_IN_USE("dropped-in-use"),
            /// Details: the cell, target declared, accepted interviews.
            BELOW_ACCEPTED("below-accepted"),
            /// A village of the sample, or a place of a free quota, would have no quota that counts everybody. Details:
            /// its name, its key.
            VILLAGE_WITHOUT_CELL("village-without-cell");

            private final String code;

            Reason(String code) {
                this.code = code;
            }

            /// The key of its sentence.
            public String code() {
                return code;
            }
        }
    }

    /// Nothing would change.
    public boolean isEmpty() {
        return steps.isEmpty() && !softChanged;
    }

    /// @param before   as the survey is now
    /// @param counts   of its cells
    /// @param villages of its lists
    public static DeclarationPlan of(QuotaDeclaration before, QuotaDeclaration declared, List<CellCount> counts,
            Areas areas, List<AreaKey> villages) {
        return new Maker(before, declared, counts, areas, villages).plan();
    }

    private static final class Maker {
        private final QuotaDeclaration before;
        private final QuotaDeclaration declared;
        private final Map<CellKey, CellCount> counts;
        private final Areas areas;
        private final List<AreaKey> villages;
        private final List<Step> steps = new ArrayList<>();
        private final List<Obstacle> obstacles = new ArrayList<>();

        Maker(QuotaDeclaration before, QuotaDeclaration declared, List<CellCount> counts, Areas areas,
                List<AreaKey> villages) {
            this.before = before;
            this.declared = declared;
            this.counts = counts.stream().collect(Collectors.toMap(CellCount::cell, Function.identity()));
            this.areas = areas;
            this.villages = villages;
        }

        DeclarationPlan plan() {
            if (before.design() != declared.design() && isBegun()) {
                obstacles.add(Obstacle.of(Obstacle.Reason.OTHER_DESIGN, before.design().code(),
                        declared.design().code()));
            }
            Set<CellKey> old = cells(before);
            Map<AreaKey, CellKey> used = nearestUsed();
            for (Constraint constraint : declared.constraints()) {
                if (old.contains(constraint.cell())) {
                    retarget(constraint);
                } else {
                    open(constraint, used);
                }
            }
            Set<CellKey> kept = cells(declared);
            before.constraints().stream().map(Constraint::cell).filter(cell -> !kept.contains(cell))
                    .forEach(this::drop);
            villagesLeftAlone();
            boolean soft = !new HashSet<>(before.softTargets()).equals(new HashSet<>(declared.softTargets()));
            return new DeclarationPlan(steps, soft, obstacles);
        }

        /// Somebody was drawn, or works somewhere, or something was counted.
        private boolean isBegun() {
            return !villages.isEmpty() || counts.values().stream().anyMatch(Maker::isUsed);
        }

        private void retarget(Constraint constraint) {
            CellCount count = countOf(constraint.cell());
            if (count.target() == constraint.target()) {
                return;
            }
            steps.add(new Step.Retargeted(constraint.cell(), count.target(), constraint.target()));
            if (constraint.target() < count.accepted()) {
                obstacles.add(Obstacle.of(Obstacle.Reason.BELOW_ACCEPTED, constraint.cell().text(),
                        String.valueOf(constraint.target()), String.valueOf(count.accepted())));
            }
        }

        private void open(Constraint constraint, Map<AreaKey, CellKey> used) {
            steps.add(new Step.Opened(constraint.cell(), constraint.target()));
            if (used.keySet().stream().anyMatch(village -> isIn(village, constraint.area()))) {
                obstacles.add(Obstacle.of(Obstacle.Reason.OPENED_TOO_LATE, constraint.cell().text()));
            }
        }

        private void drop(CellKey cell) {
            CellCount count = countOf(cell);
            steps.add(new Step.Dropped(cell, count.target()));
            if (isUsed(count)) {
                obstacles.add(Obstacle.of(Obstacle.Reason.DROPPED_IN_USE, cell.text()));
            }
        }

        private void villagesLeftAlone() {
            Set<AreaKey> covered = declared.constraints().stream()
                    .filter(each -> each.answers().conditions().isEmpty()).map(Constraint::area)
                    .collect(Collectors.toSet());
            villages.stream().distinct()
                    .filter(village -> areas.upwards(village).stream().map(Area::key).noneMatch(covered::contains))
                    .forEach(village -> obstacles.add(Obstacle.of(Obstacle.Reason.VILLAGE_WITHOUT_CELL,
                            areas.get(village).fullName(), village.asText())));
        }

        /// Villages whose nearest cell has interviews or units out.
        private Map<AreaKey, CellKey> nearestUsed() {
            Map<AreaKey, CellKey> byArea = new HashMap<>();
            before.constraints().forEach(each -> byArea.putIfAbsent(each.area(), each.cell()));
            Map<AreaKey, CellKey> used = new HashMap<>();
            for (AreaKey village : villages) {
                areas.upwards(village).stream().map(Area::key).filter(byArea::containsKey).findFirst()
                        .map(byArea::get).filter(cell -> isUsed(countOf(cell)))
                        .ifPresent(cell -> used.put(village, cell));
            }
            return used;
        }

        private boolean isIn(AreaKey village, AreaKey area) {
            return areas.upwards(village).stream().anyMatch(each -> each.key().equals(area));
        }

        private CellCount countOf(CellKey cell) {
            return Optional.ofNullable(counts.get(cell))
                    .orElseThrow(() -> new IllegalStateException("cell without counts: " + cell.text()));
        }

        private static boolean isUsed(CellCount count) {
            return count.accepted() + count.pending() + count.onLease() > 0;
        }

        private static Set<CellKey> cells(QuotaDeclaration declaration) {
            return declaration.constraints().stream().map(Constraint::cell).collect(Collectors.toSet());
        }
    }
}
