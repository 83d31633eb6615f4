package vn.hoidan.core.quota;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.interview.InterviewId;

/// Plans every movement of quota units. Invariants that hold after each plan is carried out, given that they held
/// before: `accepted <= target`, `accepted + on lease <= target` (plus what a lowered target is over-committed by), no
/// balance below zero, one debit an interview. A unit is a bundle: one unit of every cell that an interview falls in
/// moves together, so that no device holds half of what an interview needs.
public final class LedgerPlanner {

    private LedgerPlanner() {
    }

    /// Opens a cell: all its units are free.
    public static Movement open(Constraint constraint) {
        CellKey cell = constraint.cell();
        return new Movement(MovementKind.TARGET_SET, Optional.empty(), Optional.empty(),
                withoutZeros(List.of(new Posting(new Account.Target(cell), -constraint.target()),
                        new Posting(new Account.Pool(cell), constraint.target()))));
    }

    /// Another target in mid-field. Raised: what the cell was over-committed by is asked for again, the rest is free;
    /// promote after it. Lowered: free units are given up; what is out already stays with its devices and is owed.
    ///
    /// @throws IllegalArgumentException if the target is negative or the same as before
    public static Movement retarget(CellKey cell, int target, BalanceView balances) {
        int before = -balances.of(new Account.Target(cell));
        int rise = target - before;
        if (target < 0 || rise == 0) {
            throw new IllegalArgumentException("target " + target + " of " + cell.text());
        }
        int owed = -balances.of(new Account.OverCommitted(cell));
        int free = balances.of(new Account.Pool(cell));
        int fromDebt = rise > 0 ? Math.min(owed, rise) : Math.min(0, rise + free);
        return new Movement(rise > 0 ? MovementKind.TARGET_RAISED : MovementKind.TARGET_LOWERED, Optional.empty(),
                Optional.empty(), withoutZeros(List.of(new Posting(new Account.Target(cell), -rise),
                        new Posting(new Account.OverCommitted(cell), fromDebt),
                        new Posting(new Account.Pool(cell), rise - fromDebt))));
    }

    /// Bundles that could be granted now, at most as many as wanted.
    public static int grantable(List<CellKey> cells, int wanted, BalanceView balances) {
        return Math.max(0, Math.min(wanted, room(cells, balances)));
    }

    /// Gives free bundles to a new lease.
    ///
    /// @throws IllegalArgumentException if there are fewer; ask {@link #grantable} first
    public static Movement grant(LeaseId lease, List<CellKey> cells, int units, BalanceView balances) {
        if (units < 0 || units > grantable(cells, units, balances)) {
            throw new IllegalArgumentException("cannot grant " + units + " of " + cells);
        }
        return new Movement(MovementKind.GRANTED, Optional.of(lease), Optional.empty(),
                transfer(cells, units, Account.Pool::new, cell -> new Account.OnLease(lease, cell)));
    }

    /// Takes an interview in: from its lease if that is good, else from the pool if there is room, else it waits. A
    /// unit that its device spent and that cannot be used for it is free again.
    public static Admission admit(Claim claim, BalanceView balances) {
        Optional<PendingReason> fault = ClaimCheck.faultOf(claim);
        if (fault.isEmpty()) {
            LeaseId lease = claim.named().orElseThrow();
            List<Posting> postings = transfer(claim.cells(), 1, cell -> new Account.OnLease(lease, cell),
                    Account.Accepted::new);
            return new Admission.Accepted(List.of(new Movement(MovementKind.ACCEPTED_ON_LEASE, Optional.of(lease),
                    Optional.of(claim.interview()), postings)), Optional.empty());
        }
        Sheet sheet = new Sheet(balances);
        List<Movement> movements = new ArrayList<>();
        ClaimCheck.spentInVain(claim).ifPresent(lease -> movements.add(sheet.carryOut(
                back(MovementKind.RELEASED, lease, 1, Optional.of(claim.interview()), sheet))));
        if (fault.get().waitsForUnit() && room(claim.cells(), sheet) > 0) {
            movements.add(fromPool(MovementKind.ACCEPTED_FROM_POOL, claim.interview(), claim.cells()));
            return new Admission.Accepted(movements, fault);
        }
        return new Admission.Pending(movements, fault.get());
    }

