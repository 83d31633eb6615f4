package vn.hoidan.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.Admission;
import vn.hoidan.core.quota.BalanceView;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Claim;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.LeaseTerms;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.MovementKind;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.Posting;
import vn.hoidan.core.quota.QuotaBooks;
import vn.hoidan.core.quota.Turn;
import vn.hoidan.core.quota.TurnStep;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.WaitingInterview;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.IntakePlan;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.UpRecord;

/// The rules with one of them switched off each.
final class Mutants {

    private Mutants() {
    }

    static Map<String, Supplier<Rules>> all() {
        Map<String, Supplier<Rules>> all = new LinkedHashMap<>();
        inTurns(all);
        inTheLedger(all);
        atIntake(all);
        onTheDevice(all);
        flags(all);
        return all;
    }

    private static void inTurns(Map<String, Supplier<Rules>> all) {
        all.put("M03 grants before promotions", () -> new Rules() {
            @Override
            List<TurnStep> turn(Turn turn, Collection<CellKey> freed, QuotaBooks books, RandomGenerator random,
                    Supplier<LeaseId> names) {
                return super.turn(turn, freed, books, random, names).stream()
                        .filter(step -> !(step instanceof TurnStep.Promoted)).toList();
            }
        });
        all.put("M04 nothing is promoted when a target is raised or a unit comes back", () -> new Rules() {
            @Override
            List<TurnStep> promote(Collection<CellKey> freed, QuotaBooks books, RandomGenerator random) {
                return List.of();
            }
        });
        all.put("M08 a turn grants a unit more than the ledger moved", () -> new Rules() {
            @Override
            List<TurnStep> turn(Turn turn, Collection<CellKey> freed, QuotaBooks books, RandomGenerator random,
                    Supplier<LeaseId> names) {
                List<TurnStep> more = new ArrayList<>();
                for (TurnStep step : super.turn(turn, freed, books, random, names)) {
                    more.add(step instanceof TurnStep.Granted(Lease lease, Movement movement)
                            ? new TurnStep.Granted(new Lease(lease.id(), lease.cells(), lease.units() + 1,
                                    lease.grantedAt(), lease.useBy()), movement) : step);
                }
                return more;
            }
        });
        all.put("M10 fenced before it is due", () -> new Rules() {
            @Override
            List<TurnStep> turn(Turn turn, Collection<CellKey> freed, QuotaBooks books, RandomGenerator random,
                    Supplier<LeaseId> names) {
                return super.turn(turn, freed, new Early(books), random, names);
            }
        });
    }

    private static void inTheLedger(Map<String, Supplier<Rules>> all) {
        all.put("M02 returns are believed", () -> new Rules() {
            @Override
            LedgerPlanner.GivenBack giveBack(HeldLease lease, int units, BalanceView balances) {
                return super.giveBack(Books.with(lease, lease.state(), Math.max(units, lease.left())), units, balances);
            }
        });
        all.put("M05 a rejected interview keeps its unit", () -> new Rules() {
            @Override
            Movement uncount(MovementKind kind, InterviewId interview, List<CellKey> cells, BalanceView balances) {
                return new Movement(kind, Optional.empty(), Optional.of(interview), List.of());
            }
        });
        all.put("M06 a lowered target frees what comes back", () -> new Rules() {
            @Override
            LedgerPlanner.GivenBack giveBack(HeldLease lease, int units, BalanceView balances) {
                return super.giveBack(lease, units, account ->
                        account instanceof Account.OverCommitted ? 0 : balances.of(account));
            }
        });
        all.put("M07 a lowered target is forgotten", () -> new Rules() {
            @Override
            Movement retarget(CellKey cell, int target, BalanceView balances) {
                Movement right = super.retarget(cell, target, balances);
                return right.kind() == MovementKind.TARGET_RAISED ? right : new Movement(MovementKind.TARGET_RAISED,
                        Optional.empty(), Optional.empty(), right.postings());
            }
        });
    }

    private static void atIntake(Map<String, Supplier<Rules>> all) {
        all.put("M01 the server honours fenced leases", () -> new Rules() {
            @Override
            Admission admit(Claim claim, BalanceView balances) {
                return super.admit(new Claim(claim.interview(), claim.device(), claim.list(), claim.cells(),
                        claim.named(), claim.found().map(lease -> lease.isLive() ? lease
                                : Books.with(lease, HeldLease.State.LIVE, 1)), claim.transfer(), false), balances);
            }
        });
        all.put("M09 half a bundle moves", () -> new Rules() {
            @Override
            Admission admit(Claim claim, BalanceView balances) {
                return switch (super.admit(claim, balances)) {
                    case Admission.Accepted accepted when claim.cells().size() > 1 ->
                        new Admission.Accepted(accepted.movements().stream().map(Mutants::half).toList(),
                                accepted.late());
                    case Admission other -> other;
                };
            }
        });
        all.put("M11 late interviews wait although there is room", () -> new Rules() {
            @Override
            Admission admit(Claim claim, BalanceView balances) {
                return switch (super.admit(claim, balances)) {
                    case Admission.Accepted accepted when accepted.late().isPresent() -> new Admission.Pending(
                            accepted.movements().stream().filter(each -> !each.kind().accepts()).toList(),
                            accepted.late().orElse(PendingReason.NO_LEASE));
                    case Admission other -> other;
                };
            }
        });
        all.put("M12 the server acknowledges what it was sent", () -> new Rules() {
            @Override
            IntakePlan intake(LogPosition stored, Map<Long, Bytes> hashes, List<UpRecord> batch) {
                IntakePlan plan = super.intake(stored, hashes, batch);
                return plan.stop() instanceof IntakePlan.Stop.Fork
                        ? new IntakePlan(plan.applied(), plan.duplicates(), batch.getLast().position(),
                                new IntakePlan.Stop.AtEnd())
                        : plan;
            }
        });
    }

