package vn.hoidan.core.quota;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.interview.InterviewId;

/// Plans every movement of quota units. Invariants that hold after each plan is carried out, given that they held
/// before: `accepted <= target`, `accepted + on lease <= target`, no balance below zero, one debit an interview.
/// A unit is a bundle: one unit of the village's cell and one of each cell above it move together, so that no device
/// holds half of what an interview needs.
public final class LedgerPlanner {

    private LedgerPlanner() {
    }

    /// Opens a cell: all its units are free.
    public static Movement open(Constraint constraint) {
        CellKey cell = constraint.cell();
        return new Movement(MovementKind.TARGET_SET, Optional.empty(), Optional.empty(),
                List.of(new Posting(new Account.Target(cell), -constraint.target()),
                        new Posting(new Account.Pool(cell), constraint.target())));
    }

    /// Bundles that could be granted now, at most as many as wanted.
    public static int grantable(List<CellKey> cells, int wanted, Balances balances) {
        return Math.max(0, Math.min(wanted, room(cells, balances)));
    }

    /// Gives free bundles to a new lease.
    ///
    /// @throws IllegalArgumentException if there are fewer; ask {@link #grantable} first
    public static Movement grant(LeaseId lease, List<CellKey> cells, int units, Balances balances) {
        if (units < 0 || units > grantable(cells, units, balances)) {
            throw new IllegalArgumentException("cannot grant " + units + " of " + cells);
        }
        return new Movement(MovementKind.GRANTED, Optional.of(lease), Optional.empty(),
                transfer(cells, units, Account.Pool::new, cell -> new Account.OnLease(lease, cell)));
    }

    /// Takes an interview in: from its lease if that is good, else from the pool if there is room, else it waits.
    public static Admission admit(Claim claim, Balances balances) {
        if (claim.householdCounted()) {
            return new Admission.Pending(PendingReason.HOUSEHOLD_COUNTED);
        }
        Optional<PendingReason> fault = faultOf(claim, balances);
        if (fault.isEmpty()) {
            LeaseId lease = claim.named().orElseThrow();
            List<Posting> postings = transfer(claim.cells(), 1, cell -> new Account.OnLease(lease, cell),
                    Account.Accepted::new);
            return new Admission.Accepted(new Movement(MovementKind.ACCEPTED_ON_LEASE, Optional.of(lease),
                    Optional.of(claim.interview()), postings), Optional.empty());
        }
        if (room(claim.cells(), balances) > 0) {
            return new Admission.Accepted(
                    fromPool(MovementKind.ACCEPTED_FROM_POOL, claim.interview(), claim.cells()), fault);
        }
        return new Admission.Pending(fault.get());
    }

    /// Brings the unused units of a lease back to the pool. From then on the lease is withdrawn for ever.
    public static Movement giveBack(LeaseId lease, List<CellKey> cells, Balances balances) {
        List<Posting> postings = new ArrayList<>();
        for (CellKey cell : cells) {
            Account.OnLease account = new Account.OnLease(lease, cell);
            int unused = balances.of(account);
            if (unused > 0) {
                postings.add(new Posting(account, -unused));
                postings.add(new Posting(new Account.Pool(cell), unused));
            }
        }
        return new Movement(MovementKind.RETURNED, Optional.of(lease), Optional.empty(), postings);
    }

    /// Accepts waiting interviews as far as free units go, in the order given; run before any new grant. Two of the
    /// same household never both count.
    ///
    /// @param waiting those whose household has no counted interview, in an order drawn by chance
    public static List<Movement> promote(List<WaitingInterview> waiting, Balances balances) {
        List<Movement> plan = new ArrayList<>();
        Balances now = balances;
        Set<String> households = new HashSet<>();
        for (WaitingInterview next : waiting) {
            String household = next.household() + " " + next.list().text();
            if (room(next.cells(), now) > 0 && households.add(household)) {
                Movement movement = fromPool(MovementKind.PROMOTED, next.interview(), next.cells());
                plan.add(movement);
                now = now.after(movement);
            }
        }
        return plan;
    }

    private static Optional<PendingReason> faultOf(Claim claim, Balances balances) {
        if (claim.named().isEmpty()) {
            return Optional.of(PendingReason.NO_LEASE);
        }
        if (claim.found().isEmpty()) {
            return Optional.of(PendingReason.FOREIGN_LEASE);
        }
        Claim.HeldLease lease = claim.found().get();
        if (!lease.device().equals(claim.device()) || !lease.list().equals(claim.list())
                || !lease.cells().containsAll(claim.cells())) {
            return Optional.of(PendingReason.FOREIGN_LEASE);
        }
        if (!lease.live()) {
            return Optional.of(PendingReason.LEASE_WITHDRAWN);
        }
        boolean empty = claim.cells().stream()
                .anyMatch(cell -> balances.of(new Account.OnLease(lease.id(), cell)) < 1);
        return empty ? Optional.of(PendingReason.LEASE_EMPTY) : Optional.empty();
    }

    /// Free bundles: what the scarcest cell has. No cell, no limit is never meant: a claim without cells is a mistake.
    private static int room(List<CellKey> cells, Balances balances) {
        return cells.stream().mapToInt(cell -> balances.of(new Account.Pool(cell))).min()
                .orElseThrow(() -> new IllegalArgumentException("no quota cell"));
    }

    private static Movement fromPool(MovementKind kind, InterviewId interview, List<CellKey> cells) {
        return new Movement(kind, Optional.empty(), Optional.of(interview),
                transfer(cells, 1, Account.Pool::new, Account.Accepted::new));
    }

    private interface AccountOf {
        Account at(CellKey cell);
    }

    private static List<Posting> transfer(List<CellKey> cells, int units, AccountOf from, AccountOf to) {
        List<Posting> postings = new ArrayList<>();
        for (CellKey cell : cells) {
            postings.add(new Posting(from.at(cell), -units));
            postings.add(new Posting(to.at(cell), units));
        }
        return postings;
    }
}
