package vn.hoidan.core.quota;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import vn.hoidan.core.interview.InterviewId;

/// Plans what follows once units are free: pending interviews first, then leases that are due if the pool is short,
/// pending interviews again, and only then grants.
public final class TurnPlanner {

    private final QuotaBooks books;
    private final RandomGenerator random;
    private final Sheet sheet;
    private final List<TurnStep> steps = new ArrayList<>();
    private final Set<InterviewId> promoted = new HashSet<>();
    private final Set<String> households = new HashSet<>();

    private TurnPlanner(QuotaBooks books, RandomGenerator random) {
        this.books = books;
        this.random = random;
        this.sheet = new Sheet(books);
    }

    /// A device's turn.
    ///
    /// @param freed  cells in which units came back since the last plan
    /// @param random chooses among those that wait
    /// @param names  names of leases never given before
    public static List<TurnStep> plan(Turn turn, Collection<CellKey> freed, QuotaBooks books, RandomGenerator random,
            Supplier<LeaseId> names) {
        TurnPlanner planner = new TurnPlanner(books, random);
        Set<CellKey> touched = new LinkedHashSet<>(freed);
        turn.bundles().forEach(bundle -> touched.addAll(bundle.cells()));
        planner.promote(touched);
        if (turn.grants() && !turn.bundles().isEmpty()) {
            Sizing sizing = new Sizing(turn, books);
            planner.promote(planner.fence(turn, sizing));
            planner.grant(turn, sizing, names);
        }
        return planner.steps;
    }

    /// What follows when units came free outside a device's turn: a target raised, an interview rejected, a lease
    /// fenced.
    public static List<TurnStep> promote(Collection<CellKey> freed, QuotaBooks books, RandomGenerator random) {
        TurnPlanner planner = new TurnPlanner(books, random);
        planner.promote(freed);
        return planner.steps;
    }

    private void promote(Collection<CellKey> cells) {
        List<CellKey> open = cells.stream().filter(cell -> sheet.free(cell) > 0).toList();
        if (open.isEmpty()) {
            return;
        }
        List<WaitingInterview> waiting = new ArrayList<>(books.waiting(open));
        Collections.shuffle(waiting, Random.from(random));
        for (WaitingInterview next : waiting) {
            String household = next.household() + " " + next.list().text();
            if (!promoted.contains(next.interview()) && !households.contains(household)) {
                for (Movement movement : LedgerPlanner.promote(List.of(next), sheet)) {
                    promoted.add(next.interview());
                    households.add(household);
                    steps.add(new TurnStep.Promoted(next.interview(), sheet.carryOut(movement)));
                }
            }
        }
    }

    /// Fences leases that are due as far as the pool is short of what the device should get.
    ///
    /// @return the cells in which units came free
    private Set<CellKey> fence(Turn turn, Sizing sizing) {
        Set<CellKey> freed = new LinkedHashSet<>();
        Set<LeaseId> fenced = new HashSet<>();
        turn.kept().forEach(own -> fenced.add(own.id()));
        sizing.wantedIn().forEach((cell, whole) -> {
            int wanted = whole - turn.kept(cell);
            if (sheet.free(cell) >= wanted) {
                return;
            }
            for (HeldLease lease : books.due(cell, turn.now())) {
                if (sheet.free(cell) < wanted && fenced.add(lease.id())) {
                    steps.add(new TurnStep.Fenced(lease, sheet.carryOut(LedgerPlanner.fence(lease, sheet))));
                    freed.addAll(lease.cells());
                }
            }
        });
        return freed;
    }

    /// Fills the bundles one unit at a time, always the one that lacks the greatest part of its wish, so that near the
    /// end what is left is spread over bundles that can be used.
    private void grant(Turn turn, Sizing sizing, Supplier<LeaseId> names) {
        Map<CellKey, Integer> room = new LinkedHashMap<>();
        sizing.fairIn().forEach((cell, fair) ->
                room.put(cell, Math.min(fair - turn.kept(cell), sheet.free(cell))));
        int[] kept = turn.bundles().stream().mapToInt(turn::kept).toArray();
        int[] given = kept.clone();
        for (int next = neediest(turn, sizing, given, room); next >= 0; next = neediest(turn, sizing, given, room)) {
            given[next]++;
            turn.bundles().get(next).cells().forEach(cell -> room.merge(cell, -1, Integer::sum));
        }
        for (int index = 0; index < given.length; index++) {
            int units = given[index] - kept[index];
            if (units > 0) {
                List<CellKey> cells = turn.bundles().get(index).cells();
                Lease lease = new Lease(names.get(), cells, units, turn.now(),
                        LeaseTerms.useBy(turn.now(), turn.pace()));
                steps.add(new TurnStep.Granted(lease,
                        sheet.carryOut(LedgerPlanner.grant(lease.id(), cells, units, sheet))));
            }
        }
    }

    private static int neediest(Turn turn, Sizing sizing, int[] given, Map<CellKey, Integer> room) {
        int neediest = -1;
        double most = 0;
        for (int index = 0; index < given.length; index++) {
            int wanted = sizing.wanted(index);
            double lack = wanted == 0 ? 0 : (wanted - given[index]) / (double) wanted;
            if (lack > most && turn.bundles().get(index).cells().stream().allMatch(cell -> room.get(cell) > 0)) {
                neediest = index;
                most = lack;
            }
        }
        return neediest;
    }
}