    private static Movement half(Movement movement) {
        CellKey first = movement.postings().getFirst().account().cell();
        List<Posting> kept = movement.postings().stream().filter(each -> each.account().cell().equals(first)).toList();
        return new Movement(movement.kind(), movement.lease(), movement.interview(), kept);
    }

    /// Books that call leases due at their use-by.
    private record Early(QuotaBooks books) implements QuotaBooks {
        @Override
        public int of(Account account) {
            return books.of(account);
        }

        @Override
        public List<HeldLease> due(CellKey cell, Instant now) {
            return books.due(cell, now.plus(LeaseTerms.GRACE));
        }

        @Override
        public List<WaitingInterview> waiting(Collection<CellKey> cells) {
            return books.waiting(cells);
        }

        @Override
        public double speedOfOthers(CellKey cell, String device, Instant now) {
            return books.speedOfOthers(cell, device, now);
        }
    }

    private static void onTheDevice(Map<String, Supplier<Rules>> all) {
        all.put("M13 the device interviews without a unit", () -> new Rules() {
            @Override
            HandPlanner.Start start(Hand hand, InterviewId interview, List<CellKey> cells, Instant now) {
                HandPlanner.Start start = super.start(hand, interview, cells, now);
                Optional<UnitsInHand> other = hand.units().values().stream().filter(each -> each.free() > 0).findAny();
                return start instanceof HandPlanner.Start.NoUnit && other.isPresent()
                        ? new HandPlanner.Start.Go(new HandChange.UnitHeld(interview, other.get().lease()), false)
                        : start;
            }
        });
        all.put("M14 one unit more is taken back than was given up", () -> new Rules() {
            @Override
            LedgerPlanner.GivenBack giveBack(HeldLease lease, int units, BalanceView balances) {
                return super.giveBack(lease, units + 1, balances);
            }
        });
        all.put("M15 a voucher is taken twice", () -> new Rules() {
            @Override
            HandPlanner.Taking take(Hand hand, Voucher voucher, String self, long epoch) {
                HandPlanner.Taking taking = super.take(hand, voucher, self, epoch);
                if (taking instanceof HandPlanner.Taking.Refused refused
                        && refused.refusal() == HandPlanner.Refusal.TAKEN_BEFORE) {
                    Hand forgetful = new Hand(hand.units(), hand.holds(), Set.of(), hand.codes());
                    taking = super.take(forgetful, voucher, self, epoch);
                }
                return taking;
            }
        });
    }

    private static void flags(Map<String, Supplier<Rules>> all) {
        all.put("M16 a fenced lease stays in the books", () -> new Rules() {
            @Override
            boolean fenceEndsTheLease() {
                return false;
            }
        });
        all.put("M17 an interview counts each time it comes", () -> new Rules() {
            @Override
            boolean interviewCountsOnce() {
                return false;
            }
        });
        all.put("M18 a code counts twice", () -> new Rules() {
            @Override
            boolean codeCountsOnce() {
                return false;
            }
        });
        all.put("M19 a restored server goes on in its old epoch", () -> new Rules() {
            @Override
            boolean restoreBeginsAnEpoch() {
                return false;
            }
        });
        all.put("M20 a commit does not survive a power cut", () -> new Rules() {
            @Override
            boolean commitIsDurable() {
                return false;
            }
        });
        all.put("M21 a voucher is shown before its debit is durable", () -> new Rules() {
            @Override
            boolean debitIsDurableBeforeTheVoucherIsShown() {
                return false;
            }
        });
        all.put("M22 effect and record are two commits", () -> new Rules() {
            @Override
            boolean effectGoesWithItsRecord() {
                return false;
            }
        });
        all.put("M23 down-items are applied again when they come again", () -> new Rules() {
            @Override
            boolean downItemsApplyOnce() {
                return false;
            }
        });
        all.put("M24 acknowledgements are not compared with the device's own log", () -> new Rules() {
            @Override
            boolean acknowledgementsAreCompared() {
                return false;
            }
        });
    }
}
