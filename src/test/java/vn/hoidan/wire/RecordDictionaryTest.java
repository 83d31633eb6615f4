package vn.hoidan.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.support.Samples;

class RecordDictionaryTest {
    private static final int SAMPLE_NAME = 1234672090;
    private static final Bytes XFORM = bytes("""
            <model><bind nodeset="/data/q9" type="string"/><bind readonly="true()" nodeset="/data/section/q1"/>
            <bind type="string"/><bind nodeset='/other/quotes'/><bind nodeset="/data/never closed""");
    private static final RecordDictionary DICTIONARY = RecordDictionary.of(Samples.QUESTIONNAIRE, XFORM);

    @Test
    void isTheSameForEverBecauseRecordsWereSentAgainstIt() throws IOException {
        assertEquals(SAMPLE_NAME, DICTIONARY.name());
        assertTrue(text(DICTIONARY).endsWith("],\"paths\":[\"/data/q9\",\"/data/section/q1\""), text(DICTIONARY));
        // a record of the second form as it was sent when it was new
        isTheSample(RecordBodies.interview(golden("interview-2.bin"),
                name -> Optional.of(DICTIONARY).filter(one -> one.name() == name)));
        isTheSample(RecordBodies.interview(golden("interview-1.bin"), Dictionaries.NONE));
        assertEquals(Samples.contact(), RecordBodies.contact(golden("contact-1.bin")));
    }

    /// Flags that the sample has got since were not sent then.
    private static void isTheSample(InterviewRecord read) {
        InterviewRecord sample = Samples.interviewRecord(Samples.interviewId(1));
        assertEquals(sample.id(), read.id());
        assertEquals(List.copyOf(sample.answers().entrySet()), List.copyOf(read.answers().entrySet()));
        assertEquals(sample.timings(), read.timings());
        assertEquals(sample.remarks(), read.remarks());
        assertEquals(sample.completedAt(), read.completedAt());
        assertTrue(!read.flags().isEmpty() && sample.flags().containsAll(read.flags()));
    }

    @Test
    void differsForAnotherQuestionnaireAndFitsTheWindowOfTheCompression() {
        assertTrue(RecordDictionary.of(Samples.QUESTIONNAIRE, bytes("")).name() != DICTIONARY.name());
        StringBuilder huge = new StringBuilder();
        for (int number = 0; number < 100_000; number++) {
            huge.append("<bind nodeset=\"/data/question_").append(number).append("\"/>");
        }
        RecordDictionary large = RecordDictionary.of(Samples.QUESTIONNAIRE, bytes(huge.toString()));
        assertTrue(large.bytes().length() < 32 * 1024, () -> "bytes: " + large.bytes().length());
    }

    @Test
    void isMadeOfAnyBytesInBoundedTime() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] rubbish = new byte[100_000];
        random.nextBytes(rubbish);
        RecordDictionary.of(Samples.QUESTIONNAIRE, Bytes.of(rubbish));
        RecordDictionary.of(Samples.QUESTIONNAIRE, bytes("<bind ".repeat(50_000)));
    }

    /// Every byte of a compressed record changed, and every part of it alone: nothing but a problem comes of it.
    @Test
    void refusesRecordsThatWereDamaged() {
        byte[] body = RecordBodies.of(Samples.interviewRecord(Samples.interviewId(1)), DICTIONARY).toArray();
        for (int place = 0; place < body.length; place++) {
            byte[] changed = body.clone();
            changed[place] ^= 0x15;
            byte[] cut = Arrays.copyOf(body, place);
            assertThrows(ProblemException.class, () -> read(changed), "changed at " + place);
            assertThrows(ProblemException.class, () -> read(cut), "cut at " + place);
        }
    }

    private static void read(byte[] body) {
        RecordBodies.interview(Bytes.of(body), name -> Optional.of(DICTIONARY).filter(one -> one.name() == name));
    }

    private static Bytes golden(String name) throws IOException {
        try (InputStream stream = RecordDictionaryTest.class.getResourceAsStream(name)) {
            return Bytes.of(stream.readAllBytes());
        }
    }

    private static String text(RecordDictionary dictionary) {
        return new String(dictionary.bytes().toArray(), StandardCharsets.UTF_8);
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
