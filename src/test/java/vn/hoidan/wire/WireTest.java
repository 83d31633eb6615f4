package vn.hoidan.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.QualityFlag;
import vn.hoidan.core.interview.Remarks;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.hand.Hold;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Rejoining;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.DraftCount;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.support.IndexSamples;
import vn.hoidan.support.PracticeOffice;
import vn.hoidan.support.Samples;

class WireTest {
    /// One kind of message with a sample; its JSON stands in a file of that name, which is the protocol written down:
    /// whoever changes one of them changes what other versions must read.
    private record Kind<T>(String name, T sample, Function<T, byte[]> writer, Function<byte[], T> reader) {
        byte[] written() {
            return writer.apply(sample);
        }
    }

    private static List<Kind<?>> kinds() {
        List<Kind<?>> kinds = new ArrayList<>();
        kinds.add(new Kind<DownItem>("down-item-record-key", new DownItem.RecordKeyGiven(Samples.bytes(32, 5)),
                Wire::of, Wire::downItem));
        kinds.add(new Kind<DownItem>("down-item-history", new DownItem.ListHistory(Samples.LIST, List.of(new Contact(
                Samples.LIST, 3, 1, Outcome.INTERVIEWED_ELSEWHERE, "", Samples.MORNING, Optional.empty()))), Wire::of,
                Wire::downItem));
        kinds.add(new Kind<DownItem>("down-item-team", new DownItem.TeamKnown(List.of(Samples.mate("1-8", false),
                Samples.mate("1-9", true))), Wire::of, Wire::downItem));
        kinds.add(new Kind<>("sync-reply", reply(), Wire::of, Wire::syncReply));
        kinds.add(new Kind<>("board", Samples.board(), Wire::of, Wire::board));
        List<QuotaDecision> decisions = List.of(
                new QuotaDecision.Retarget(Samples.board().cells().getFirst().count().cell(), 460, "theo công văn"),
                new QuotaDecision.LaptopLost("p-1", "mất trên xe"), new QuotaDecision.Rule(
                        Samples.interviewId(7), QuotaDecision.Verdict.ACCEPT_RAISING, "phiếu tốt"));
        decisions.forEach(each -> kinds.add(new Kind<>("quota-decision-" + decisions.indexOf(each), each, Wire::of,
                Wire::quotaDecision)));
        kinds.add(new Kind<>("quota-effect", QuotaDecision.Effect.NO_UNIT, Wire::of, Wire::quotaEffect));
        kinds.add(new Kind<>("index-method", IndexSamples.method(), Wire::of, Wire::indexMethod));
        kinds.add(new Kind<>("index-report", IndexSamples.report(), Wire::of, Wire::indexReport));
        kinds.add(new Kind<>("index-round", IndexSamples.round(), Wire::of, Wire::round));
        kinds.add(new Kind<>("survey", Samples.survey(), Wire::of, Wire::survey));
        kinds.add(new Kind<>("quota-snapshot", Samples.quota(), Wire::of, Wire::quotaSnapshot));
        kinds.add(new Kind<>("sample-list", Samples.list(), Wire::of, Wire::sampleList));
        kinds.add(new Kind<>("lease", Samples.lease(), Wire::of, Wire::lease));
        kinds.add(new Kind<>("contact", Samples.contact(), Wire::of, Wire::contact));
        kinds.add(new Kind<>("person", Samples.enumerator(), Wire::of, Wire::person));
        kinds.add(new Kind<>("interview-record-2", Samples.interviewRecord(Samples.interviewId(1)), Wire::of,
                Wire::interviewRecord));
        kinds.add(new Kind<>("enrolment-request", new EnrolmentRequest(Samples.bytes(10, 1), Samples.bytes(32, 2),
                "Linux", 1, Optional.empty()), Wire::of, Wire::enrolmentRequest));
        Rejoining known = new Rejoining("d-0011223344556677", 3, Samples.enumerator().name());
        kinds.add(new Kind<>("enrolment-request-rejoining", new EnrolmentRequest(Samples.bytes(10, 1),
                Samples.bytes(32, 2), "Linux", 1, Optional.of(known)), Wire::of, Wire::enrolmentRequest));
        kinds.add(new Kind<>("enrolment-reply", new EnrolmentReply("1-7", 1, Samples.enumerator(), Optional.empty(),
                Optional.empty()),
                Wire::of, Wire::enrolmentReply));
        kinds.add(new Kind<>("enrolment-reply-rejoined", new EnrolmentReply("1-7", 4, Samples.enumerator(),
                Optional.empty(), Optional.empty()), Wire::of, Wire::enrolmentReply));
        kinds.add(new Kind<>("enrolment-reply-with-keys", new EnrolmentReply("1-7", 1, Samples.enumerator(),
                Optional.of(PracticeOffice.spareKeys("1-7", 2)), Optional.empty()), Wire::of, Wire::enrolmentReply));
        kinds.add(new Kind<>("enrolment-reply-record-key", new EnrolmentReply("1-7", 1, Samples.enumerator(),
                Optional.empty(), Optional.of(Samples.bytes(32, 9))), Wire::of, Wire::enrolmentReply));
        kinds.add(new Kind<>("spare-keys", PracticeOffice.spareKeys("1-7", 3), Wire::of, Wire::spareKeys));
        kinds.add(new Kind<>("spare-keys-request", new SpareKeysRequest(2), Wire::of, Wire::spareKeysRequest));
        kinds.add(new Kind<>("reset-request", new ResetRequest("1-7", 2, PracticeOffice.RESET_CODE), Wire::of,
                Wire::resetRequest));
        kinds.add(new Kind<>("reset-reply", new ResetReply(PracticeOffice.spareKeys("1-7", 1).code()), Wire::of,
                Wire::resetReply));
        kinds.add(new Kind<>("problem", Problem.of(ProblemKind.CLIENT_TOO_OLD, "needed", "2", "ours", "1"), Wire::of,
                Wire::problem));
        items().forEach(item -> kinds.add(new Kind<>("down-item-" + items().indexOf(item), item, Wire::of,
                Wire::downItem)));
        units().forEach(record -> kinds.add(new Kind<>(record.type().code(), record, Wire::of,
                message -> Wire.unitsRecord(record.type(), message))));
        kinds.add(new Kind<>("signed-voucher", voucher(), Wire::of, Wire::signedVoucher));
        kinds.add(new Kind<>("units-in-hand", new UnitsInHand(Samples.LEASE, Samples.lease().cells(), Samples.MORNING,
                3, false), Wire::of, Wire::unitsInHand));
        kinds.add(new Kind<Hold>("hold", new Hold.OfLease(Samples.LEASE), Wire::of, Wire::hold));
        kinds.add(new Kind<Hold>("hold-by-code", new Hold.ByCode(UnitCode.of(7)), Wire::of, Wire::hold));
        List<Fact> facts = Samples.facts();
        facts.forEach(fact -> kinds.add(new Kind<>("fact-" + facts.indexOf(fact), fact, Wire::of, Wire::fact)));
        List<Fact> paper = Samples.paperFacts();
        paper.forEach(fact -> kinds.add(new Kind<>("fact-paper-" + paper.indexOf(fact), fact, Wire::of, Wire::fact)));
        kinds.add(new Kind<>("interview-record-paper-2", Samples.paperRecord(Samples.interviewId(1)), Wire::of,
                Wire::interviewRecord));
        return kinds;
    }

