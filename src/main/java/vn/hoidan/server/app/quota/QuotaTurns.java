package vn.hoidan.server.app.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.QuotaBooks;
import vn.hoidan.core.quota.Turn;
import vn.hoidan.core.quota.TurnPlanner;
import vn.hoidan.core.quota.TurnStep;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.server.app.book.CentralStore;

/// Carries out what the planners of turns say, in the transaction of what led to it, and tells the devices.
public final class QuotaTurns {

    private final RandomGenerator random;

    /// @param random chooses among those that wait, and makes codes that cannot be guessed
    public QuotaTurns(RandomGenerator random) {
        this.random = random;
    }

    /// A device's turn at the pool.
    public void turn(CentralStore.Central central, SurveyId survey, Turn turn, Collection<CellKey> freed) {
        Set<CellKey> cells = new LinkedHashSet<>(freed);
        turn.bundles().forEach(bundle -> cells.addAll(bundle.cells()));
        Iterator<LeaseId> names = central.ledger().nextLeases(turn.bundles().size()).iterator();
        List<TurnStep> steps = TurnPlanner.plan(turn, freed, central.ledger().booksForPlan(survey, cells), random,
                names::next);
        carryOut(central, survey, steps, turn.device(), turn.now());
    }

    /// Accepts what waits in these cells as far as free units go, by chance among equals; always before a new grant.
    public void promote(CentralStore.Central central, SurveyId survey, Collection<CellKey> freed, Instant now) {
        carryOut(central, survey, TurnPlanner.promote(freed, central.ledger().books(survey), random), "", now);
    }

    /// Fences all that is out on a device's log, at once and for ever; what waited for it is accepted.
    ///
    /// @return how many leases
    public int fenceAll(CentralStore.Central central, SurveyId survey, String device, Instant now) {
        QuotaBooks books = central.ledger().books(survey);
        Set<CellKey> freed = new LinkedHashSet<>();
        List<HeldLease> leases = central.ledger().liveLeases(device);
        for (HeldLease lease : leases) {
            fenced(central, survey, lease, LedgerPlanner.fence(lease, books), now);
            freed.addAll(lease.cells());
        }
        promote(central, survey, freed, now);
        return leases.size();
    }

    private void carryOut(CentralStore.Central central, SurveyId survey, List<TurnStep> steps, String device,
            Instant now) {
        List<TurnStep.Granted> grants = new ArrayList<>();
        for (TurnStep step : steps) {
            switch (step) {
                case TurnStep.Promoted promoted ->
                        promoted(central, survey, promoted.interview(), promoted.movement(), now);
                case TurnStep.Fenced fenced -> fenced(central, survey, fenced.lease(), fenced.movement(), now);
                case TurnStep.Granted granted -> grants.add(granted);
            }
        }
        if (!grants.isEmpty()) {
            granted(central, survey, grants, device, now);
        }
    }

    /// What waited counts from now on.
    void promoted(CentralStore.Central central, SurveyId survey, InterviewId id, Movement movement, Instant now) {
        central.ledger().carryOut(survey, movement, now);
        central.ledger().waitsNoMore(survey, id);
        central.interviews().accepted(id);
        String device = central.interviews().find(id).orElseThrow().device();
        central.devices().acceptedChanged(device, 1);
        central.logs().tellDevice(device, new DownItem.InterviewRuled(id, Ruling.ACCEPTED, ""), now);
    }

    private static void fenced(CentralStore.Central central, SurveyId survey, HeldLease lease, Movement movement,
            Instant now) {
        central.ledger().carryOut(survey, movement, now);
        central.ledger().ended(lease.id(), HeldLease.State.FENCED, now);
        central.logs().tell(lease.device(), lease.list().<DownItem>map(DownItem.ListWithdrawn::new)
                .orElseGet(() -> new DownItem.LeaseEnded(lease.id())), now);
    }

    /// All at once: they are the last steps of a turn.
    private void granted(CentralStore.Central central, SurveyId survey, List<TurnStep.Granted> grants, String device,
            Instant now) {
        central.ledger().grant(survey, device, grants, now);
        List<LeaseId> units = new ArrayList<>();
        grants.forEach(each -> units.addAll(Collections.nCopies(each.lease().units(), each.lease().id())));
        Iterator<UnitCode> codes = central.transfers().addCodes(units, () -> UnitCode.of(random.nextLong()))
                .iterator();
        central.logs().tell(device, grants.stream().map(each -> new DownItem.UnitsGranted(each.lease(),
                Stream.generate(codes::next).limit(each.lease().units()).toList())).toList(), now);
    }
}
