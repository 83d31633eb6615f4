package vn.hoidan.core.quota.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.quota.declaration.DeclarationPlan.Obstacle.Reason;
import vn.hoidan.core.quota.declaration.DeclarationPlan.Step;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.server.SmallSurvey;

class DeclarationPlanTest {

    private static final Survey SURVEY = SmallSurvey.survey();
    private static final Areas AREAS = new Areas(SURVEY.areas());
    private static final CellKey VILLAGE = SmallSurvey.villageCell("27100-1");
    private static final CellKey DISTRICT = SmallSurvey.districtCell("271");

    @Test
    void changesNothingWhenTheFileSaysWhatThereIs() {
        DeclarationPlan plan = plan(SURVEY.constraints(), Map.of());
        assertTrue(plan.isEmpty());
        assertEquals(List.of(), plan.obstacles());
    }

    @Test
    void opensRetargetsAndDropsCellsThatNobodyUses() {
        List<Constraint> declared = with(DISTRICT, 9);
        declared.removeIf(each -> each.cell().equals(VILLAGE));
        Constraint commune = commune();
        declared.add(commune);
        DeclarationPlan plan = plan(declared, Map.of());
        assertEquals(List.of(new Step.Retargeted(DISTRICT, 5, 9), new Step.Opened(commune.cell(), 4),
                new Step.Dropped(VILLAGE, 3)), plan.steps());
        assertEquals(List.of(), plan.obstacles());
    }

    @Test
    void refusesToOpenACellWhereInterviewsFallOutsideIt() {
        List<Constraint> declared = new ArrayList<>(SURVEY.constraints());
        declared.add(commune());
        assertEquals(List.of(Reason.OPENED_TOO_LATE), reasons(plan(declared, Map.of(VILLAGE, use(0, 1, 0)))));
        assertEquals(List.of(), reasons(plan(declared,
                Map.of(SmallSurvey.villageCell("27500-1"), use(2, 0, 1)))), "another district");
    }

    @Test
    void refusesToDropACellInUseAndTargetsBelowWhatIsAccepted() {
        List<Constraint> dropped = new ArrayList<>(SURVEY.constraints());
        dropped.removeIf(each -> each.cell().equals(VILLAGE));
        assertEquals(List.of(Reason.DROPPED_IN_USE), reasons(plan(dropped, Map.of(VILLAGE, use(0, 0, 1)))));
        assertEquals(List.of(Reason.BELOW_ACCEPTED), reasons(plan(with(VILLAGE, 1), Map.of(VILLAGE, use(2, 0, 0)))));
        assertEquals(List.of(), reasons(plan(with(VILLAGE, 2), Map.of(VILLAGE, use(2, 0, 0)))));
    }

    @Test
    void refusesAnotherDesignAndVillagesWithoutAQuota() {
        DeclarationPlan plan = DeclarationPlan.of(before(), QuotaDeclaration.of(QuotaDesign.FREE_QUOTA,
                SURVEY.constraints().stream().filter(each -> each.area().code().startsWith("271")).toList()),
                counts(Map.of()), AREAS, villages());
        assertEquals(List.of(Reason.OTHER_DESIGN, Reason.VILLAGE_WITHOUT_CELL, Reason.VILLAGE_WITHOUT_CELL),
                reasons(plan));
    }

    private static DeclarationPlan plan(List<Constraint> declared, Map<CellKey, int[]> use) {
        return DeclarationPlan.of(before(), QuotaDeclaration.of(SURVEY.design(), declared), counts(use), AREAS,
                villages());
    }

    private static QuotaDeclaration before() {
        return QuotaDeclaration.of(SURVEY.design(), SURVEY.constraints(), SURVEY.softTargets());
    }

    private static List<AreaKey> villages() {
        return SmallSurvey.lists().stream().map(SampleList::village).toList();
    }

    private static int[] use(int accepted, int pending, int onLease) {
        return new int[] {accepted, pending, onLease};
    }

    private static List<CellCount> counts(Map<CellKey, int[]> use) {
        return SURVEY.constraints().stream().map(each -> {
            int[] used = use.getOrDefault(each.cell(), use(0, 0, 0));
            return new CellCount(each.cell(), each.target(), used[0], used[1], used[2]);
        }).toList();
    }

    private static List<Constraint> with(CellKey cell, int target) {
        return new ArrayList<>(SURVEY.constraints().stream().map(each -> each.cell().equals(cell)
                ? new Constraint(each.level(), each.area(), target) : each).toList());
    }

    private static Constraint commune() {
        return SURVEY.areas().stream().filter(area -> area.key().code().equals("27100"))
                .map(area -> new Constraint(area.level(), area.key(), 4)).findFirst().orElseThrow();
    }

    private static List<Reason> reasons(DeclarationPlan plan) {
        return plan.obstacles().stream().map(DeclarationPlan.Obstacle::reason).toList();
    }
}