    private static List<DownItem> items() {
        return List.of(new DownItem.SurveyAssigned(Samples.survey()),
                new DownItem.ListAssigned(Samples.list(), Samples.lease()), new DownItem.ListWithdrawn(Samples.LIST),
                new DownItem.InterviewRuled(Samples.interviewId(1), Ruling.PENDING, "quota-full"),
                new DownItem.PlaceAssigned(SampleList.open(Samples.LIST, Samples.VILLAGE, "Thôn 1 (tập dượt)")),
                new DownItem.UnitsGranted(new Lease(Samples.LEASE, Samples.lease().cells(), 2, Samples.MORNING,
                        Samples.MORNING.plusSeconds(1)), List.of(UnitCode.of(1), UnitCode.of(2))),
                new DownItem.LeaseEnded(Samples.LEASE), new DownItem.ListsBegin());
    }

    static SignedVoucher voucher() {
        return new SignedVoucher(new Voucher(new VoucherId("00000000000000a1"), Samples.LEASE,
                Samples.lease().cells(), 3, Samples.MORNING, 1, "device-1", "device-2"), Samples.bytes(64, 5));
    }

    private static List<UnitsRecord> units() {
        return List.of(new UnitsRecord.Returned(Samples.LEASE, 4), new UnitsRecord.VoucherGiven(voucher()),
                new UnitsRecord.VoucherTaken(voucher()), new UnitsRecord.CodeGiven(Samples.LEASE, UnitCode.of(7)));
    }

