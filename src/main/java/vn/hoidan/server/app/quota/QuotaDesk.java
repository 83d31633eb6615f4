package vn.hoidan.server.app.quota;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.quota.declaration.DeclarationPlan;
import vn.hoidan.core.quota.declaration.QuotaDeclaration;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.LedgerFault;
import vn.hoidan.server.app.book.QuotaAct;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.book.Staff;

/// What people decide about quotas in mid-field. Each decision, its effect and the line that tells who made it and why
/// are one transaction.
public final class QuotaDesk {

    private final CentralStore store;
    private final ListDesk lists;
    private final QuotaTurns turns;
    private final Rulings rulings;
    private final Declarations declarations;
    private final InstantSource clock;

    /// @param random chooses among those that wait
    public QuotaDesk(CentralStore store, RecordReader reader, ListDesk lists, InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.lists = lists;
        this.turns = new QuotaTurns(random);
        this.rulings = new Rulings(turns);
        this.declarations = new Declarations(reader, turns);
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

    /// Adds the whole ledger up anew and compares it with all counters.
    ///
    /// @return what differs; empty if all is right
    public List<LedgerFault> faults() {
        return store.read(central -> central.ledger().faults());
    }

    /// What a declaration would change as things stand; nothing is done.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN
    public DeclarationPlan plan(SurveyId survey, QuotaDeclaration declared) {
        return store.read(central -> Declarations.plan(central, survey, declared));
    }

    /// Applies a declaration, unless something stands against it; laptops are told the survey's new state.
    ///
    /// @return what was done; with obstacles nothing was
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN
    public DeclarationPlan apply(SurveyId survey, QuotaDeclaration declared, Decision decision) {
        return store.write(central -> {
            DeclarationPlan plan = Declarations.plan(central, survey, declared);
            if (plan.obstacles().isEmpty() && !plan.isEmpty()) {
                declarations.apply(central, survey, declared, plan, clock.instant());
                decided(central, survey, QuotaAct.Kind.DECLARED, survey.text(),
                        String.valueOf(plan.steps().size()), decision);
            }
            return plan;
        });
    }

    /// Carries out what a supervisor decides at the window.
    ///
    /// @param by a person of the survey
    public QuotaDecision.Effect decide(Staff.Member by, QuotaDecision asked) {
        Decision decision = new Decision(by.person().name(), asked.reason());
        return switch (asked) {
            case QuotaDecision.Retarget target -> retarget(by.survey(), target.cell(), target.target(), decision)
                    ? QuotaDecision.Effect.DONE : QuotaDecision.Effect.NOTHING;
            case QuotaDecision.LaptopLost lost -> {
                Optional<PersonId> ours = store.read(central -> central.staff().of(by.survey())).stream()
                        .map(member -> member.person().id()).filter(id -> id.text().equals(lost.person()))
                        .findFirst();
                yield ours.flatMap(person -> lost(person, decision)).isPresent() ? QuotaDecision.Effect.DONE
                        : QuotaDecision.Effect.NOTHING;
            }
            case QuotaDecision.Rule rule -> {
                boolean ours = store.read(central -> central.interviews().find(rule.interview()))
                        .filter(entry -> entry.survey().equals(by.survey())).isPresent();
                yield ours ? rule(rule.interview(), rule.verdict(), decision) : QuotaDecision.Effect.NOTHING;
            }
        };
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
            Rulings.retarget(central, survey, cell, target, now);
            decided(central, survey, QuotaAct.Kind.TARGET, cell.text(), found.get().target() + " -> " + target,
                    decision);
            turns.promote(central, survey, List.of(cell), now);
            return true;
        });
    }

    /// The person's laptop is lost: its leases are fenced at once, its lists can be given to others.
    ///
    /// @return how many leases; empty if it was reported already and did not come since, or if there is no laptop
    /// @throws vn.hoidan.core.problem.ProblemException PERSON_UNKNOWN
    public Optional<Integer> lost(PersonId person, Decision decision) {
        return store.write(central -> {
            SurveyId id = central.staff().find(person).map(Staff.Member::survey)
                    .orElseThrow(() -> Problem.of(ProblemKind.PERSON_UNKNOWN, "name", person.text()).exception());
            int back = lists.lost(central, central.surveys().find(id).orElseThrow(), person);
            Optional<Devices.Device> device = central.devices().current(person);
            if (back == 0 && device.filter(each -> central.devices().isCountedOn(each.id())).isEmpty()) {
                return Optional.empty();
            }
            if (device.isPresent()) {
                back += turns.fenceAll(central, id, device.get().id(), clock.instant());
                central.devices().notCountedOn(device.get().id());
                Team.revoked(central, device.get(), clock.instant());
            }
            decided(central, id, QuotaAct.Kind.LOST, person.text(), String.valueOf(back), decision);
            return Optional.of(back);
        });
    }

    /// A person's word on an interview.
    public QuotaDecision.Effect rule(InterviewId id, QuotaDecision.Verdict verdict, Decision decision) {
        return store.write(central -> {
            Rulings.Ruled ruled = rulings.rule(central, id, verdict, clock.instant());
            ruled.before().ifPresent(before -> {
                ruled.raised().forEach(cell ->
                        decided(central, before.survey(), QuotaAct.Kind.TARGET, cell.text(), "+1", decision));
                decided(central, before.survey(), kindOf(verdict), id.asText(), before.ruling().code(), decision);
            });
            return ruled.effect();
        });
    }

    private static QuotaAct.Kind kindOf(QuotaDecision.Verdict verdict) {
        return switch (verdict) {
            case ACCEPT, ACCEPT_RAISING -> QuotaAct.Kind.ACCEPTED;
            case VOID -> QuotaAct.Kind.VOIDED;
            case REJECT -> QuotaAct.Kind.REJECTED;
        };
    }

    private void decided(CentralStore.Central central, SurveyId survey, QuotaAct.Kind kind, String subject,
            String detail, Decision decision) {
        central.ledger().decided(survey,
                new QuotaAct(kind, subject, detail, decision.by(), decision.reason(), clock.instant()));
    }
}
