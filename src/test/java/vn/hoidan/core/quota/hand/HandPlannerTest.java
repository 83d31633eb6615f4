package vn.hoidan.core.quota.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.quota.SoftTarget;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;

class HandPlannerTest {

    private static final Instant NOW = Instant.parse("2024-11-05T03:00:00Z");
    private static final List<CellKey> WOMEN = List.of(new CellKey("district:271@2024-11-01/gender=2"));
    private static final List<CellKey> MEN = List.of(new CellKey("district:271@2024-11-01/gender=1"));
    private static final LeaseId OLD = new LeaseId("1-1");
    private static final LeaseId NEW = new LeaseId("1-2");
    private static final InterviewId INTERVIEW = new InterviewId(new UUID(0, 7));

    private final Hand hand = Hand.EMPTY.after(List.of(
            new HandChange.LeaseReceived(new Lease(NEW, WOMEN, 3, NOW, NOW.plus(Duration.ofDays(6)))),
            new HandChange.LeaseReceived(new Lease(OLD, WOMEN, 1, NOW, NOW.minus(Duration.ofDays(1))))));

    @Test
    void holdsAUnitOfTheLeaseThatEndsFirstAndWarnsWithoutBlockingWhenItIsStale() {
        HandPlanner.Start.Go go = (HandPlanner.Start.Go) HandPlanner.start(hand, INTERVIEW, WOMEN, NOW);
        assertEquals(new HandChange.UnitHeld(INTERVIEW, OLD), go.change());
        assertTrue(go.stale());
        assertEquals(3, hand.after(go.change()).free(WOMEN));
    }

    @Test
    void hasNoUnitForAPersonOfAnotherBundle() {
        assertEquals(new HandPlanner.Start.NoUnit(MEN), HandPlanner.start(hand, INTERVIEW, MEN, NOW));
    }

    @Test
    void bringsTheUnitBackWhenTheInterviewIsBrokenOffAndUsesItUpWhenItIsCompleted() {
        Hand held = hand.after(new HandChange.UnitHeld(INTERVIEW, NEW));
        assertEquals(4, held.after(new HandChange.HoldReleased(INTERVIEW)).free(WOMEN));
        assertEquals(3, held.after(new HandChange.HoldUsed(INTERVIEW)).free(WOMEN));
        assertThrows(IllegalStateException.class,
                () -> held.after(new HandChange.HoldUsed(INTERVIEW)).after(new HandChange.HoldUsed(INTERVIEW)));
    }

    @Test
    void givesBackWhatIsFreeAndKeepsWhatIsHeld() {
        Hand held = hand.after(new HandChange.UnitHeld(INTERVIEW, NEW));
        Hand empty = held.after(HandPlanner.giveAllBack(held));
        assertEquals(0, empty.free(WOMEN));
        assertEquals(Optional.of(new Hold.OfLease(NEW)), empty.heldFor(INTERVIEW));
    }

    @Test
    void losesItsFreeUnitsAndNotTheOneInWorkWhenTheServerFencesTheLease() {
        Hand fenced = hand.after(new HandChange.UnitHeld(INTERVIEW, NEW)).after(new HandChange.LeaseEnded(NEW));
        assertEquals(1, fenced.free(WOMEN));
        assertEquals(1, fenced.after(new HandChange.HoldReleased(INTERVIEW)).free(WOMEN), "not free again");
    }

    @Test
    void handsUnitsOverAndDebitsThemFirst() {
        HandChange.VoucherGiven given = HandPlanner.give(hand, WOMEN, 2, handover(NOW.plus(Duration.ofDays(1))))
                .orElseThrow();
        assertEquals(2, given.voucher().units());
        assertEquals(2, hand.after(given).free(WOMEN));
        HandPlanner.Taking.Taken taken = assertInstanceOf(HandPlanner.Taking.Taken.class,
                HandPlanner.take(Hand.EMPTY, given.voucher(), true, "d-2", 1));
        Hand taker = Hand.EMPTY.after(taken.change());
        assertEquals(2, taker.free(WOMEN));
        assertEquals(NOW.plus(Duration.ofDays(6)), taker.units().get(NEW).useBy(), "keeps its use-by");
    }

