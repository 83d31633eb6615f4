package vn.hoidan.core.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.support.BesideOthers;

/// Walks at random through grants, interviews, withdrawals and promotions, and compares the ledger after each step with
/// a plain model that only counts. The invariants' names are those of the quota rules.
@BesideOthers
class LedgerWalkTest {

    private static final int WALKS = 40;
    private static final int STEPS = 400;
    private static final int VILLAGES = 6;
    private static final int VILLAGE_TARGET = 7;
    private static final int DISTRICT_TARGET = 30;
    private static final int HOUSEHOLDS = 15;
    private static final CellKey DISTRICT = new CellKey("district:271@2004-01-01");

    @Test
    void keepsEveryInvariantWhateverHappensInWhateverOrder() {
        long seed = new Random().nextLong();
        System.getLogger(LedgerWalkTest.class.getName()).log(System.Logger.Level.INFO, "seed " + seed);
        Random random = new Random(seed);
        Map<String, Integer> seen = new HashMap<>();
        for (int walk = 0; walk < WALKS; walk++) {
            Walk now = new Walk(random, "seed " + seed + ", walk " + walk);
            for (int step = 0; step < STEPS; step++) {
                now.step();
            }
            now.replay();
            now.seen.forEach((what, count) -> seen.merge(what, count, Integer::sum));
        }
        for (String what : List.of("grant", "on-lease", "late", "pending", "promoted", "returned", "no-room",
                "household-counted", "foreign-lease", "lease-withdrawn", "lease-empty", "no-lease")) {
            assertTrue(seen.getOrDefault(what, 0) > 0, what + " never happened, seed " + seed + ": " + seen);
        }
    }

    private static final class Walk {

        private final Random random;
        private final String told;
        private final List<Movement> ledger = new ArrayList<>();
        private final Map<LeaseId, HeldLease> leases = new LinkedHashMap<>();
        private final Map<InterviewId, Claim> accepted = new LinkedHashMap<>();
        private final Map<InterviewId, Integer> household = new HashMap<>();
        private final Map<InterviewId, PendingReason> pending = new LinkedHashMap<>();
        private final Map<InterviewId, Claim> claims = new LinkedHashMap<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private Balances balances = Balances.EMPTY;

        Walk(Random random, String told) {
            this.random = random;
            this.told = told;
            carryOut(LedgerPlanner.open(constraint(DISTRICT, DISTRICT_TARGET)));
            for (int village = 0; village < VILLAGES; village++) {
                carryOut(LedgerPlanner.open(constraint(cell(village), VILLAGE_TARGET)));
            }
        }

        void step() {
            switch (random.nextInt(20)) {
                case 0, 1 -> assign();
                case 2 -> withdraw();
                default -> interview();
            }
            check();
        }

        private void assign() {
            int village = random.nextInt(VILLAGES);
            if (liveLeaseOf(village).isPresent()) {
                return;
            }
            promote();
            int units = LedgerPlanner.grantable(cells(village), VILLAGE_TARGET, balances);
            count(units > 0 ? "grant" : "no-room");
            LeaseId lease = new LeaseId("1-" + (leases.size() + 1));
            Movement grant = LedgerPlanner.grant(lease, cells(village), units, balances);
            assertTrue(promotable().isEmpty() || units == 0 || LedgerPlanner.promote(promotable(), balances).isEmpty(),
                    "Q9 " + told);
            carryOut(grant);
            leases.put(lease, new HeldLease(lease, "device-" + random.nextInt(3), Optional.of(list(village)),
                    cells(village), HeldLease.State.LIVE, units, Instant.EPOCH));
        }

        private void withdraw() {
            liveLeaseOf(random.nextInt(VILLAGES)).map(each -> held(each.id())).ifPresent(lease -> {
                count("returned");
                carryOut(LedgerPlanner.withdraw(lease, balances));
                leases.put(lease.id(), new HeldLease(lease.id(), lease.device(), lease.list(), lease.cells(),
                        HeldLease.State.WITHDRAWN, 0, Instant.EPOCH));
                promote();
            });
        }

        private void interview() {
            int village = random.nextInt(VILLAGES);
            InterviewId id = new InterviewId(new UUID(random.nextLong(), random.nextLong()));
            Optional<LeaseId> named = leases.isEmpty() || random.nextInt(10) == 0 ? Optional.empty()
                    : liveLeaseOf(village).filter(lease -> random.nextInt(4) > 0).map(HeldLease::id)
                            .or(() -> Optional.of(anyLease().id()));
            String device = named.filter(lease -> random.nextInt(8) > 0).map(lease -> leases.get(lease).device())
                    .orElse("device-9");
            int number = random.nextInt(HOUSEHOLDS);
            boolean counted = accepted.values().stream()
                    .anyMatch(other -> other.list().equals(list(village))
                            && household.get(other.interview()) == number);
            Claim claim = new Claim(id, device, list(village), cells(village), named,
                    named.map(this::held), Claim.Transfer.NONE, counted);
            claims.put(id, claim);
            household.put(id, number);
            switch (LedgerPlanner.admit(claim, balances)) {
                case Admission.Accepted yes -> {
                    count(yes.late().isPresent() ? "late" : "on-lease");
                    yes.late().ifPresent(reason -> count(reason.code()));
                    yes.movements().forEach(this::carryOut);
                    accepted.put(id, claim);
                }
                case Admission.Pending no -> {
                    count("pending");
                    count(no.reason().code());
                    pending.put(id, no.reason());
                }
            }
        }

