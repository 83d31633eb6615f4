package vn.hoidan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.Hold;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.wire.RecordBodies;

/// What every field store promises about the units of a free quota.
public abstract class HandStoreContract extends SigningStoreContract {
    private static final Instant AT = Samples.MORNING;

    @Test
    void keepsPlacesUnitsAndTheirCodes() {
        SampleList place = SampleList.open(Samples.LIST, Samples.VILLAGE, "Thôn 1 (tập dượt)");
        Lease lease = units(Samples.LEASE.text(), 2);
        List<UnitCode> codes = List.of(UnitCode.of(11), UnitCode.of(22));
        apply(new Change.PlaceReceived(place), new Change.UnitsReceived(lease, codes), new Change.SyncEnded(AT, true));
        store = reopened(store);
        assertEquals(List.of(new HeldList(place, Optional.empty(), false)), store.lists());
        assertEquals(Hand.EMPTY.after(new HandChange.LeaseReceived(lease)), store.hand());
        assertEquals(codes, store.codes(lease.id()));
        assertEquals(Optional.of(AT), store.syncState().lastTurn());
        apply(new Change.HandChanged(new HandChange.CodeGiven(lease.id(), UnitCode.of(11))));
        store = reopened(store);
        assertEquals(List.of(UnitCode.of(22)), store.codes(lease.id()));
        assertEquals(Set.of(UnitCode.of(11)), store.hand().codes());
        apply(new Change.HandChanged(new HandChange.UnitsReturned(lease.id(), 1)));
        assertEquals(Map.of(), store.hand().units());
        assertEquals(List.of(), store.codes(lease.id()), "with the units gone their codes are worth nothing");
    }

    @Test
    void theHandOnDiskIsWhatItsChangesSay() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Hand hand = Hand.EMPTY;
        for (int number = 1; number <= 60; number++) {
            apply(new Change.InterviewBegun(Samples.interviewId(number), Samples.QUESTIONNAIRE, Samples.LIST, number,
                    Optional.empty(), InterviewMode.FACE_TO_FACE, AT));
            HandChange change = any(random, hand, number);
            hand = hand.after(change);
            assertEquals(List.of(new Change.HandChanged(change)),
                    store.applyFromHand(now -> List.of(new Change.HandChanged(change))));
            if (number % 7 == 0) {
                store = reopened(store);
            }
            assertEquals(hand, store.hand(), "seed " + seed);
            assertEquals(List.copyOf(hand.units().keySet()), List.copyOf(store.hand().units().keySet()),
                    "seed " + seed);
        }
        hand.holds().forEach((interview, hold) -> assertEquals(hold instanceof Hold.OfLease(LeaseId lease)
                ? Optional.of(lease) : Optional.empty(), store.interview(interview).orElseThrow().lease()));
    }

    @Test
    void tellsTheVouchersThatItGaveNewestFirst() {
        List<SignedVoucher> vouchers = new ArrayList<>();
        apply(new Change.UnitsReceived(units("1-1", 5), List.of()));
        for (int number = 1; number <= 3; number++) {
            SignedVoucher given = new SignedVoucher(new Voucher(new VoucherId("%016x".formatted(number)),
                    new LeaseId("1-1"), Samples.lease().cells(), 1, AT, 1, "1-7", "1-8"),
                    Samples.bytes(SignedVoucher.SIGNATURE_BYTES, number));
            vouchers.addFirst(given);
            apply(new Change.HandChanged(new HandChange.VoucherGiven(given.voucher())), new Change.RecordAppended(
                    RecordType.VOUCHER_GIVEN, RecordBodies.of(new UnitsRecord.VoucherGiven(given)),
                    Optional.empty()));
        }
        store = reopened(store);
        assertEquals(vouchers, store.vouchersGiven(5));
        assertEquals(vouchers.subList(0, 2), store.vouchersGiven(2));
        assertEquals(Set.copyOf(vouchers), Set.copyOf(store.vouchersUntold()));
        apply(new Change.Acknowledged(1, store.syncState().head(), LogPosition.START));
        assertEquals(List.of(), store.vouchersUntold());
        assertEquals(vouchers, store.vouchersGiven(5));
    }

    private static HandChange any(Random random, Hand hand, int number) {
        List<HandChange> possible = new ArrayList<>(List.of(
                new HandChange.LeaseReceived(units("1-" + number, 1 + random.nextInt(3))),
                new HandChange.CodeHeld(Samples.interviewId(number), UnitCode.of(number)),
                new HandChange.VoucherTaken(new Voucher(new VoucherId("%016x".formatted(number)),
                        new LeaseId("9-" + number), Samples.lease().cells(), 2, AT, 1, "1-8", "1-7"))));
        hand.units().values().stream().filter(units -> units.free() > 0).forEach(units -> {
            possible.add(new HandChange.UnitHeld(Samples.interviewId(number), units.lease()));
            possible.add(new HandChange.UnitsReturned(units.lease(), units.free()));
            possible.add(new HandChange.CodeGiven(units.lease(), UnitCode.of(1_000 + number)));
            possible.add(new HandChange.LeaseEnded(units.lease()));
        });
        hand.holds().keySet().forEach(interview -> {
            possible.add(new HandChange.HoldReleased(interview));
            possible.add(new HandChange.HoldUsed(interview));
        });
        return possible.get(random.nextInt(possible.size()));
    }

    private static Lease units(String id, int units) {
        return new Lease(new LeaseId(id), Samples.lease().cells(), units, AT, AT.plusSeconds(86_400));
    }

    @Test
    void refusesAUnitThatIsNotThereWithAllThatGoesWithIt() {
        apply(new Change.UnitsReceived(units("1-1", 1), List.of(UnitCode.of(1))));
        Hand before = store.hand();
        assertThrows(IllegalStateException.class, () -> apply(new Change.CursorMoved(0, 1),
                new Change.HandChanged(new HandChange.UnitsReturned(new LeaseId("1-1"), 2))));
        assertEquals(before, store.hand());
        assertEquals(0, store.syncState().cursor());
    }
}
