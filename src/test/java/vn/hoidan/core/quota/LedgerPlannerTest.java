package vn.hoidan.core.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.sampling.ListId;

class LedgerPlannerTest {

    private static final Constraint DISTRICT =
            new Constraint(AreaLevel.DISTRICT, new AreaKey("271", LocalDate.of(2004, 1, 1)), 3);
    private static final Constraint VILLAGE =
            new Constraint(AreaLevel.VILLAGE, new AreaKey("09694-1", LocalDate.of(2024, 11, 1)), 2);
    private static final List<CellKey> CELLS = List.of(VILLAGE.cell(), DISTRICT.cell());
    private static final LeaseId LEASE = new LeaseId("1-1");
    private static final ListId LIST = new ListId("hanoi-2024/09694-1");

    private final Balances opened = Balances.EMPTY.after(LedgerPlanner.open(DISTRICT))
            .after(LedgerPlanner.open(VILLAGE));

    @Test
    void grantsNoMoreThanTheScarcestCellHas() {
        assertEquals(2, LedgerPlanner.grantable(CELLS, 75, opened));
        assertThrows(IllegalArgumentException.class, () -> LedgerPlanner.grant(LEASE, CELLS, 3, opened));
    }

    @Test
    void debitsTheLeaseWhenTheInterviewNamesItsOwn() {
        Balances granted = opened.after(LedgerPlanner.grant(LEASE, CELLS, 2, opened));
        Admission.Accepted accepted = (Admission.Accepted) LedgerPlanner.admit(claim(true, false), granted);
        assertEquals(MovementKind.ACCEPTED_ON_LEASE, accepted.movements().getFirst().kind());
        assertEquals(1, granted.after(accepted.movements().getFirst()).of(new Account.OnLease(LEASE, VILLAGE.cell())));
        assertEquals(1, granted.after(accepted.movements().getFirst()).of(new Account.Accepted(DISTRICT.cell())));
    }

    @Test
    void keepsAnInterviewPendingWhenTheListWasWithdrawnAndNothingIsFree() {
        Balances full = opened.after(LedgerPlanner.grant(new LeaseId("1-2"), CELLS, 2, opened));
        assertEquals(new Admission.Pending(List.of(), PendingReason.LEASE_WITHDRAWN),
                LedgerPlanner.admit(claim(false, false), full));
    }

    @Test
    void acceptsAnInterviewLateWhenTheListWasWithdrawnButThereIsRoom() {
        Admission.Accepted accepted = (Admission.Accepted) LedgerPlanner.admit(claim(false, false), opened);
        assertEquals(Optional.of(PendingReason.LEASE_WITHDRAWN), accepted.late());
        assertEquals(MovementKind.ACCEPTED_FROM_POOL, accepted.movements().getFirst().kind());
    }

    @Test
    void countsOneInterviewAHouseholdHoweverMuchRoomThereIs() {
        assertEquals(new Admission.Pending(List.of(), PendingReason.HOUSEHOLD_COUNTED),
                LedgerPlanner.admit(claim(true, true), opened));
    }

    @Test
    void promotesOnlyOneOfTwoInterviewsOfAHousehold() {
        WaitingInterview first = new WaitingInterview(id(1), LIST, 17, CELLS);
        WaitingInterview second = new WaitingInterview(id(2), LIST, 17, CELLS);
        List<Movement> plan = LedgerPlanner.promote(List.of(second, first), opened);
        assertEquals(List.of(Optional.of(id(2))), plan.stream().map(Movement::interview).toList());
    }

    @Test
    void refusesAMovementThatDoesNotSumToZeroInEachCell() {
        List<Posting> postings = List.of(new Posting(new Account.Pool(VILLAGE.cell()), -1),
                new Posting(new Account.Accepted(DISTRICT.cell()), 1));
        assertThrows(IllegalArgumentException.class,
                () -> new Movement(MovementKind.PROMOTED, Optional.empty(), Optional.empty(), postings));
    }

    @Test
    void stopsLoudlyWhenAnAccountWouldFallBelowZero() {
        Movement grant = LedgerPlanner.grant(LEASE, CELLS, 2, opened);
        assertThrows(IllegalStateException.class, () -> opened.after(grant).after(grant));
    }

    @Test
    void keepsWhatIsOutWhenATargetIsLoweredAndPaysItBeforeAnythingIsFree() {
        CellKey cell = VILLAGE.cell();
        Balances granted = opened.after(LedgerPlanner.grant(LEASE, CELLS, 2, opened));
        Balances lowered = granted.after(LedgerPlanner.retarget(cell, 1, granted));
        assertEquals(-1, lowered.of(new Account.OverCommitted(cell)));
        assertEquals(2, lowered.of(new Account.OnLease(LEASE, cell)), "nothing is revoked");
        HeldLease held = new HeldLease(LEASE, "device-1", Optional.of(LIST), CELLS, HeldLease.State.LIVE, 2,
                Instant.EPOCH);
        Balances back = lowered.after(LedgerPlanner.withdraw(held, lowered));
        assertEquals(0, back.of(new Account.OverCommitted(cell)));
        assertEquals(1, back.of(new Account.Pool(cell)));
        assertEquals(3, back.of(new Account.Pool(DISTRICT.cell())));
    }

    @Test
    void asksForWhatItWasOverCommittedByWhenATargetIsRaisedAgain() {
        CellKey cell = VILLAGE.cell();
        Balances granted = opened.after(LedgerPlanner.grant(LEASE, CELLS, 2, opened));
        Balances lowered = granted.after(LedgerPlanner.retarget(cell, 0, granted));
        Balances raised = lowered.after(LedgerPlanner.retarget(cell, 3, lowered));
        assertEquals(0, raised.of(new Account.OverCommitted(cell)));
        assertEquals(1, raised.of(new Account.Pool(cell)));
        assertEquals(-3, raised.of(new Account.Target(cell)));
    }

    @Test
    void givesTheUnitOfARejectedInterviewBack() {
        Balances granted = opened.after(LedgerPlanner.grant(LEASE, CELLS, 2, opened));
        Balances counted = granted.after(LedgerPlanner.admit(claim(true, false), granted).movements().getFirst());
        Balances back = counted.after(LedgerPlanner.uncount(MovementKind.REJECTED, id(1), CELLS, counted));
        assertEquals(0, back.of(new Account.Accepted(VILLAGE.cell())));
        assertEquals(1, back.of(new Account.Pool(VILLAGE.cell())));
    }

    @Test
    void believesNoReturnOfMoreThanTheLeaseHas() {
        HeldLease held = new HeldLease(LEASE, "device-1", Optional.empty(), CELLS, HeldLease.State.LIVE, 2,
                Instant.EPOCH);
        Balances granted = opened.after(LedgerPlanner.grant(LEASE, CELLS, 2, opened));
        LedgerPlanner.GivenBack back = LedgerPlanner.giveBack(held, 5, granted);
        assertEquals(3, back.excess());
        assertEquals(2, granted.after(back.movement().orElseThrow()).of(new Account.Pool(VILLAGE.cell())));
    }

    private static Claim claim(boolean live, boolean counted) {
        return new Claim(id(1), "device-1", LIST, CELLS, Optional.of(LEASE),
                Optional.of(new HeldLease(LEASE, "device-1", Optional.of(LIST), CELLS,
                        live ? HeldLease.State.LIVE : HeldLease.State.WITHDRAWN, live ? 2 : 0, Instant.EPOCH)),
                Claim.Transfer.NONE, counted);
    }

    private static InterviewId id(long number) {
        return new InterviewId(new UUID(0, number));
    }
}
