package vn.hoidan.server.app.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.quota.declaration.DeclarationPlan;
import vn.hoidan.core.quota.declaration.QuotaDeclaration;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Interviews;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.book.SampleLists;
import vn.hoidan.server.app.book.Staff;

/// Plans and applies a declaration of quotas, within the transaction of the decision.
final class Declarations {

    private final RecordReader reader;
    private final QuotaTurns turns;

    Declarations(RecordReader reader, QuotaTurns turns) {
        this.reader = reader;
        this.turns = turns;
    }

    static DeclarationPlan plan(CentralStore.Central central, SurveyId survey, QuotaDeclaration declared) {
        Survey found = central.surveys().find(survey).orElseThrow(
                () -> Problem.of(ProblemKind.SURVEY_UNKNOWN, "name", survey.text()).exception());
        QuotaCells cells = QuotaCells.of(found);
        List<AreaKey> villages = new ArrayList<>(central.lists().of(survey).stream()
                .map(SampleLists.Entry::village).toList());
        people(central, survey).forEach((person, areas) -> areas.forEach(area -> cells.placesIn(area)
                .forEach(place -> villages.add(place.key()))));
        return DeclarationPlan.of(QuotaDeclaration.of(found.design(), found.constraints(), found.softTargets()),
                declared, central.ledger().counts(survey), cells.areas(), villages);
    }

    /// Carries out a plan without obstacles. Cells that are dropped want nothing from now on and stay in the ledger.
    void apply(CentralStore.Central central, SurveyId survey, QuotaDeclaration declared, DeclarationPlan plan,
            Instant now) {
        Map<CellKey, Constraint> wanted = new LinkedHashMap<>();
        declared.constraints().forEach(each -> wanted.put(each.cell(), each));
        for (DeclarationPlan.Step step : plan.steps()) {
            switch (step) {
                case DeclarationPlan.Step.Opened opened -> {
                    central.ledger().addCell(survey, wanted.get(opened.cell()));
                    want(central, survey, opened.cell(), opened.target(), now);
                }
                case DeclarationPlan.Step.Retargeted changed ->
                        want(central, survey, changed.cell(), changed.target(), now);
                case DeclarationPlan.Step.Dropped dropped -> want(central, survey, dropped.cell(), 0, now);
            }
        }
        Survey next = central.surveys().find(survey).orElseThrow()
                .wanting(declared.design(), declared.constraints(), declared.softTargets());
        central.surveys().changeQuotas(next);
        QuotaCells cells = QuotaCells.of(next);
        people(central, survey).forEach((person, areas) ->
                central.workplaces().worksTowards(survey, person, cells.cellsIn(areas), now));
        if (plan.softChanged()) {
            regroup(central, cells);
        }
        central.devices().of(survey).stream().filter(device -> !device.replaced())
                .forEach(device -> central.logs().tell(device.id(), new DownItem.SurveyAssigned(next), now));
        turns.promote(central, survey, wanted.keySet(), now);
    }

    private static void want(CentralStore.Central central, SurveyId survey, CellKey cell, int target, Instant now) {
        int before = central.ledger().counts(survey, List.of(cell)).getFirst().target();
        if (before != target) {
            central.ledger().carryOut(survey,
                    LedgerPlanner.retarget(cell, target, central.ledger().books(survey)), now);
        }
    }

    private static Map<PersonId, List<AreaKey>> people(CentralStore.Central central, SurveyId survey) {
        Map<PersonId, List<AreaKey>> people = new LinkedHashMap<>();
        for (Staff.Member member : central.staff().of(survey)) {
            List<AreaKey> areas = central.workplaces().of(member.person().id());
            if (!areas.isEmpty()) {
                people.put(member.person().id(), areas);
            }
        }
        return people;
    }

    /// Finds anew in which soft groups each interview falls.
    private void regroup(CentralStore.Central central, QuotaCells cells) {
        Map<ListId, AreaKey> places = new HashMap<>();
        central.lists().of(cells.survey().id()).forEach(list -> places.put(list.id(), list.village()));
        Map<InterviewId, List<CellKey>> groups = new LinkedHashMap<>();
        central.interviews().each(cells.survey().id(), kept -> {
            Interviews.Entry entry = kept.entry();
            groups.put(entry.id(), cells.groupsAt(places.get(entry.list()),
                    reader.interview(central.surveys(), entry.device(), kept.record()).answers()));
        });
        central.interviews().regroup(cells.survey().id(), groups);
    }
}
