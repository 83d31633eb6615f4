package vn.hoidan.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.MovementKind;
import vn.hoidan.core.quota.Pace;
import vn.hoidan.core.quota.Posting;
import vn.hoidan.core.quota.QuotaBooks;
import vn.hoidan.core.quota.TurnStep;
import vn.hoidan.core.quota.WaitingInterview;
import vn.hoidan.core.sync.UpRecord;

/// The server's books in memory, with the conditions that its database sets: no balance on the wrong side of zero, one
/// debit an interview, what is over-committed is paid before anything is free.
class Books implements QuotaBooks {

    private final Map<Account, Integer> units = new HashMap<>();
    private final Map<LeaseId, HeldLease> leases = new LinkedHashMap<>();
    private final Map<CellKey, Map<LeaseId, Instant>> outIn = new HashMap<>();
    private final Map<InterviewId, WaitingInterview> waiting = new LinkedHashMap<>();
    private final Map<CellKey, Set<InterviewId>> waitingIn = new HashMap<>();
    private final Map<CellKey, Set<String>> devicesIn = new HashMap<>();
    private final Map<String, Pace> paces = new HashMap<>();
    private final Map<InterviewId, Integer> counted = new HashMap<>();
    private final Set<CellKey> cells = new LinkedHashSet<>();
    final List<Movement> movements = new ArrayList<>();
    final Map<LeaseId, Map<MovementKind, Integer>> byKind = new HashMap<>();
    /// Since the last look.
    final Set<CellKey> touchedCells = new LinkedHashSet<>();
    final Set<LeaseId> touchedLeases = new LinkedHashSet<>();

    /// What happens at the office at one moment; nothing of it if it fails.
    void commit(Instant now, Runnable work) {
        work.run();
    }

    /// What a turn's planner may ask.
    ///
    /// @param about the cells that it will ask about
    QuotaBooks forPlan(Collection<CellKey> about) {
        return this;
    }

    /// Everything that is derived is looked at.
    void audit() {
    }

    /// A record came up.
    void kept(String device, UpRecord record) {
    }

    /// An interview came with the record before.
    void came(Told.Up.Interview interview, String device, Office.Row row) {
    }

    /// From now on it counts, or it never does.
    void ruled(InterviewId id, Office.Row row, Office.State before) {
    }

    Books copy() {
        return copyInto(new Books());
    }

    Books copyInto(Books copy) {
        copy.units.putAll(units);
        copy.leases.putAll(leases);
        outIn.forEach((cell, out) -> copy.outIn.put(cell, new LinkedHashMap<>(out)));
        copy.waiting.putAll(waiting);
        waitingIn.forEach((cell, ids) -> copy.waitingIn.put(cell, new LinkedHashSet<>(ids)));
        devicesIn.forEach((cell, devices) -> copy.devicesIn.put(cell, new HashSet<>(devices)));
        copy.paces.putAll(paces);
        copy.counted.putAll(counted);
        copy.cells.addAll(cells);
        copy.movements.addAll(movements);
        byKind.forEach((lease, kinds) -> copy.byKind.put(lease, new HashMap<>(kinds)));
        return copy;
    }

    @Override
    public int of(Account account) {
        return units.getOrDefault(account, 0);
    }

    Collection<CellKey> cells() {
        return cells;
    }

    Map<Account, Integer> balances() {
        return units;
    }

    void carryOut(Movement movement) {
        enter(movement);
    }

    private void enter(Movement movement) {
        Map<LeaseId, Integer> leased = new HashMap<>();
        for (Posting posting : movement.postings()) {
            int balance = units.merge(posting.account(), posting.units(), Integer::sum);
            Violation.unless(posting.account().isDebt() ? balance <= 0 : balance >= 0, "CHECK",
                    posting.account() + " is " + balance + " after " + movement.kind());
            touchedCells.add(posting.account().cell());
            cells.add(posting.account().cell());
            if (posting.account() instanceof Account.OnLease held) {
                leased.put(held.lease(), posting.units());
            }
        }
        leased.forEach((lease, change) -> changeLease(lease, change, movement.kind()));
        movement.interview().ifPresent(id -> {
            int now = counted.merge(id, movement.kind().accepts() ? 1
                    : movement.kind() == MovementKind.RELEASED ? 0 : -1, Integer::sum);
            Violation.unless(now == 0 || now == 1, "Q6", id.asText() + " counts " + now + " times");
        });
        movements.add(movement);
    }

