package vn.hoidan.simulation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Admission;
import vn.hoidan.core.quota.BalanceView;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Claim;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.MovementKind;
import vn.hoidan.core.quota.QuotaBooks;
import vn.hoidan.core.quota.Turn;
import vn.hoidan.core.quota.TurnPlanner;
import vn.hoidan.core.quota.TurnStep;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.IntakePlan;
import vn.hoidan.core.sync.IntakePlanner;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.UpRecord;

/// The rules as the program has them. A mutant switches one of them off, to see that somebody notices.
class Rules {

    IntakePlan intake(LogPosition stored, Map<Long, Bytes> hashes, List<UpRecord> batch) {
        return IntakePlanner.plan(stored, hashes, batch);
    }

    Admission admit(Claim claim, BalanceView balances) {
        return LedgerPlanner.admit(claim, balances);
    }

    LedgerPlanner.GivenBack giveBack(HeldLease lease, int units, BalanceView balances) {
        return LedgerPlanner.giveBack(lease, units, balances);
    }

    List<TurnStep> turn(Turn turn, Collection<CellKey> freed, QuotaBooks books, RandomGenerator random,
            Supplier<LeaseId> names) {
        return TurnPlanner.plan(turn, freed, books, random, names);
    }

    List<TurnStep> promote(Collection<CellKey> freed, QuotaBooks books, RandomGenerator random) {
        return TurnPlanner.promote(freed, books, random);
    }

    Movement uncount(MovementKind kind, InterviewId interview, List<CellKey> cells, BalanceView balances) {
        return LedgerPlanner.uncount(kind, interview, cells, balances);
    }

    Movement retarget(CellKey cell, int target, BalanceView balances) {
        return LedgerPlanner.retarget(cell, target, balances);
    }

    HandPlanner.Start start(Hand hand, InterviewId interview, List<CellKey> cells, Instant now) {
        return HandPlanner.start(hand, interview, cells, now);
    }

    List<HandChange.UnitsReturned> giveAllBack(Hand hand) {
        return HandPlanner.giveAllBack(hand);
    }

    HandPlanner.Taking take(Hand hand, Voucher voucher, String self, long epoch) {
        return HandPlanner.take(hand, voucher, true, self, epoch);
    }

    /// A fence ends the lease in the books.
    boolean fenceEndsTheLease() {
        return true;
    }

    boolean interviewCountsOnce() {
        return true;
    }

    boolean codeCountsOnce() {
        return true;
    }

    /// The server that was restored counts its epochs up.
    boolean restoreBeginsAnEpoch() {
        return true;
    }

    /// A commit survives a power cut.
    boolean commitIsDurable() {
        return true;
    }

    boolean debitIsDurableBeforeTheVoucherIsShown() {
        return true;
    }

    /// Down-items that were applied are not applied again.
    boolean downItemsApplyOnce() {
        return true;
    }

    /// Effect and record are one commit.
    boolean effectGoesWithItsRecord() {
        return true;
    }

    /// The device finds out that the server's acknowledgement is not of its own log.
    boolean acknowledgementsAreCompared() {
        return true;
    }

    /// The device drops what it had when the server says that it begins anew.
    boolean leasesOfOldEpochsEnd() {
        return true;
    }
}
