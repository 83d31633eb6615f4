package vn.hoidan.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.MovementKind;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.WaitingInterview;
import vn.hoidan.core.quota.hand.Hold;

/// The invariants of the quota rules, by their numbers.
final class Checks {

    private final World world;
    private final Map<CellKey, Integer> over = new HashMap<>();
    private final Map<LeaseId, HeldLease> issued = new HashMap<>();
    private int movementsSeen;
    private boolean restoredSince;

    Checks(World world) {
        this.world = world;
    }

    /// After every commit of the server, for what it touched.
    void touched() {
        Books books = world.office.books;
        Set<CellKey> lowered = new HashSet<>();
        List<Movement> movements = books.movements;
        for (; movementsSeen < movements.size(); movementsSeen++) {
            Movement movement = movements.get(movementsSeen);
            if (movement.kind() == MovementKind.TARGET_LOWERED) {
                movement.postings().forEach(posting -> lowered.add(posting.account().cell()));
            }
        }
        for (CellKey cell : books.touchedCells) {
            cell(cell, lowered.contains(cell));
        }
        for (WaitingInterview waiting : books.waiting(books.touchedCells)) {
            Violation.unless(waiting.cells().stream().anyMatch(cell -> books.of(new Account.Pool(cell)) == 0), "Q9",
                    "could be promoted: " + waiting.interview().asText());
        }
        for (LeaseId lease : books.touchedLeases) {
            lease(books.lease(lease).orElseThrow());
        }
        books.touchedCells.clear();
        books.touchedLeases.clear();
    }

    private void cell(CellKey cell, boolean lowered) {
        Books books = world.office.books;
        int target = -books.of(new Account.Target(cell));
        int owed = -books.of(new Account.OverCommitted(cell));
        int accepted = books.of(new Account.Accepted(cell));
        int free = books.of(new Account.Pool(cell));
        int before = over.getOrDefault(cell, 0);
        Violation.unless(owed <= before || lowered, "Q1", cell.text() + " over-committed more: " + owed);
        over.put(cell, owed);
        Violation.unless(accepted <= target + owed, "Q1", cell.text() + " accepted " + accepted + " of " + target);
        Violation.unless(target + owed - accepted - free >= 0, "Q2", cell.text());
        Violation.unless(owed == 0 || free == 0, "Q2", cell.text() + " frees units that it owes");
    }

    private void lease(HeldLease lease) {
        Map<MovementKind, Integer> kinds = world.office.books.byKind.getOrDefault(lease.id(), Map.of());
        int moved = kinds.values().stream().mapToInt(Integer::intValue).sum();
        Violation.unless(moved == lease.left() && lease.left() >= 0, "Q3", lease.id().text() + " " + kinds);
        Violation.unless(lease.isLive() || lease.left() == 0, "Q5", "ended and not empty: " + lease.id().text());
        HeldLease first = issued.putIfAbsent(lease.id(), lease);
        Violation.unless(first == null || first.device().equals(lease.device()) && first.cells().equals(lease.cells())
                && first.useBy().equals(lease.useBy()), "Q5", "name used again: " + lease.id().text());
        Violation.unless(first == null || first.isLive() || !lease.isLive() || restoredSince, "Q5",
                "lives again: " + lease.id().text());
        issued.put(lease.id(), lease);
    }

    /// The server began anew from an older state.
    void restored() {
        restoredSince = true;
        over.clear();
        world.office.books.cells().forEach(cell ->
                over.put(cell, -world.office.books.of(new Account.OverCommitted(cell))));
        movementsSeen = world.office.books.movements.size();
        forgive();
    }

    /// Every invariant over everything.
    void all() {
        touched();
        outside();
        counters();
        savedIsSomewhere();
        world.office.books.audit();
    }

    /// Q4: what laptops can still use of a lease is never more than the server has on it.
    private void outside() {
        Map<LeaseId, Integer> outside = new HashMap<>();
        Consumer<LeaseId> one = lease -> outside.merge(lease, 1, Integer::sum);
        Set<UnitCode> codesUsed = new HashSet<>();
        List<Map.Entry<LeaseId, UnitCode>> codesGiven = new ArrayList<>();
        for (Laptop laptop : world.laptops) {
            if (laptop.alive) {
                laptop.disk.hand().units().values().forEach(each ->
                        outside.merge(each.lease(), each.free(), Integer::sum));
                laptop.disk.hand().holds().values().forEach(hold -> {
                    if (hold instanceof Hold.OfLease of) {
                        one.accept(of.lease());
                    }
                });
                unsynced(laptop, outside, codesGiven);
            }
        }
        world.air.values().forEach(voucher -> outside.merge(voucher.lease(), voucher.units(), Integer::sum));
        codesGiven.stream().filter(each -> !world.office.usedCode(each.getValue()) && codesUsed.add(each.getValue()))
                .forEach(each -> one.accept(each.getKey()));
        for (HeldLease lease : world.office.books.leases()) {
            if (lease.isLive() && !world.tainted.contains(lease.id())) {
                Violation.unless(outside.getOrDefault(lease.id(), 0) <= lease.left(), "Q4", lease.id().text() + " has "
                        + lease.left() + ", outside " + outside.get(lease.id()));
            }
        }
    }