    static SyncRequest request(Optional<Bytes> key) {
        UpRecord first = UpRecord.after(LogPosition.START, RecordType.CONTACT, Samples.bytes(40, 3));
        UpRecord second = UpRecord.after(first.position(), RecordType.INTERVIEW, Samples.bytes(90, 4));
        return new SyncRequest(SyncRequest.PROTOCOL, new OwnLog(2, 14, true), 1, 12, List.of(first, second),
                List.of(new DraftCount(Samples.LIST, 2)), false,
                Samples.MORNING.plusNanos(123_456_789), key);
    }

    private static SyncReply reply() {
        List<DownEntry> entries = new ArrayList<>();
        items().subList(0, 4).forEach(item -> entries.add(new DownEntry(entries.size() + 13, item)));
        return new SyncReply(1, 2, new LogPosition(7, Samples.bytes(32, 9)), LogPosition.START, entries, true,
                Samples.quota(), Samples.MORNING);
    }

    @TestFactory
    Stream<DynamicTest> readsBackWhatItWrote() {
        return kinds().stream().map(kind -> DynamicTest.dynamicTest(kind.name(), () -> roundTrip(kind)));
    }

    private static <T> void roundTrip(Kind<T> kind) {
        assertEquals(kind.sample(), kind.reader().apply(kind.written()));
    }

    @TestFactory
    Stream<DynamicTest> writesAndReadsTheProtocolAsWrittenDown() {
        return kinds().stream().map(kind -> DynamicTest.dynamicTest(kind.name(), () -> golden(kind)));
    }

    private static <T> void golden(Kind<T> kind) throws IOException {
        String file = kind.name() + ".json";
        try (InputStream stream = WireTest.class.getResourceAsStream(file)) {
            assertTrue(stream != null, () -> "no " + file + "; it should hold\n"
                    + new String(kind.written(), StandardCharsets.UTF_8));
            String wanted = new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertEquals(wanted, new String(kind.written(), StandardCharsets.UTF_8));
            assertEquals(kind.sample(), kind.reader().apply(wanted.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @TestFactory
    Stream<DynamicTest> passesOverFieldsItDoesNotKnow() {
        return kinds().stream().map(kind -> DynamicTest.dynamicTest(kind.name(), () -> unknownField(kind)));
    }

    private static <T> void unknownField(Kind<T> kind) {
        String text = new String(kind.written(), StandardCharsets.UTF_8);
        String longer = "{\"later\":{\"a\":[1,null,true]}," + text.substring(1);
        assertEquals(kind.sample(), kind.reader().apply(longer.getBytes(StandardCharsets.UTF_8)));
    }

    /// Cut, bent and mixed messages either read well or are refused with a problem; nothing else comes out.
    @TestFactory
    Stream<DynamicTest> refusesDamagedMessagesWithAProblem() {
        return kinds().stream().map(kind -> DynamicTest.dynamicTest(kind.name(), () -> damaged(kind)));
    }

    private static <T> void damaged(Kind<T> kind) {
        byte[] whole = kind.written();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertUnreadable(() -> kind.reader().apply(cut));
        }
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            byte[] bent = whole.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                bent[random.nextInt(bent.length)] = "\"{}[],:0-9eE.ntf\\x\u0000".getBytes()[random.nextInt(18)];
            }
            try {
                kind.reader().apply(bent);
            } catch (ProblemException refused) {
                assertEquals(ProblemKind.MESSAGE_UNREADABLE, refused.problem().kind(), () -> "seed " + seed);
            } catch (RuntimeException other) {
                throw new AssertionError("seed " + seed + ": " + new String(bent, StandardCharsets.UTF_8), other);
            }
        }
    }

    @Test
    void namesTheFieldThatIsWrongAndNeverItsValue() {
        String good = new String(Wire.of(Samples.contact()), StandardCharsets.UTF_8);
        assertEquals("outcome is missing", reason(good.replace("\"outcome\"", "\"other\"")));
        assertEquals("household is no whole number", reason(good.replace(":17", ":17.5")));
        assertEquals("household is too large", reason(good.replace(":17", ":99999999999")));
        assertEquals("attempt is negative", reason(good.replace(":2,", ":-2,")));
        assertEquals("value refused at outcome", reason(good.replace("appointment\",", "sekret\",")));
        assertEquals("value refused at at", reason(good.replace("2024-11-02T00:30", "2024-13-99T00:30")));
        assertEquals("list is no text", reason(good.replace("\"hanoi-2024.09691-01\"", "[]")));
        ProblemException refused = assertUnreadable(() -> Wire.contact(good.replace("appointment\",", "sekret\",")
                .getBytes(StandardCharsets.UTF_8)));
        assertFalse(refused.getCause().getMessage().contains("sekret"));
    }

    private static String reason(String text) {
        return assertUnreadable(() -> Wire.contact(text.getBytes(StandardCharsets.UTF_8))).problem().details()
                .get("reason");
    }

    @Test
    void refusesWhatIsNoStrictJson() {
        for (String text : List.of("", "null", "[]", "{} {}", "{'number':1}", "{number:1}", "\ufeff{}",
                "{\"number\":NaN}", "{\"number\":1,}", "/* */{}", "\"x\"", "{\"number\":1001,\"details\":{\"a\":1}}")) {
            assertUnreadable(() -> Wire.problem(text.getBytes(StandardCharsets.UTF_8)));
        }
        assertUnreadable(() -> Wire.problem(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}));
    }