    @Test
    void handsNothingOverThatTheTakerCannotBringHomeInTime() {
        assertEquals(Optional.empty(), HandPlanner.give(hand, WOMEN, 2, handover(NOW.plus(Duration.ofDays(7)))));
    }

    @Test
    void takesAVoucherOnceForItselfFromItsGiverAndOfThisEpoch() {
        Voucher voucher = new Voucher(new VoucherId("00000000000000aa"), NEW, WOMEN, 1, NOW, 1, "d-1", "d-2");
        Hand took = Hand.EMPTY.after(new HandChange.VoucherTaken(voucher));
        assertEquals(HandPlanner.Refusal.TAKEN_BEFORE, refused(HandPlanner.take(took, voucher, true, "d-2", 1)));
        assertEquals(HandPlanner.Refusal.FOR_ANOTHER, refused(HandPlanner.take(took, voucher, true, "d-3", 1)));
        assertEquals(HandPlanner.Refusal.NOT_GENUINE, refused(HandPlanner.take(hand, voucher, false, "d-2", 1)));
        assertEquals(HandPlanner.Refusal.OTHER_EPOCH, refused(HandPlanner.take(hand, voucher, true, "d-2", 2)));
    }

    @Test
    void signsEveryFieldOfAVoucher() {
        Voucher voucher = new Voucher(new VoucherId("00000000000000aa"), NEW, WOMEN, 1, NOW, 1, "d-1", "d-2");
        for (Voucher other : List.of(
                new Voucher(new VoucherId("00000000000000ab"), NEW, WOMEN, 1, NOW, 1, "d-1", "d-2"),
                new Voucher(voucher.id(), OLD, WOMEN, 1, NOW, 1, "d-1", "d-2"),
                new Voucher(voucher.id(), NEW, MEN, 1, NOW, 1, "d-1", "d-2"),
                new Voucher(voucher.id(), NEW, WOMEN, 2, NOW, 1, "d-1", "d-2"),
                new Voucher(voucher.id(), NEW, WOMEN, 1, NOW.plusMillis(1), 1, "d-1", "d-2"),
                new Voucher(voucher.id(), NEW, WOMEN, 1, NOW, 2, "d-1", "d-2"),
                new Voucher(voucher.id(), NEW, WOMEN, 1, NOW, 1, "d-11", "d-2"),
                new Voucher(voucher.id(), NEW, WOMEN, 1, NOW, 1, "d-1", "d-3"))) {
            assertTrue(!Arrays.equals(voucher.signedBytes(), other.signedBytes()), other.toString());
        }
    }

