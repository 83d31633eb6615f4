package vn.hoidan.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;

/// Walks at random through what may happen in a survey of free quotas, on the real store: interviews with and without
/// units, vouchers, codes, silence, laptops lost and replaced, rulings, targets. The books are added up after each day.
class FreeQuotaWalkTest {

    private static final int WALKS = 4;
    private static final int DAYS = 12;
    private static final CellKey ALL = SmallSurvey.districtCell(SmallSurvey.DISTRICT);
    private static final CellKey WOMEN = SmallSurvey.womenIn(SmallSurvey.DISTRICT);

    @TempDir
    private Path folder;
    private Random random;
    private TestOffice office;
    private final List<TestOffice.Enrolled> laptops = new ArrayList<>();
    private int households;
    private long vouchers;

    @Test
    void keepsTheBooksRightWhateverHappensInWhateverOrder() {
        long seed = System.nanoTime();
        for (int walk = 0; walk < WALKS; walk++) {
            random = new Random(seed + walk);
            Path own = folder.resolve("walk" + walk);
            assertTrue(own.toFile().mkdirs());
            try (TestOffice fresh = TestOffice.withFreeQuotas(own)) {
                office = fresh;
                laptops.clear();
                walk(seed + walk);
            }
            LedgerCheck.holds(own.resolve("office.db"));
        }
    }

    private void walk(long seed) {
        for (int mate = 0; mate < 3; mate++) {
            laptops.add(office.working());
        }
        for (int day = 0; day < DAYS; day++) {
            for (int act = 0; act < 6; act++) {
                act(laptops.get(random.nextInt(laptops.size())));
            }
            office.pass(Duration.ofHours(12 + random.nextInt(60)));
            assertEquals(List.of(), office.quotas().faults(), "seed " + seed + ", day " + day);
        }
        // faults stop: everybody comes, and nothing waits while a unit is free
        laptops.forEach(TestOffice.Enrolled::turn);
        laptops.forEach(TestOffice.Enrolled::sync);
        for (CellCount cell : office.quotas().cells(SmallSurvey.ID)) {
            int free = cell.target() - cell.accepted() - cell.onLease();
            assertTrue(free <= 0 || cell.pending() == 0 || full(ALL) || full(WOMEN), "seed " + seed + ": " + cell);
        }
    }

    private boolean full(CellKey key) {
        return office.quotas().cells(SmallSurvey.ID).stream().filter(each -> each.cell().equals(key))
                .allMatch(cell -> cell.target() <= cell.accepted() + cell.onLease());
    }

    private void act(TestOffice.Enrolled one) {
        boolean woman = random.nextBoolean();
        CellKey[] cells = SmallSurvey.cells(SmallSurvey.DISTRICT, woman);
        Map<String, String> answers = Map.of("q1", woman ? "2" : "1");
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> one.laptop().interviewHere(++households, answers, cells);
            case 3, 4 -> one.turn();
            case 5 -> one.sync();
            case 6 -> handOver(one, cells);
            case 7 -> readOut(one, answers);
            case 8 -> rule(one);
            default -> decide(one);
        }
    }

    private TestOffice.Enrolled mateOf(TestOffice.Enrolled one) {
        return laptops.get((laptops.indexOf(one) + 1) % laptops.size());
    }

    private void handOver(TestOffice.Enrolled giver, CellKey[] cells) {
        TestOffice.Enrolled taker = mateOf(giver);
        VoucherId id = new VoucherId("%016x".formatted(++vouchers));
        HandPlanner.give(giver.laptop().hand(), List.of(cells), 1 + random.nextInt(2), new HandPlanner.Handover(id,
                giver.device(), taker.device(), 1, office.now())).map(HandChange.VoucherGiven::voucher)
                .map(voucher -> giver.laptop().give(voucher))
                .filter(lost -> random.nextInt(4) > 0).ifPresent(taker.laptop()::takeIn);
    }

    private void readOut(TestOffice.Enrolled giver, Map<String, String> answers) {
        Optional<UnitsInHand> units = giver.laptop().hand().units().values().stream()
                .filter(each -> each.free() > 0 && giver.laptop().codes(each.lease()) != null).findFirst();
        units.ifPresent(each -> {
            UnitCode code = giver.laptop().codes(each.lease()).get(each.free() - 1);
            if (!giver.laptop().hand().codes().contains(code)) {
                giver.laptop().change(new HandChange.CodeGiven(each.lease(), code));
            }
            mateOf(giver).laptop().interviewByCode(++households, answers, code);
        });
    }

    private void rule(TestOffice.Enrolled one) {
        List<DownItem.InterviewRuled> rulings = one.laptop().rulings();
        if (!rulings.isEmpty()) {
            QuotaDecision.Verdict[] verdicts = QuotaDecision.Verdict.values();
            office.quotas().rule(rulings.get(random.nextInt(rulings.size())).interview(),
                    verdicts[random.nextInt(verdicts.length)], TestOffice.DECISION);
        }
    }

    private void decide(TestOffice.Enrolled one) {
        switch (random.nextInt(4)) {
            case 0 -> office.quotas().lost(one.person().id(), TestOffice.DECISION);
            case 1 -> {
                TestOffice.Enrolled next = office.enrol(one.person());
                next.laptop().signs(next.device());
                next.sync();
                one.sync();
                laptops.set(laptops.indexOf(one), next);
            }
            case 2 -> office.quotas().retarget(SmallSurvey.ID, ALL, random.nextInt(12), TestOffice.DECISION);
            default -> office.quotas().retarget(SmallSurvey.ID, WOMEN, random.nextInt(8), TestOffice.DECISION);
        }
    }
}