    /// Brings units of a lease back because its device gave them up. More than the lease has is never believed: an
    /// older disk image may give up units that its interviews or vouchers have used.
    ///
    /// @param units as the device says
    public static GivenBack giveBack(HeldLease lease, int units, BalanceView balances) {
        int usable = lease.isLive() ? Math.clamp(units, 0, lease.left()) : 0;
        return new GivenBack(usable == 0 ? Optional.empty()
                : Optional.of(back(MovementKind.RETURNED, lease, usable, Optional.empty(), balances)),
                lease.isLive() ? units - usable : 0);
    }

    /// @param movement empty if nothing moves
    /// @param excess   units that a live lease did not have: a mistake or an older disk image, to be looked at
    public record GivenBack(Optional<Movement> movement, int excess) {
    }

    /// Brings all unused units of a withdrawn list back. From then on its lease is withdrawn for ever.
    public static Movement withdraw(HeldLease lease, BalanceView balances) {
        return back(MovementKind.RETURNED, lease, lease.left(), Optional.empty(), balances);
    }

    /// Takes the units of a lease away by the server's word. From then on it is fenced for ever.
    public static Movement fence(HeldLease lease, BalanceView balances) {
        return back(MovementKind.FENCED, lease, lease.left(), Optional.empty(), balances);
    }

    /// Gives the unit of an accepted interview back; promote after it.
    ///
    /// @param kind REJECTED or VOIDED
    public static Movement uncount(MovementKind kind, InterviewId interview, List<CellKey> cells,
            BalanceView balances) {
        if (kind != MovementKind.REJECTED && kind != MovementKind.VOIDED) {
            throw new IllegalArgumentException(kind.code());
        }
        return new Movement(kind, Optional.empty(), Optional.of(interview),
                toPool(cells, 1, Account.Accepted::new, balances));
    }

    /// Accepts waiting interviews as far as free units go, in the order given; run before any new grant. Two of the
    /// same household never both count.
    ///
    /// @param waiting those whose household has no counted interview, in an order drawn by chance
    public static List<Movement> promote(List<WaitingInterview> waiting, BalanceView balances) {
        List<Movement> plan = new ArrayList<>();
        Sheet sheet = new Sheet(balances);
        Set<String> households = new HashSet<>();
        for (WaitingInterview next : waiting) {
            String household = next.household() + " " + next.list().text();
            if (room(next.cells(), sheet) > 0 && households.add(household)) {
                plan.add(sheet.carryOut(fromPool(MovementKind.PROMOTED, next.interview(), next.cells())));
            }
        }
        return plan;
    }

    /// Free bundles: what the scarcest cell has. No cell, no limit is never meant: a claim without cells is a mistake.
    static int room(List<CellKey> cells, BalanceView balances) {
        return cells.stream().mapToInt(cell -> balances.of(new Account.Pool(cell))).min()
                .orElseThrow(() -> new IllegalArgumentException("no quota cell"));
    }

    private static Movement back(MovementKind kind, HeldLease lease, int units, Optional<InterviewId> interview,
            BalanceView balances) {
        return new Movement(kind, Optional.of(lease.id()), interview,
                toPool(lease.cells(), units, cell -> new Account.OnLease(lease.id(), cell), balances));
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
        return withoutZeros(postings);
    }

    /// What comes back pays what the cell is over-committed by before it is free.
    private static List<Posting> toPool(List<CellKey> cells, int units, AccountOf from, BalanceView balances) {
        List<Posting> postings = new ArrayList<>();
        for (CellKey cell : cells) {
            int paid = Math.min(units, -balances.of(new Account.OverCommitted(cell)));
            postings.add(new Posting(from.at(cell), -units));
            postings.add(new Posting(new Account.OverCommitted(cell), paid));
            postings.add(new Posting(new Account.Pool(cell), units - paid));
        }
        return withoutZeros(postings);
    }

    private static List<Posting> withoutZeros(List<Posting> postings) {
        return postings.stream().filter(posting -> posting.units() != 0).toList();
    }
}
