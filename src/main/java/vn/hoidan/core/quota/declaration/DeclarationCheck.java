package vn.hoidan.core.quota.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.CellIndex;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.declaration.DeclarationFault.Reason;

/// Looks for contradictions in a declaration. Nothing is mended silently: a survey with faults is not created.
public final class DeclarationCheck {

    /// Most kinds of units that one laptop may have to be given.
    public static final int MOST_BUNDLES = 2_000;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,6}");

    private final QuotaDeclaration declaration;
    private final Areas areas;
    private final Map<Path, ScreeningQuestion> questions;
    private final List<DeclarationFault> faults = new ArrayList<>();

    private DeclarationCheck(QuotaDeclaration declaration, Areas areas, List<ScreeningQuestion> questions) {
        this.declaration = declaration;
        this.areas = areas;
        this.questions = questions.stream().collect(Collectors.toMap(ScreeningQuestion::path, each -> each));
    }

    /// @param questions those that a quota may look at
    /// @return what is wrong, by row; empty if it can be used
    public static List<DeclarationFault> faultsOf(QuotaDeclaration declaration, Areas areas,
            List<ScreeningQuestion> questions) {
        DeclarationCheck check = new DeclarationCheck(declaration, areas, questions);
        if (declaration.hard().isEmpty()) {
            check.fault(0, Reason.NOTHING_DECLARED);
        }
        check.rows();
        if (check.faults.isEmpty()) {
            check.overlaps();
            check.sums();
            check.bundles();
        }
        return check.faults;
    }

    /// What is wrong with single rows, whatever the others say.
    static List<DeclarationFault> faultsOfRows(QuotaDeclaration declaration, Areas areas,
            List<ScreeningQuestion> questions) {
        DeclarationCheck check = new DeclarationCheck(declaration, areas, questions);
        check.rows();
        return check.faults;
    }

    private void rows() {
        for (QuotaDeclaration.Hard hard : declaration.hard()) {
            Constraint constraint = hard.constraint();
            place(hard.row(), constraint.level(), constraint.area());
            answers(hard.row(), constraint.answers());
            if (declaration.design().isList() && !constraint.answers().conditions().isEmpty()) {
                fault(hard.row(), Reason.ANSWERS_IN_LIST_DESIGN);
            }
        }
        declaration.soft().forEach(soft -> {
            place(soft.row(), soft.target().level(), soft.target().area());
            answers(soft.row(), soft.target().answers());
        });
    }

    private void place(int row, AreaLevel level, AreaKey key) {
        Optional<Area> area = areas.find(key);
        if (area.isEmpty()) {
            fault(row, Reason.UNKNOWN_AREA, key.asText());
        } else if (area.get().level() != level) {
            fault(row, Reason.AREA_OF_OTHER_LEVEL, key.asText(), area.get().level().code());
        }
    }

    private void answers(int row, AnswerFilter filter) {
        for (AnswerCondition condition : filter.conditions()) {
            ScreeningQuestion question = questions.get(condition.question());
            if (question == null) {
                fault(row, Reason.UNKNOWN_QUESTION, condition.question().name());
                continue;
            }
            switch (condition) {
                case AnswerCondition.OneOf oneOf -> oneOf.choices().stream()
                        .filter(choice -> question.number() ? !WHOLE_NUMBER.matcher(choice).matches()
                                : !question.choices().contains(choice))
                        .forEach(choice -> fault(row, Reason.UNKNOWN_CHOICE, question.path().name(), choice));
                case AnswerCondition.Between between -> {
                    if (!question.number()) {
                        fault(row, Reason.NO_NUMBER, between.question().name());
                    }
                }
            }
        }
    }

    /// Cells about the same questions in the same area: no person may fall in two of them.
    private void overlaps() {
        Map<String, List<QuotaDeclaration.Hard>> groups = new LinkedHashMap<>();
        Map<CellKey, QuotaDeclaration.Hard> seen = new HashMap<>();
        for (QuotaDeclaration.Hard hard : declaration.hard()) {
            QuotaDeclaration.Hard same = seen.putIfAbsent(hard.constraint().cell(), hard);
            if (same != null) {
                fault(hard.row(), Reason.SAME_CELL_TWICE, String.valueOf(same.row()));
                continue;
            }
            List<QuotaDeclaration.Hard> group = groups.computeIfAbsent(
                    hard.constraint().area().asText() + kindOf(hard.constraint()), key -> new ArrayList<>());
            group.stream().filter(other -> other.constraint().answers().meets(hard.constraint().answers())).findFirst()
                    .ifPresent(other -> fault(hard.row(), Reason.CELLS_OVERLAP, String.valueOf(other.row())));
            group.add(hard);
        }
    }

    /// Cells of one kind within a cell above them never ask for more than it does: the last of them could not be
    /// filled.
    private void sums() {
        Map<AreaKey, List<QuotaDeclaration.Hard>> byArea = new HashMap<>();
        declaration.hard().forEach(hard ->
                byArea.computeIfAbsent(hard.constraint().area(), key -> new ArrayList<>()).add(hard));
        Map<QuotaDeclaration.Hard, Map<String, Long>> below = new LinkedHashMap<>();
        for (QuotaDeclaration.Hard child : declaration.hard()) {
            for (Area area : areas.upwards(child.constraint().area())) {
                for (QuotaDeclaration.Hard parent : byArea.getOrDefault(area.key(), List.of())) {
                    if (child != parent && isWithin(child.constraint(), parent.constraint())) {
                        below.computeIfAbsent(parent, key -> new LinkedHashMap<>())
                                .merge(kindOf(child.constraint()), (long) child.constraint().target(), Long::sum);
                    }
                }
            }
        }
        below.forEach((parent, sums) -> sums.values().stream()
                .filter(sum -> sum > parent.constraint().target()).findFirst()
                .ifPresent(sum -> fault(parent.row(), Reason.CHILDREN_ABOVE_PARENT,
                        parent.constraint().cell().text(), String.valueOf(parent.constraint().target()),
                        String.valueOf(sum))));
    }

    /// The child's area is known to lie at or below the parent's.
    private static boolean isWithin(Constraint child, Constraint parent) {
        return child.answers().within(parent.answers()) && !kindOf(child).equals(kindOf(parent));
    }

    private static String kindOf(Constraint constraint) {
        Set<Path> asked = constraint.answers().questions();
        return constraint.level().code() + asked.stream().map(Path::text).sorted().toList();
    }

    private void bundles() {
        if (!faults.isEmpty() || declaration.design().isList()) {
            return;
        }
        CellIndex index = new CellIndex(areas, declaration.constraints());
        for (Area area : areas.all()) {
            if (area.parent().isEmpty()) {
                int count = index.bundlesIn(area.key()).size();
                if (count > MOST_BUNDLES) {
                    fault(0, Reason.TOO_MANY_BUNDLES, String.valueOf(count), String.valueOf(MOST_BUNDLES));
                }
            }
        }
    }

    private void fault(int row, Reason reason, String... details) {
        faults.add(DeclarationFault.at(row, reason, details));
    }
}