    private void unsynced(Laptop laptop, Map<LeaseId, Integer> outside,
            List<Map.Entry<LeaseId, UnitCode>> codesGiven) {
        long end = world.office.endOf(laptop.id);
        for (Laptop.Entry entry : laptop.disk.log()) {
            boolean sent = entry.position().number() <= end;
            switch (entry.body()) {
                case Told.Up.Interview interview -> {
                    if (!sent && !world.office.interviews().containsKey(interview.id())) {
                        interview.lease().ifPresent(lease -> outside.merge(lease, 1, Integer::sum));
                    }
                }
                case Told.Up.Returned returned -> {
                    if (!sent) {
                        outside.merge(returned.lease(), returned.units(), Integer::sum);
                    }
                }
                case Told.Up.CodeOut out -> codesGiven.add(Map.entry(out.lease(), out.code()));
                case Told.Up.VoucherIn _, Told.Up.VoucherOut _ -> {
                    // the units are in the taker's hand or in the air
                }
            }
        }
    }

    /// Q7, Q10: counters are the interviews.
    private void counters() {
        Books books = world.office.books;
        Map<CellKey, Integer> accepted = new HashMap<>();
        int pending = 0;
        for (Map.Entry<InterviewId, Office.Row> each : world.office.interviews().entrySet()) {
            boolean counts = each.getValue().state() == Office.State.ACCEPTED;
            Violation.unless(books.counts(each.getKey()) == counts, "Q10", "ledger and state of " + each.getKey());
            if (counts) {
                each.getValue().cells().forEach(cell -> accepted.merge(cell, 1, Integer::sum));
            }
            boolean waits = each.getValue().state() == Office.State.PENDING;
            Violation.unless(books.allWaiting().containsKey(each.getKey()) == waits, "Q7", "two states");
            Violation.unless(!waits || each.getValue().reason().isPresent(), "Q8", "pending without a reason");
            pending += waits ? 1 : 0;
        }
        Violation.unless(pending == books.allWaiting().size(), "Q7", "waits and is not there");
        for (CellKey cell : books.cells()) {
            Violation.unless(accepted.getOrDefault(cell, 0) == books.of(new Account.Accepted(cell)), "Q10",
                    cell.text() + ": rows " + accepted.get(cell) + ", ledger " + books.of(new Account.Accepted(cell)));
        }
    }

    /// What the window called saved is on a laptop's disk or at the server.
    private void savedIsSomewhere() {
        Set<InterviewId> here = whereverTheyAre();
        world.saved.keySet().forEach(id ->
                Violation.unless(here.contains(id), "Q11", "saved and gone: " + id.asText()));
    }

    private Set<InterviewId> whereverTheyAre() {
        Set<InterviewId> here = new HashSet<>(world.office.interviews().keySet());
        for (Laptop laptop : world.laptops) {
            if (laptop.alive) {
                for (Laptop.Entry entry : laptop.disk.log()) {
                    if (entry.body() instanceof Told.Up.Interview interview) {
                        here.add(interview.id());
                    }
                }
            }
        }
        return here;
    }

    /// A disk was destroyed or put back: what was on it alone is gone with it, and no rule can help.
    void forgive() {
        world.saved.keySet().retainAll(whereverTheyAre());
    }

    /// True while some bundle can still be filled by somebody, or something is not yet told.
    boolean somethingIsOpen() {
        for (Laptop laptop : world.laptops) {
            if (laptop.alive && laptop.disk.log().size() > world.office.endOf(laptop.id)) {
                return true;
            }
        }
        return openBundle().isPresent();
    }

    private Optional<Bundle> openBundle() {
        Books books = world.office.books;
        return world.laptops.stream().filter(laptop -> laptop.alive)
                .map(laptop -> world.bundlesOf.get(laptop.person)).distinct().flatMap(List::stream)
                .filter(bundle -> bundle.cells().stream().allMatch(cell ->
                        books.of(new Account.Accepted(cell)) < -books.of(new Account.Target(cell)))).findFirst();
    }

    void atTheEnd() {
        Books books = world.office.books;
        openBundle().ifPresent(bundle -> Violation.unless(false, "Q12", "never filled: " + bundle));
        Map<Account, Integer> replayed = new HashMap<>();
        for (Movement movement : books.movements) {
            movement.postings().forEach(posting -> replayed.merge(posting.account(), posting.units(), Integer::sum));
        }
        Violation.unless(replayed.equals(books.balances()), "Q14", "the ledger tells another state");
        world.saved.forEach((id, laptop) -> Violation.unless(!laptop.alive
                || world.office.interviews().containsKey(id), "Q7", "never arrived: " + id.asText()));
        world.office.interviews().forEach((id, row) -> row.reason().ifPresent(reason -> Violation.unless(
                causesOf(reason).stream().anyMatch(cause -> world.events.of(cause) > 0), "Q8",
                id.asText() + " " + reason + " though nothing happened")));
    }

    /// What must have happened for an interview to have no good lease.
    private static List<String> causesOf(PendingReason reason) {
        return switch (reason) {
            case LEASE_FENCED -> List.of("fence");
            case LEASE_EMPTY -> List.of("rolled-back", "cloned");
            case FOREIGN_LEASE -> List.of("enrolled-again", "restored");
            case NO_LEASE -> List.of("at-risk", "enrolled-again", "restored");
            case OTHER_CELLS -> List.of("other-cells");
            case CODE_REUSED -> List.of("code-told-twice", "rolled-back", "cloned");
            case LEASE_WITHDRAWN, HOUSEHOLD_COUNTED -> List.of();
        };
    }
}
