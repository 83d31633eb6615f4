package vn.hoidan.server.app.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.sync.AsideCause;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.Devices.SigningKey;
import vn.hoidan.server.app.book.OfficeAct;
import vn.hoidan.support.Samples;

/// Keys that laptops gave up are known again, and what was signed by them is taken in.
public class LaptopKeyDeskTest {
    @TempDir
    private Path folder;

    private static LaptopKeyDesk desk(TestOffice office) {
        return new LaptopKeyDesk(office.store(), office::now);
    }

    private static QuarantineDesk quarantine(TestOffice office) {
        return new QuarantineDesk(office.store(), office.checks(), office::now);
    }

    private static List<AsideCause> causes(TestOffice office) {
        return quarantine(office).lines().stream().map(QuarantineDesk.Line::cause).toList();
    }

    private static List<LaptopKeyDesk.Known> known(TestOffice.Enrolled laptop, Bytes... keys) {
        return List.of(new LaptopKeyDesk.Known(laptop.device(), List.of(keys).stream()
                .map(key -> new SigningKey(key, false)).toList()));
    }

    private static List<Bytes> keys(TestOffice office, TestOffice.Enrolled laptop) {
        return office.store().read(central -> central.devices().signingKeys(laptop.device())).stream()
                .map(SigningKey::key).toList();
    }

    @Test
    void takesInARecordThatWasSignedByAKeyPutBack() {
        try (TestOffice office = TestOffice.withSurvey(folder)) {
            TestOffice.Enrolled laptop = office.holding("27100-1");
            Bytes first = laptop.laptop().signs(laptop.device()).publicKey();
            laptop.sync();
            Bytes givenUp = laptop.laptop().signs(laptop.device()).publicKey();
            laptop.laptop().interview(SmallSurvey.list("27100-1"), 1);
            Bytes now = laptop.laptop().signs(laptop.device()).publicKey();
            laptop.sync();
            assertEquals(List.of(AsideCause.NOT_GENUINE), causes(office));
            assertEquals(new QuarantineDesk.Retried(0, 1),
                    quarantine(office).retry(AsideCause.NOT_GENUINE, TestOffice.DECISION));
            Bytes older = Samples.bytes(32, 9);
            assertEquals(2, desk(office).putBack(known(laptop, now, givenUp, older), TestOffice.DECISION));
            assertEquals(List.of(now, first, givenUp, older), keys(office, laptop), "older than those that are here");
            assertEquals(0, desk(office).putBack(known(laptop, now, givenUp, older), TestOffice.DECISION));
            assertEquals(List.of(now, first, givenUp, older), LaptopKeyDesk.of(office.store()).getFirst().keys()
                    .stream().map(SigningKey::key).toList());
            assertEquals(new QuarantineDesk.Retried(1, 0),
                    quarantine(office).retry(AsideCause.NOT_GENUINE, TestOffice.DECISION));
            assertEquals(List.of(new OfficeAct(OfficeAct.Kind.KEY_PUT_BACK, laptop.device(), older.hex(),
                    TestOffice.DECISION.by(), TestOffice.DECISION.reason(), office.now()),
                    new OfficeAct(OfficeAct.Kind.KEY_PUT_BACK, laptop.device(), givenUp.hex(),
                            TestOffice.DECISION.by(), TestOffice.DECISION.reason(), office.now())),
                    office.store().read(central -> central.officeActs().newest(5)));
        }
    }

    @Test
    void takesInAVoucherWhoseGiverHasAnotherKeyByNow() {
        try (TestOffice office = TestOffice.withFreeQuotas(folder)) {
            TestOffice.Enrolled giver = office.working();
            giver.turn();
            TestOffice.Enrolled taker = office.working();
            Bytes givenUp = giver.laptop().signs(giver.device()).publicKey();
            List<CellKey> woman = giver.laptop().hand().units().values().stream().map(each -> each.cells())
                    .filter(cells -> cells.size() == 2).findFirst().orElseThrow();
            HandChange.VoucherGiven given = HandPlanner.give(giver.laptop().hand(), woman, 1,
                    new HandPlanner.Handover(new VoucherId("00000000000000a1"), giver.device(), taker.device(), 1,
                            office.now())).orElseThrow();
            Voucher voucher = given.voucher();
            taker.laptop().takeIn(giver.laptop().give(voucher));
            giver.laptop().signs(giver.device());
            giver.sync();
            taker.laptop().interviewHere(1, Map.of("q1", "2"), woman.toArray(CellKey[]::new));
            taker.sync();
            assertEquals(List.of(AsideCause.NOT_GENUINE, AsideCause.NOT_GENUINE), causes(office),
                    "the giver's own record, and the voucher in the taker's");
            assertEquals(1, desk(office).putBack(known(giver, givenUp), TestOffice.DECISION));
            assertEquals(new QuarantineDesk.Retried(2, 0),
                    quarantine(office).retry(AsideCause.NOT_GENUINE, TestOffice.DECISION));
            assertEquals(List.of(), causes(office));
        }
    }

    @Test
    void tellsMatesOfALaptopThatHadNoKeyHereAndNotToBelieveOneThatWasReplaced() {
        try (TestOffice office = TestOffice.withSurvey(folder)) {
            TestOffice.Enrolled mate = office.holding("27100-1");
            mate.laptop().signs(mate.device());
            mate.sync();
            TestOffice.Enrolled laptop = office.holding("27100-2");
            TestOffice.Enrolled replaced = office.enrol(office.enumerator());
            office.enrol(replaced.person());
            Bytes key = Samples.bytes(32, 1);
            Bytes older = Samples.bytes(32, 2);
            assertEquals(2, desk(office).putBack(known(laptop, key, older), TestOffice.DECISION));
            assertEquals(1, desk(office).putBack(known(replaced, key), TestOffice.DECISION));
            assertEquals(0, desk(office).putBack(List.of(new LaptopKeyDesk.Known("d-0000000000000000",
                    List.of(new SigningKey(key, false)))), TestOffice.DECISION), "not a laptop of this office");
            mate.sync();
            assertEquals(List.of(new DownItem.TeamKnown(List.of(mate(laptop, key, false))),
                    new DownItem.TeamKnown(List.of(mate(replaced, key, true)))), mate.laptop().told().stream()
                    .filter(DownItem.TeamKnown.class::isInstance).toList());
        }
    }

    private static Mate mate(TestOffice.Enrolled of, Bytes key, boolean revoked) {
        return new Mate(of.device(), of.person().id(), of.person().name(), key, revoked);
    }
}
