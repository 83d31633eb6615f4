package vn.hoidan.server.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.quota.MovementKind;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.declaration.DeclarationPlan;
import vn.hoidan.core.quota.declaration.QuotaDeclaration;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.Ruling;

/// What people decide about quotas in mid-field. Each decision, its effect and the line that tells who made it and why
/// are one transaction.
public final class QuotaDesk {

    private final CentralStore store;
    private final ListDesk lists;
    private final QuotaTurns turns;
    private final InstantSource clock;

    /// @param random chooses among those that wait
    public QuotaDesk(CentralStore store, ListDesk lists, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.lists = lists;
        this.turns = new QuotaTurns(random);
        this.clock = clock;
    }

    /// Who decides, and why.
    public record Decision(String by, String reason) {
    }

    /// Every cell as it stands.
    public List<CellCount> cells(SurveyId survey) {
        return store.read(central -> central.ledger().counts(survey));
    }

    /// What was decided so far, oldest first.
    public List<QuotaAct> acts(SurveyId survey) {
        return store.read(central -> central.ledger().acts(survey));
    }

    /// What a declaration would change as things stand; nothing is done.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN
    public DeclarationPlan plan(SurveyId survey, QuotaDeclaration declared) {
        return store.read(central -> {
            Survey found = central.surveys().find(survey).orElseThrow(
                    () -> Problem.of(ProblemKind.SURVEY_UNKNOWN, "name", survey.text()).exception());
            return DeclarationPlan.of(
                    QuotaDeclaration.of(found.design(), found.constraints(), found.softTargets()), declared,
                    central.ledger().counts(survey), new Areas(found.areas()),
                    central.lists().of(survey).stream().map(SampleLists.Entry::village).toList());
        });
    }

    /// Another target for a cell. Nothing is revoked: what is out beyond a lowered target stays good.
    ///
    /// @return false if the survey has no such cell, or this target already
    public boolean retarget(SurveyId survey, CellKey cell, int target, Decision decision) {
        return store.write(central -> {
            Optional<CellCount> found = central.ledger().counts(survey, List.of(cell)).stream().findFirst();
            if (found.isEmpty() || found.get().target() == target) {
                return false;
            }
            Instant now = clock.instant();
            central.ledger().carryOut(survey,
                    LedgerPlanner.retarget(cell, target, central.ledger().books(survey)), now);
            Survey before = central.surveys().find(survey).orElseThrow();
            central.surveys().changeQuotas(before.wanting(before.design(), before.constraints().stream()
                    .map(each -> each.cell().equals(cell) ? each.wanting(target) : each).toList(),
                    before.softTargets()));
            decided(central, survey, QuotaAct.Kind.TARGET, cell.text(), found.get().target() + " -> " + target,
                    decision);
            turns.promote(central, survey, List.of(cell), now);
            return true;
        });
    }

    /// The person's laptop is lost: its leases are fenced at once, its lists can be given to others.
    ///
    /// @return how many leases
    /// @throws vn.hoidan.core.problem.ProblemException PERSON_UNKNOWN
    public int lost(PersonId person, Decision decision) {
        return store.write(central -> {
            SurveyId id = central.staff().find(person).map(Staff.Member::survey)
                    .orElseThrow(() -> Problem.of(ProblemKind.PERSON_UNKNOWN, "name", person.text()).exception());
            int back = lists.lost(central, central.surveys().find(id).orElseThrow(), person);
            Optional<Devices.Device> device = central.devices().current(person);
            if (device.isPresent()) {
                back += turns.fenceAll(central, id, device.get().id(), clock.instant());
                central.devices().notCountedOn(device.get().id());
                Team.revoked(central, device.get(), clock.instant());
            }
            decided(central, id, QuotaAct.Kind.LOST, person.text(), String.valueOf(back), decision);
            return back;
        });
    }

    /// Declares an interview void, accepted or pending. It is kept; a unit that it used comes back, and what waits is
    /// promoted.
    ///
    /// @return false if there is no such interview, or it is void already
    public boolean declareVoid(InterviewId id, Decision decision) {
        return store.write(central -> {
            Optional<Interviews.Entry> found = central.interviews().find(id)
                    .filter(each -> each.ruling() != Ruling.VOID);
            if (found.isEmpty()) {
                return false;
            }
            Interviews.Entry entry = found.get();
            SurveyId survey = entry.survey();
            Instant now = clock.instant();
            List<CellKey> cells;
            if (entry.ruling() == Ruling.ACCEPTED) {
                cells = central.ledger().countedIn(id);
                central.ledger().carryOut(survey, LedgerPlanner.uncount(MovementKind.VOIDED, id, cells,
                        central.ledger().books(survey)), now);
                central.devices().acceptedChanged(entry.device(), -1);
            } else {
                cells = central.ledger().waitsNoMore(survey, id);
            }
            central.interviews().voided(id);
            central.logs().tellDevice(entry.device(), new DownItem.InterviewRuled(id, Ruling.VOID,
                    entry.reason().map(PendingReason::code).orElse("")), now);
            decided(central, survey, QuotaAct.Kind.VOIDED, id.asText(), entry.ruling().code(), decision);
            turns.promote(central, survey, cells, now);
            return true;
        });
    }

    private void decided(CentralStore.Central central, SurveyId survey, QuotaAct.Kind kind, String subject,
            String detail, Decision decision) {
        central.ledger().decided(survey,
                new QuotaAct(kind, subject, detail, decision.by(), decision.reason(), clock.instant()));
    }
}