    @Test
    void refusesDeepNestingAndFloodsOfValuesBeforeTheyCostMemory() {
        assertUnreadable(() -> Wire.board(("{\"x\":" + "[".repeat(200_000)).getBytes(StandardCharsets.UTF_8)));
        assertUnreadable(() -> Wire.board(("{\"rows\":[" + "0,".repeat(3_000_000) + "0]}")
                .getBytes(StandardCharsets.UTF_8)));
        assertUnreadable(() -> Wire.contact(("{\"list\":\"x\",\"household\":1e999999999}")
                .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesMessagesBeyondTheirLimit() {
        ProblemException refused = assertThrows(ProblemException.class,
                () -> Wire.board(new byte[Wire.MOST_MESSAGE_BYTES + 1]));
        assertEquals(ProblemKind.MESSAGE_TOO_LARGE, refused.problem().kind());
        assertEquals(ProblemKind.MESSAGE_TOO_LARGE, assertThrows(ProblemException.class,
                () -> Wire.enrolmentRequest(new byte[Wire.MOST_SMALL_MESSAGE_BYTES + 1])).problem().kind());
    }

    @Test
    void refusesMoreRecordsThanARequestMayHold() {
        List<UpRecord> records = new ArrayList<>();
        LogPosition head = LogPosition.START;
        for (int count = 0; count <= SyncRequest.RECORDS_PER_REQUEST; count++) {
            records.add(UpRecord.after(head, RecordType.CONTACT, Samples.bytes(1, 1)));
            head = records.getLast().position();
        }
        byte[] message = Wire.of(new SyncRequest(1, OwnLog.first(0), 0, 0, records, List.of(), false, Samples.MORNING,
                Optional.empty()));
        assertEquals("records has too many entries", assertUnreadable(() -> Wire.syncRequest(message)).problem()
                .details().get("reason"));
    }

    @Test
    void refusesASecondKeyingInsideASecondKeying() {
        String keyed = new String(Wire.of(Samples.paperFacts().get(4)), StandardCharsets.UTF_8);
        String nested = keyed.substring(0, keyed.indexOf("{\"f\":\"set\"")) + keyed + "}";
        assertUnreadable(() -> Wire.fact(nested.getBytes(StandardCharsets.UTF_8)));
        assertUnreadable(() -> Wire.fact(keyed.replace("\"set\"", "\"completed\"").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsAnItemOfANewerOfficeAsOneThatItDoesNotKnow() {
        assertEquals(new DownItem.NotKnownHere("quiet-hours"), Wire.downItem(
                "{\"type\":\"quiet-hours\",\"from\":22}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsAnswersInTheirOrder() {
        InterviewRecord record = Samples.interviewRecord(Samples.interviewId(1));
        assertEquals(List.copyOf(record.answers().entrySet()),
                List.copyOf(Wire.interviewRecord(Wire.of(record)).answers().entrySet()));
    }

    @Test
    void readsTheFirstFormOfAnInterview() throws IOException {
        try (InputStream stream = WireTest.class.getResourceAsStream("interview-record.json")) {
            assertEquals(Samples.interviewRecord(Samples.interviewId(1)),
                    Wire.interviewRecord(stream.readAllBytes()));
        }
        try (InputStream stream = WireTest.class.getResourceAsStream("interview-record-paper.json")) {
            assertEquals(Samples.paperRecord(Samples.interviewId(1)), Wire.interviewRecord(stream.readAllBytes()));
        }
    }

    @Test
    void readsABoardThatAnOlderProgramKept() throws IOException {
        try (InputStream stream = WireTest.class.getResourceAsStream("board-older.json")) {
            Board older = Wire.board(stream.readAllBytes());
            assertEquals(Samples.board().rows(), older.rows());
            assertEquals(List.of(), older.cells());
            assertEquals(Optional.empty(), older.devices().getFirst().id());
        }
    }

    @Test
    void readsAnInterviewAndFactsThatAnOlderProgramWrote() throws IOException {
        try (InputStream stream = WireTest.class.getResourceAsStream("interview-record-without-flags.json")) {
            InterviewRecord old = Wire.interviewRecord(stream.readAllBytes());
            assertEquals(List.of(), old.flags());
            assertEquals(Optional.empty(), old.course());
        }
        try (InputStream stream = WireTest.class.getResourceAsStream("interview-record-without-remarks.json")) {
            assertEquals(Remarks.NONE, Wire.interviewRecord(stream.readAllBytes()).remarks());
        }
        try (InputStream stream = WireTest.class.getResourceAsStream("sync-request-without-log.json")) {
            assertEquals(OwnLog.first(0), Wire.syncRequest(stream.readAllBytes()).log());
        }
        try (InputStream stream = WireTest.class.getResourceAsStream("sync-reply-without-log.json")) {
            assertEquals(OwnLog.FIRST, Wire.syncReply(stream.readAllBytes()).incarnation());
        }
        assertEquals(new Fact.Completed(Samples.moment(604)), Wire.fact(
                "{\"f\":\"completed\",\"at\":\"2024-11-02T00:40:04Z\",\"m\":604000000000}"
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void passesOverAFlagThatANewerProgramAdded() {
        String newer = new String(Wire.of(Samples.interviewRecord(Samples.interviewId(1))), StandardCharsets.UTF_8)
                .replace("\"flag\":\"odd-hour\"", "\"flag\":\"too-slow\",\"millis\":5");
        assertEquals(Samples.flags().stream().filter(flag -> !(flag instanceof QualityFlag.OddHour)).toList(),
                Wire.interviewRecord(newer.getBytes(StandardCharsets.UTF_8)).flags());
    }

    @Test
    void refusesAProblemOfANewerProgram() {
        assertUnreadable(() -> Wire.problem("{\"number\":999999,\"details\":{}}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void recordBodiesComeBackAsTheyWere() {
        InterviewRecord record = Samples.interviewRecord(Samples.interviewId(1));
        RecordDictionary dictionary = RecordDictionary.of(record.questionnaire(),
                Bytes.of("<bind nodeset=\"/data/q9\"/>".getBytes(StandardCharsets.UTF_8)));
        Bytes body = RecordBodies.of(record, dictionary);
        assertEquals(record, RecordBodies.interview(body, name -> name == dictionary.name()
                ? Optional.of(dictionary) : Optional.empty()));
        assertUnreadable(() -> RecordBodies.interview(body, Dictionaries.NONE));
        assertEquals(Samples.contact(), RecordBodies.contact(RecordBodies.of(Samples.contact())));
        assertUnreadable(() -> RecordBodies.interview(RecordBodies.of(Samples.contact()), Dictionaries.NONE));
        assertUnreadable(() -> RecordBodies.interview(Bytes.of(new byte[] {1, 2, 3}), Dictionaries.NONE));
    }

    @Test
    void keepsAProblemsDetails() {
        Problem problem = new Problem(ProblemKind.STORE_DAMAGED, Map.of("file", "C:\\Users\\x\\ä.db", "b", ""));
        assertEquals(problem, Wire.problem(Wire.of(problem)));
        assertEquals(Optional.of(problem.kind()), ProblemKind.ofNumber(2010));
    }

    private static ProblemException assertUnreadable(Runnable work) {
        ProblemException refused = assertThrows(ProblemException.class, work::run);
        assertEquals(ProblemKind.MESSAGE_UNREADABLE, refused.problem().kind());
        return refused;
    }
}
