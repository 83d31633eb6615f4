package vn.hoidan.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntakePlannerTest {

    private static final IntakePlan.Stop AT_END = new IntakePlan.Stop.AtEnd();

    @Test
    void appliesTheNextRecordsInTheirOrder() {
        List<UpRecord> log = log("a", 3);
        IntakePlan plan = IntakePlanner.plan(LogPosition.START, Map.of(), log);
        assertEquals(new IntakePlan(log, 0, log.getLast().position(), AT_END), plan);
    }

    @Test
    void ignoresWhatItHasAndAppliesWhatFollows() {
        List<UpRecord> log = log("a", 5);
        IntakePlan plan = IntakePlanner.plan(log.get(2).position(), hashes(log.subList(0, 3)), log);
        assertEquals(new IntakePlan(log.subList(3, 5), 3, log.getLast().position(), AT_END), plan);
    }

    @Test
    void stopsAtAGapAndAppliesNothingBehindIt() {
        List<UpRecord> log = log("a", 5);
        IntakePlan plan = IntakePlanner.plan(LogPosition.START, Map.of(),
                List.of(log.get(0), log.get(2), log.get(3)));
        assertEquals(new IntakePlan(log.subList(0, 1), 0, log.getFirst().position(),
                new IntakePlan.Stop.Gap(2, 3)), plan);
    }

    @Test
    void seesAForkWhenAnOldNumberHasAnotherHash() {
        List<UpRecord> log = log("a", 3);
        List<UpRecord> other = log("b", 4);
        IntakePlan plan = IntakePlanner.plan(log.getLast().position(), hashes(log), other);
        assertEquals(new IntakePlan(List.of(), 0, log.getLast().position(), new IntakePlan.Stop.Fork(1)), plan);
    }

    @Test
    void seesAForkWhenTheNextRecordNamesAnotherPredecessor() {
        List<UpRecord> log = log("a", 3);
        List<UpRecord> other = log("b", 4);
        IntakePlan plan = IntakePlanner.plan(log.getLast().position(), Map.of(), other.subList(3, 4));
        assertEquals(new IntakePlan(List.of(), 0, log.getLast().position(), new IntakePlan.Stop.Fork(4)), plan);
    }

    @Test
    void seesAForkWhenANumberStandsTwiceInABatchWithOtherContent() {
        List<UpRecord> log = log("a", 2);
        UpRecord changed = UpRecord.after(log.get(0).position(), RecordType.CONTACT, Bytes.of(new byte[] {9}));
        IntakePlan plan = IntakePlanner.plan(LogPosition.START, Map.of(), List.of(log.get(0), log.get(1), changed));
        assertInstanceOf(IntakePlan.Stop.Fork.class, plan.stop());
        assertEquals(log, plan.applied());
    }

    @Test
    void endsWithTheWholeLogHoweverItIsCutDoubledAndShuffled() {
        long seed = new Random().nextLong();
        System.Logger logger = System.getLogger(IntakePlannerTest.class.getName());
        logger.log(System.Logger.Level.INFO, "seed " + seed);
        Random random = new Random(seed);
        List<UpRecord> log = log("a", 60);
        List<UpRecord> kept = new ArrayList<>();
        LogPosition stored = LogPosition.START;
        for (int round = 0; round < 2_000 && stored.number() < log.size(); round++) {
            int from = random.nextInt(log.size());
            int to = from + random.nextInt(log.size() - from + 1);
            IntakePlan plan = IntakePlanner.plan(stored, hashes(kept), log.subList(from, to));
            kept.addAll(plan.applied());
            stored = plan.end();
            assertEquals(log.subList(0, kept.size()), kept, "seed " + seed);
            assertEquals(kept.isEmpty() ? LogPosition.START : kept.getLast().position(), stored, "seed " + seed);
        }
        assertEquals(log, kept, "seed " + seed);
    }

    private static List<UpRecord> log(String content, int length) {
        List<UpRecord> log = new ArrayList<>();
        LogPosition head = LogPosition.START;
        for (int index = 0; index < length; index++) {
            UpRecord record = UpRecord.after(head, RecordType.INTERVIEW,
                    Bytes.of((content + index).getBytes(StandardCharsets.UTF_8)));
            log.add(record);
            head = record.position();
        }
        return log;
    }

    private static Map<Long, Bytes> hashes(List<UpRecord> log) {
        Map<Long, Bytes> hashes = new HashMap<>();
        log.forEach(record -> hashes.put(record.number(), record.position().hash()));
        return hashes;
    }
}
