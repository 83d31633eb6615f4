package vn.hoidan.client.app.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.quota.GivenVoucher;
import vn.hoidan.client.app.quota.VoucherTaking;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.LeaseTerms;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.MemoryFieldStore;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;
import vn.hoidan.wire.RecordBodies;
import vn.hoidan.wire.VoucherText;

/// Units that go from laptop to laptop, with both stores and real signatures.
class HandOverTest {
    private static final Bundle BUNDLE = new Bundle(Samples.lease().cells());
    private static final String GIVER = "1-7";
    private static final String TAKER = "1-8";
    private static final int UNITS = 5;

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Samples.MORNING);
    private final MemoryFieldStore giving = new MemoryFieldStore();
    private final MemoryFieldStore taking = new MemoryFieldStore();
    private int ids;

    @BeforeEach
    void team() {
        giving.apply(List.of(new Change.Acknowledged(1, LogPosition.START, LogPosition.START),
                new Change.TeamReceived(List.of(mate(TAKER, taking, false))),
                new Change.UnitsReceived(new Lease(new LeaseId("1-1"), BUNDLE.cells(), UNITS, clock.now(),
                        clock.now().plus(Duration.ofDays(6))), List.of())));
        taking.apply(List.of(new Change.Acknowledged(1, LogPosition.START, LogPosition.START),
                new Change.TeamReceived(List.of(mate(GIVER, giving, false)))));
    }

    private static Mate mate(String device, FieldStore store, boolean revoked) {
        return new Mate(device, new PersonId("p-" + device), "Điều tra viên " + device + " (tập dượt)",
                store.signing().publicKey(), revoked);
    }

    private HandOver laptop(String device, FieldStore store) {
        return new FieldWork(new Profile("p1", device, Samples.enumerator(),
                new ServerAddress("localhost", 1, Bytes.of(new byte[16]))), store,
                new FieldWork.Surroundings(new ImmediateBackground(), clock, () -> new UUID(0, ++ids), _ -> {
                    throw new AssertionError("no form is needed");
                }, new CompressedRecords(), new VoucherFiles(), "test")).handOver();
    }

    private HandOver giver() {
        return laptop(GIVER, giving);
    }

    private HandOver taker() {
        return laptop(TAKER, taking);
    }

    private GivenVoucher give(int units) {
        return giver().give(giver().colleagues().getFirst(), BUNDLE, units).orElseThrow();
    }

    private int taken() {
        return taking.hand().free(BUNDLE.cells());
    }

    private static UnitsRecord last(FieldStore store) {
        UpRecord record = store.recordsAfter(0, 100, 1_000_000).getLast();
        return RecordBodies.units(record.type(), record.body());
    }

    private void refuses(HandPlanner.Refusal refusal, SignedVoucher voucher) {
        assertEquals(new VoucherTaking.Refused(refusal), taker().take(VoucherText.of(voucher)));
        assertEquals(List.of(), taking.recordsAfter(0, 100, 1_000_000).stream()
                .filter(record -> record.type() == RecordType.VOUCHER_TAKEN).toList());
    }

    @Test
    void givesUnitsOnceAndHasThemTakenOnce() {
        GivenVoucher given = give(2);
        assertEquals(UNITS - 2, giving.hand().free(BUNDLE.cells()));
        assertEquals(new UnitsRecord.VoucherGiven(given.voucher()), last(giving));
        assertEquals(new VoucherTaking.Taken(2, BUNDLE.cells(), "Điều tra viên 1-7 (tập dượt)", "1-7"),
                taker().take("  " + given.text().replaceAll("(.{40})", "$1\r\n")));
        assertEquals(2, taken());
        assertEquals(new UnitsRecord.VoucherTaken(given.voucher()), last(taking));
        assertEquals(new VoucherTaking.Refused(HandPlanner.Refusal.TAKEN_BEFORE), taker().take(given.text()));
        assertEquals(2, taken());
    }

    @Test
    void travelsAsAFileToo() throws IOException {
        GivenVoucher given = give(3);
        Path file = folder.resolve("suat.txt");
        giver().write(given, file);
        assertInstanceOf(VoucherTaking.Taken.class, taker().take(file));
        assertEquals(3, taken());
        assertEquals(new VoucherTaking.Unreadable(), taker().take(folder.resolve("nothing")));
        Files.write(file, new byte[VoucherText.MOST_CHARACTERS * 3]);
        assertEquals(new VoucherTaking.Unreadable(), taker().take(file));
        ProblemException refused = assertThrows(ProblemException.class,
                () -> giver().write(given, folder.resolve("gone").resolve("suat.txt")));
        assertEquals(ProblemKind.FOLDER_NOT_WRITABLE, refused.problem().kind());
    }

    @Test
    void refusesAVoucherThatSomebodyChanged() {
        Voucher true2 = give(2).voucher().voucher();
        Voucher forged = new Voucher(true2.id(), true2.lease(), true2.cells(), 4, true2.useBy(), true2.epoch(),
                true2.giver(), true2.taker());
        refuses(HandPlanner.Refusal.NOT_GENUINE, new SignedVoucher(forged, giving.vouchersGiven(1).getFirst()
                .signature()));
        assertEquals(0, taken());
    }

    @Test
    void refusesAVoucherForAnotherLaptop() {
        giving.apply(List.of(new Change.TeamReceived(List.of(Samples.mate("1-9", false)))));
        Mate other = giver().colleagues().stream().filter(mate -> mate.device().equals("1-9")).findFirst()
                .orElseThrow();
        refuses(HandPlanner.Refusal.FOR_ANOTHER, giver().give(other, BUNDLE, 1).orElseThrow().voucher());
    }

    @Test
    void refusesAVoucherFromBeforeTheServerWasRestored() {
        SignedVoucher old = give(1).voucher();
        taking.apply(List.of(new Change.Acknowledged(2, LogPosition.START, LogPosition.START)));
        refuses(HandPlanner.Refusal.OTHER_EPOCH, old);
    }

    @Test
    void refusesALaptopThatIsNotOfTheTeamOrWasLost() {
        String text = give(1).text();
        taking.apply(List.of(new Change.TeamReceived(List.of(mate(GIVER, giving, true)))));
        assertEquals(new VoucherTaking.GiverLost("Điều tra viên 1-7 (tập dượt)"), taker().take(text));
        assertEquals(new VoucherTaking.UnknownGiver(), laptop(TAKER, new MemoryFieldStore()).take(text));
        assertEquals(0, taken());
    }

    @Test
    void showsAVoucherAgainWhenTheProgramWasKilledBeforeItWasSeen() {
        give(1);
        GivenVoucher unseen = give(2);
        List<GivenVoucher> again = laptop(GIVER, giving.reopened()).given();
        assertEquals(unseen, again.getFirst());
        assertEquals(2, again.size());
        assertInstanceOf(VoucherTaking.Taken.class, taker().take(again.getFirst().text()));
    }

    @Test
    void showsNothingAndKeepsTheUnitsWhenTheyCannotBeWrittenOff() {
        giving.failWith(Problem.of(ProblemKind.DISK_FULL));
        assertThrows(ProblemException.class, () -> give(1));
        giving.recover();
        assertEquals(UNITS, giving.hand().free(BUNDLE.cells()));
        assertEquals(List.of(), giver().given());
    }

    @Test
    void givesWhatThereIsAndNothingThatCannotBeBroughtHomeInTime() {
        assertEquals(UNITS, give(UNITS + 3).voucher().voucher().units());
        assertEquals(Optional.empty(), giver().give(giver().colleagues().getFirst(), BUNDLE, 1));
        giving.apply(List.of(new Change.UnitsReceived(new Lease(new LeaseId("1-2"), BUNDLE.cells(), 1, clock.now(),
                clock.now().plus(LeaseTerms.TIME_TO_BRING_HOME)), List.of())));
        assertEquals(Optional.empty(), giver().give(giver().colleagues().getFirst(), BUNDLE, 1));
    }

    @Test
    void namesOnlyColleaguesWhoseLaptopIsInUse() {
        giving.apply(List.of(new Change.TeamReceived(List.of(mate(GIVER, giving, false),
                Samples.mate("1-9", true)))));
        assertEquals(List.of(TAKER), giver().colleagues().stream().map(Mate::device).toList());
    }

    @Test
    void takesNoVoucherThatIsNotWhole() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String text = give(1).text();
        for (int time = 0; time < 500; time++) {
            int at = random.nextInt(text.length());
            String broken = random.nextBoolean() ? text.substring(0, at)
                    : text.substring(0, at) + (char) (33 + random.nextInt(90)) + text.substring(at + 1);
            // the last letter has bits that mean nothing: then it is the same voucher
            if (!VoucherText.read(broken).equals(VoucherText.read(text))) {
                assertFalse(taker().take(broken) instanceof VoucherTaking.Taken,
                        "seed " + seed + ": " + broken);
            }
        }
        assertEquals(0, taken());
    }
}