    private void changeLease(LeaseId id, int change, MovementKind kind) {
        HeldLease before = leases.get(id);
        Violation.unless(before.isLive(), "Q5", "units moved on ended lease " + id.text());
        HeldLease after = with(before, before.state(), before.left() + change);
        leases.put(id, after);
        byKind.computeIfAbsent(id, key -> new HashMap<>()).merge(kind, change, Integer::sum);
        touchedLeases.add(id);
        index(after);
    }

    private void index(HeldLease lease) {
        for (CellKey cell : lease.cells()) {
            Map<LeaseId, Instant> out = outIn.computeIfAbsent(cell, key -> new LinkedHashMap<>());
            if (lease.isLive() && lease.left() > 0) {
                out.put(lease.id(), lease.fenceAt());
            } else {
                out.remove(lease.id());
            }
        }
    }

    static HeldLease with(HeldLease lease, HeldLease.State state, int left) {
        return new HeldLease(lease.id(), lease.device(), lease.list(), lease.cells(), state, left, lease.useBy());
    }

    /// A lease, entered before its units move to it.
    void grant(String device, TurnStep.Granted granted) {
        Lease lease = granted.lease();
        Violation.unless(!leases.containsKey(lease.id()), "Q5", "lease named twice " + lease.id().text());
        leases.put(lease.id(), new HeldLease(lease.id(), device, Optional.empty(), lease.cells(),
                HeldLease.State.LIVE, 0, lease.useBy()));
        enter(granted.movement());
    }

    void fenced(LeaseId id) {
        HeldLease lease = leases.get(id);
        Violation.unless(lease.isLive() && lease.left() == 0, "Q5", "fenced with units " + id.text());
        leases.put(id, with(lease, HeldLease.State.FENCED, 0));
        index(leases.get(id));
    }

    Optional<HeldLease> lease(LeaseId id) {
        return Optional.ofNullable(leases.get(id));
    }

    Collection<HeldLease> leases() {
        return leases.values();
    }

    List<HeldLease> liveOf(String device) {
        return leases.values().stream().filter(lease -> lease.isLive() && lease.device().equals(device)).toList();
    }

    void waits(WaitingInterview interview) {
        waiting.put(interview.interview(), interview);
        interview.cells().forEach(cell ->
                waitingIn.computeIfAbsent(cell, key -> new LinkedHashSet<>()).add(interview.interview()));
        touchedCells.addAll(interview.cells());
    }

    WaitingInterview waitsNoMore(InterviewId id) {
        WaitingInterview gone = waiting.remove(id);
        gone.cells().forEach(cell -> waitingIn.get(cell).remove(id));
        return gone;
    }

    Map<InterviewId, WaitingInterview> allWaiting() {
        return waiting;
    }

    boolean counts(InterviewId id) {
        return counted.getOrDefault(id, 0) == 1;
    }

    void pace(String device, Pace pace, Collection<CellKey> worksIn) {
        if (paces.put(device, pace) == null) {
            worksIn.forEach(cell -> devicesIn.computeIfAbsent(cell, key -> new HashSet<>()).add(device));
        }
    }

    Optional<Pace> pace(String device) {
        return Optional.ofNullable(paces.get(device));
    }

    void gone(String device) {
        paces.remove(device);
        devicesIn.values().forEach(devices -> devices.remove(device));
    }

    @Override
    public List<HeldLease> due(CellKey cell, Instant now) {
        return outIn.getOrDefault(cell, Map.of()).entrySet().stream().filter(each -> !each.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue()).map(each -> leases.get(each.getKey())).toList();
    }

    @Override
    public List<WaitingInterview> waiting(Collection<CellKey> in) {
        Set<InterviewId> found = new LinkedHashSet<>();
        in.forEach(cell -> found.addAll(waitingIn.getOrDefault(cell, Set.of())));
        return found.stream().map(waiting::get).toList();
    }

    @Override
    public double speedOfOthers(CellKey cell, String device, Instant now) {
        double speed = 0;
        for (String other : devicesIn.getOrDefault(cell, Set.of())) {
            Pace pace = paces.get(other);
            if (!other.equals(device) && pace.activeUntil().isAfter(now)) {
                speed += pace.perDay();
            }
        }
        return speed;
    }
}