        /// With the units that the ledger has on it.
        private HeldLease held(LeaseId id) {
            HeldLease lease = leases.get(id);
            return new HeldLease(id, lease.device(), lease.list(), lease.cells(), lease.state(),
                    balances.of(new Account.OnLease(id, DISTRICT)), lease.useBy());
        }

        private void promote() {
            for (Movement movement : LedgerPlanner.promote(promotable(), balances)) {
                count("promoted");
                carryOut(movement);
                InterviewId id = movement.interview().orElseThrow();
                assertTrue(pending.remove(id) != null, told);
                accepted.put(id, claims.get(id));
            }
        }

        private List<WaitingInterview> promotable() {
            List<WaitingInterview> waiting = new ArrayList<>();
            pending.forEach((id, reason) -> {
                Claim claim = claims.get(id);
                boolean counted = accepted.values().stream().anyMatch(other -> other.list().equals(claim.list())
                        && household.get(other.interview()).equals(household.get(id)));
                if (reason.waitsForUnit() && !counted) {
                    waiting.add(new WaitingInterview(id, claim.list(), household.get(id), claim.cells()));
                }
            });
            Collections.shuffle(waiting, random);
            return waiting;
        }

        private void check() {
            checkCell(DISTRICT, DISTRICT_TARGET);
            for (int village = 0; village < VILLAGES; village++) {
                checkCell(cell(village), VILLAGE_TARGET);
            }
            leases.values().forEach(this::checkLease);
            Set<InterviewId> debited = new HashSet<>();
            ledger.forEach(movement -> movement.interview()
                    .ifPresent(id -> assertTrue(debited.add(id), "Q6 " + told)));
            assertEquals(accepted.keySet(), debited, "Q7 " + told);
            assertFalse(accepted.keySet().stream().anyMatch(pending::containsKey), "Q7 " + told);
            assertEquals(claims.size(), accepted.size() + pending.size(), "Q7 " + told);
        }

        void replay() {
            Balances replayed = Balances.EMPTY;
            for (Movement movement : ledger) {
                replayed = replayed.after(movement);
            }
            assertEquals(balances.all(), replayed.all(), "Q14 " + told);
        }

        private void checkCell(CellKey cell, int target) {
            int onLease = leases.keySet().stream().mapToInt(id -> balances.of(new Account.OnLease(id, cell))).sum();
            int counted = (int) accepted.values().stream().filter(claim -> claim.cells().contains(cell)).count();
            assertEquals(counted, balances.of(new Account.Accepted(cell)), "Q10 " + told);
            assertTrue(counted <= target, "Q1 " + told);
            assertTrue(counted + onLease <= target, "Q2 " + told);
            assertEquals(target, balances.of(new Account.Pool(cell)) + onLease + counted, told);
        }

        private void checkLease(HeldLease lease) {
            for (CellKey cell : lease.cells()) {
                int balance = balances.of(new Account.OnLease(lease.id(), cell));
                int granted = moved(lease.id(), cell, MovementKind.GRANTED);
                int debited = moved(lease.id(), cell, MovementKind.ACCEPTED_ON_LEASE);
                int returned = moved(lease.id(), cell, MovementKind.RETURNED);
                assertEquals(granted, balance - debited - returned, "Q3 " + told);
                assertTrue(lease.isLive() || balance == 0, "Q5 " + told);
            }
        }

        private int moved(LeaseId lease, CellKey cell, MovementKind kind) {
            return ledger.stream().filter(movement -> movement.kind() == kind)
                    .flatMap(movement -> movement.postings().stream())
                    .filter(posting -> posting.account().equals(new Account.OnLease(lease, cell)))
                    .mapToInt(Posting::units).sum();
        }

        private void carryOut(Movement movement) {
            ledger.add(movement);
            balances = balances.after(movement);
        }

        private Optional<HeldLease> liveLeaseOf(int village) {
            return leases.values().stream()
                    .filter(lease -> lease.isLive() && lease.list().equals(Optional.of(list(village)))).findFirst();
        }

        private HeldLease anyLease() {
            return List.copyOf(leases.values()).get(random.nextInt(leases.size()));
        }

        private void count(String what) {
            seen.merge(what, 1, Integer::sum);
        }

        private static CellKey cell(int village) {
            return new CellKey("village:V" + village + "@2024-11-01");
        }

        private static List<CellKey> cells(int village) {
            return List.of(cell(village), DISTRICT);
        }

        private static ListId list(int village) {
            return new ListId("hanoi-2024/V" + village);
        }

        private static Constraint constraint(CellKey cell, int target) {
            String[] parts = cell.text().split(":");
            return new Constraint(AreaLevel.ofCode(parts[0]),
                    AreaKey.parse(parts[1]), target);
        }
    }
}
