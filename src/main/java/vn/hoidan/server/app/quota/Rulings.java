package vn.hoidan.server.app.quota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.MovementKind;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.QuotaBooks;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.quota.WaitingInterview;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Interviews;

/// Carries out a person's word on one interview, within the transaction of the decision.
final class Rulings {

    private final QuotaTurns turns;

    Rulings(QuotaTurns turns) {
        this.turns = turns;
    }

    /// What came of it, and which targets went up for it.
    record Ruled(QuotaDecision.Effect effect, Optional<Interviews.Entry> before, List<CellKey> raised) {

        static Ruled not(QuotaDecision.Effect effect) {
            return new Ruled(effect, Optional.empty(), List.of());
        }
    }

    Ruled rule(CentralStore.Central central, InterviewId id, QuotaDecision.Verdict verdict, Instant now) {
        Optional<Interviews.Entry> found = central.interviews().find(id);
        if (found.isEmpty()) {
            return Ruled.not(QuotaDecision.Effect.NOTHING);
        }
        Interviews.Entry entry = found.get();
        return switch (verdict) {
            case ACCEPT -> accept(central, entry, false, now);
            case ACCEPT_RAISING -> accept(central, entry, true, now);
            case VOID -> entry.ruling() == Ruling.VOID ? Ruled.not(QuotaDecision.Effect.NOTHING)
                    : uncount(central, entry, MovementKind.VOIDED, now);
            case REJECT -> entry.ruling() == Ruling.ACCEPTED ? uncount(central, entry, MovementKind.REJECTED, now)
                    : Ruled.not(QuotaDecision.Effect.NOTHING);
        };
    }

    /// It is kept; a unit that it used comes back, and what waits is promoted.
    private Ruled uncount(CentralStore.Central central, Interviews.Entry entry, MovementKind kind, Instant now) {
        SurveyId survey = entry.survey();
        List<CellKey> cells;
        if (entry.ruling() == Ruling.ACCEPTED) {
            cells = central.ledger().countedIn(entry.id());
            central.ledger().carryOut(survey, LedgerPlanner.uncount(kind, entry.id(), cells,
                    central.ledger().books(survey)), now);
            central.devices().acceptedChanged(entry.device(), -1);
        } else {
            cells = central.ledger().waitsNoMore(survey, entry.id());
        }
        central.interviews().voided(entry.id());
        central.logs().tellDevice(entry.device(), new DownItem.InterviewRuled(entry.id(), Ruling.VOID,
                entry.reason().map(PendingReason::code).orElse("")), now);
        turns.promote(central, survey, cells, now);
        return new Ruled(QuotaDecision.Effect.DONE, Optional.of(entry), List.of());
    }

    private Ruled accept(CentralStore.Central central, Interviews.Entry entry, boolean raising, Instant now) {
        if (entry.ruling() != Ruling.PENDING) {
            return Ruled.not(QuotaDecision.Effect.NOTHING);
        }
        if (central.interviews().householdCounted(entry.list(), entry.household())) {
            return Ruled.not(QuotaDecision.Effect.HOUSEHOLD_COUNTED);
        }
        SurveyId survey = entry.survey();
        List<CellKey> cells = central.ledger().waitingIn(entry.id());
        QuotaBooks books = central.ledger().books(survey);
        List<CellKey> full = cells.stream().filter(cell -> books.of(new Account.Pool(cell)) == 0).toList();
        if (!full.isEmpty() && !raising) {
            return Ruled.not(QuotaDecision.Effect.NO_UNIT);
        }
        full.forEach(cell -> raise(central, survey, cell, books, now));
        WaitingInterview waiting = new WaitingInterview(entry.id(), entry.list(), entry.household(), cells);
        for (Movement movement : LedgerPlanner.promote(List.of(waiting), books)) {
            turns.promoted(central, survey, entry.id(), movement, now);
        }
        return new Ruled(QuotaDecision.Effect.DONE, Optional.of(entry), full);
    }

    /// What the cell is over-committed by is asked for again first.
    private static void raise(CentralStore.Central central, SurveyId survey, CellKey cell, QuotaBooks books,
            Instant now) {
        int target = -books.of(new Account.Target(cell)) - books.of(new Account.OverCommitted(cell)) + 1;
        retarget(central, survey, cell, target, now);
    }

    /// Another target, in the ledger and in the survey.
    static void retarget(CentralStore.Central central, SurveyId survey, CellKey cell, int target, Instant now) {
        central.ledger().carryOut(survey, LedgerPlanner.retarget(cell, target, central.ledger().books(survey)), now);
        Survey before = central.surveys().find(survey).orElseThrow();
        central.surveys().changeQuotas(before.wanting(before.design(), before.constraints().stream()
                .map(each -> each.cell().equals(cell) ? each.wanting(target) : each).toList(),
                before.softTargets()));
    }
}