    @Test
    void findsAWrongDigitAndTwoChangedRoundInACodeReadOut() {
        UnitCode code = UnitCode.of(1_234_567_890L);
        assertEquals(Optional.of(code), UnitCode.read(code.spoken()));
        for (int place = 0; place < UnitCode.LENGTH; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                StringBuilder wrong = new StringBuilder(code.digits());
                wrong.setCharAt(place, digit);
                assertEquals(digit == code.digits().charAt(place), UnitCode.read(wrong.toString()).isPresent());
            }
            if (place > 0 && code.digits().charAt(place) != code.digits().charAt(place - 1)) {
                StringBuilder changed = new StringBuilder(code.digits());
                changed.setCharAt(place, code.digits().charAt(place - 1));
                changed.setCharAt(place - 1, code.digits().charAt(place));
                assertEquals(Optional.empty(), UnitCode.read(changed.toString()));
            }
        }
    }

    @Test
    void usesACodeOnce() {
        UnitCode code = UnitCode.of(42);
        HandChange change = HandPlanner.startByCode(hand, INTERVIEW, code).orElseThrow();
        assertEquals(Optional.empty(), HandPlanner.startByCode(hand.after(change), INTERVIEW, code));
    }

    @Test
    void asksForTheAdultWhoseGroupIsFurthestBehindAndForgetsNobody() {
        Path gender = new Path("/data/gender");
        AreaKey district = AreaKey.parse("271@2024-11-01");
        SoftTarget women = new SoftTarget(AreaLevel.DISTRICT, district,
                AnswerFilter.of(new AnswerCondition.OneOf(gender, Set.of("2"))), 225, 30);
        SoftTarget men = new SoftTarget(AreaLevel.DISTRICT, district,
                AnswerFilter.of(new AnswerCondition.OneOf(gender, Set.of("1"))), 225, 30);
        List<Guidance.Standing> standings =
                List.of(new Guidance.Standing(women, 150), new Guidance.Standing(men, 90));
        Guidance guidance = Guidance.among(standings, List.of(district),
                List.of(Map.of(gender, "2"), Map.of(), Map.of(gender, "1")));
        assertEquals(List.of(2, 0, 1), guidance.adults().stream().map(Guidance.Adult::place).toList());
        assertEquals(135, guidance.adults().getFirst().missing());
        assertEquals(Optional.empty(), guidance.adults().getLast().group());
    }

    @Test
    void putsAGroupBelowItsFloorBeforeOneThatIsFurtherBehindItsTarget() {
        Path age = new Path("/data/age");
        AreaKey district = AreaKey.parse("271@2024-11-01");
        SoftTarget old = new SoftTarget(AreaLevel.DISTRICT, district,
                AnswerFilter.of(new AnswerCondition.Between(age, 60, 120)), 40, 30);
        SoftTarget young = new SoftTarget(AreaLevel.DISTRICT, district,
                AnswerFilter.of(new AnswerCondition.Between(age, 18, 29)), 400, 0);
        Guidance guidance = Guidance.among(
                List.of(new Guidance.Standing(old, 29), new Guidance.Standing(young, 40)), List.of(district),
                List.of(Map.of(age, "20"), Map.of(age, "70")));
        assertEquals(1, guidance.adults().getFirst().place());
    }

    @Test
    void sharesUnitsInTheEveningByWhatEachWillDoTheNextDay() {
        List<Levelling.Move> moves = Levelling.among(List.of(mate(6, 2, 12, 1), mate(3, 2, 0, 1), mate(3, 2, 0, 1)));
        assertEquals(List.of(new Levelling.Move(0, 0, 1, 3), new Levelling.Move(0, 0, 2, 3)), moves);
        assertEquals(List.of(), Levelling.among(List.of(mate(5, 2, 6), mate(5, 2, 6))));
        assertEquals(List.of(), Levelling.among(List.of()));
    }

    @Test
    void sharesLessWithWhoeverReachesTheOfficeBeforeTheNextDayIsOver() {
        assertEquals(List.of(new Levelling.Move(0, 0, 1, 4)),
                Levelling.among(List.of(mate(6, 3, 12), mate(6, -1, 0))), "two thirds and one third");
    }

    private static Levelling.Mate mate(double perDay, double daysToRound, Integer... free) {
        return new Levelling.Mate(List.of(free), perDay, daysToRound);
    }

    @Test
    void takesThatAMateGoesOnWorkingSinceTheOfficeHeardOfItsUnits() {
        Instant heard = Instant.parse("2024-11-04T11:00:00Z");
        CellKey men = new CellKey("district:271@2004-01-01/gender=1");
        CellKey women = new CellKey("district:271@2004-01-01/gender=2");
        MateUnits mate = new MateUnits("d-2", heard, 3, heard.plus(Duration.ofDays(2)),
                List.of(new MateUnits.Units(List.of(men), 4), new MateUnits.Units(List.of(women), 8)));
        assertEquals(4, mate.likelyFree(List.of(men), heard));
        assertEquals(3, mate.likelyFree(List.of(men), heard.plus(Duration.ofDays(1))), "three of twelve are used");
        assertEquals(0, mate.likelyFree(List.of(men), heard.plus(Duration.ofDays(5))));
        assertEquals(0, mate.likelyFree(List.of(new CellKey("district:272@2004-01-01")), heard));
        assertEquals(0.5, mate.daysToRound(heard.plus(Duration.ofHours(36))));
    }

    private static HandPlanner.Handover handover(Instant nextRound) {
        return new HandPlanner.Handover(new VoucherId("00000000000000ff"), "d-1", "d-2", 1, nextRound);
    }

    private static HandPlanner.Refusal refused(HandPlanner.Taking taking) {
        return ((HandPlanner.Taking.Refused) taking).refusal();
    }
}
