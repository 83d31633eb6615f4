package vn.hoidan.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.Admission;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Claim;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.quota.Pace;
import vn.hoidan.core.quota.Turn;
import vn.hoidan.core.quota.TurnPlanner;
import vn.hoidan.core.quota.TurnStep;
import vn.hoidan.core.quota.WaitingInterview;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;

/// The server as one district of the Hanoi model sees it.
final class DistrictOffice {

    private static final Path GROUP = new Path("/data/group");
    /// As the plan of fieldwork says.
    private static final double PLANNED_DAYS_BETWEEN = 3;

    private final Books books = new Books();
    private final List<Bundle> bundles = new ArrayList<>();
    private final int[] targets;
    private final int[] counted;
    private final Random random;
    private int leases;
    private int pendingEver;

    DistrictOffice(int[] targets, Random random) {
        this.targets = targets;
        this.counted = new int[targets.length];
        this.random = random;
        for (int cell = 0; cell < targets.length; cell++) {
            Constraint constraint = new Constraint(AreaLevel.DISTRICT, new AreaKey("271", LocalDate.of(2024, 11, 1)),
                    AnswerFilter.of(new AnswerCondition.OneOf(GROUP, Set.of(String.valueOf(cell)))), targets[cell]);
            books.carryOut(LedgerPlanner.open(constraint));
            bundles.add(new Bundle(List.of(constraint.cell())));
        }
    }

    List<CellKey> bundle(int cell) {
        return bundles.get(cell).cells();
    }

    Pace pace(Enumerator mate) {
        return books.pace(mate.device()).orElseThrow();
    }

    int accepted(int cell) {
        return counted[cell];
    }

    int pending() {
        return books.allWaiting().size();
    }

    int pendingEver() {
        return pendingEver;
    }

    boolean isFull() {
        for (int cell = 0; cell < targets.length; cell++) {
            if (counted[cell] < targets[cell]) {
                return false;
            }
        }
        return true;
    }

    /// A laptop that takes the place of another ends the other's leases at once.
    void enrol(Enumerator mate, Instant now, boolean grants) {
        if (mate.laptops > 0) {
            lost(mate.id + "." + (mate.laptops - 1), mate);
        }
        books.pace(mate.device(), Pace.planned(PLANNED_DAYS_BETWEEN, now),
                bundles.stream().flatMap(bundle -> bundle.cells().stream()).toList());
        if (grants) {
            turn(mate, List.of(), now);
        }
    }

    /// Its leases are fenced at once.
    void lost(String device, Enumerator mate) {
        books.gone(device);
        Set<CellKey> freed = new LinkedHashSet<>();
        for (HeldLease lease : books.liveOf(device)) {
            books.carryOut(LedgerPlanner.fence(lease, books));
            books.fenced(lease.id());
            freed.addAll(lease.cells());
        }
        carryOut(TurnPlanner.promote(freed, books, random), mate);
    }

    void sync(Enumerator mate, Instant now, boolean leased) {
        int brought = mate.log.size();
        for (Enumerator.Done done : mate.log) {
            if (leased) {
                admit(mate, done);
            } else {
                counted[done.cell()]++;
            }
        }
        mate.log.clear();
        books.pace(mate.device(), books.pace(mate.device()).orElseThrow().after(now, brought), List.of());
        if (leased) {
            Set<CellKey> freed = new LinkedHashSet<>();
            for (HandChange.UnitsReturned returned : HandPlanner.giveAllBack(mate.hand)) {
                mate.hand = mate.hand.after(returned);
                HeldLease lease = books.lease(returned.lease()).orElseThrow();
                LedgerPlanner.giveBack(lease, returned.units(), books).movement().ifPresent(books::carryOut);
                freed.addAll(lease.cells());
            }
            turn(mate, freed, now);
        }
    }

    private void admit(Enumerator mate, Enumerator.Done done) {
        InterviewId id = new InterviewId(new UUID(random.nextLong(), random.nextLong()));
        HeldLease lease = books.lease(done.lease()).orElseThrow();
        Claim claim = new Claim(id, mate.device(), Office.PLACE, bundle(done.cell()), Optional.of(lease.id()),
                Optional.of(lease), lease.device().equals(mate.device()) ? Claim.Transfer.NONE
                        : Claim.Transfer.VOUCHER, false);
        Admission admission = LedgerPlanner.admit(claim, books);
        admission.movements().forEach(books::carryOut);
        switch (admission) {
            case Admission.Accepted _ -> counted[done.cell()]++;
            case Admission.Pending _ -> {
                pendingEver++;
                books.waits(new WaitingInterview(id, Office.PLACE, random.nextInt(Integer.MAX_VALUE),
                        bundle(done.cell())));
            }
        }
    }

    private void turn(Enumerator mate, Collection<CellKey> freed, Instant now) {
        Pace pace = books.pace(mate.device()).orElseThrow();
        carryOut(TurnPlanner.plan(new Turn(mate.device(), now, pace, bundles, true), freed, books, random,
                () -> new LeaseId("1-" + ++leases)), mate);
    }

    private void carryOut(List<TurnStep> steps, Enumerator mate) {
        if (steps.isEmpty()) {
            return;
        }
        for (TurnStep step : steps) {
            switch (step) {
                case TurnStep.Promoted promoted -> {
                    books.carryOut(promoted.movement());
                    WaitingInterview gone = books.waitsNoMore(promoted.interview());
                    for (int cell = 0; cell < targets.length; cell++) {
                        counted[cell] += bundle(cell).equals(gone.cells()) ? 1 : 0;
                    }
                }
                case TurnStep.Fenced fenced -> {
                    books.carryOut(fenced.movement());
                    books.fenced(fenced.lease().id());
                }
                case TurnStep.Granted granted -> {
                    books.grant(mate.device(), granted);
                    mate.hand = mate.hand.after(new HandChange.LeaseReceived(granted.lease()));
                }
            }
        }
        for (int cell = 0; cell < targets.length; cell++) {
            int accepted = books.of(new Account.Accepted(bundle(cell).getFirst()));
            Violation.unless(accepted == counted[cell] && accepted <= targets[cell], "Q1", "cell " + cell);
        }
    }
}
