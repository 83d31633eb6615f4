package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.Samples;

/// Kills a program that is writing, as a battery or a task manager would, and looks whether what it called saved is
/// there. More rounds with `-Dhoidan.kill.rounds=500`.
@BesideOthers
class KilledWriterTest {
    private static final int ROUNDS = Integer.getInteger("hoidan.kill.rounds", 10);
    private static final int MOST_FACTS_A_ROUND = 40;

    @TempDir
    Path folder;

    @Test
    void losesNothingItAcknowledgedWhenKilledInTheMiddleOfWriting() throws Exception {
        create();
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int saved = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            int acknowledged = runAndKill(saved + 1 + random.nextInt(MOST_FACTS_A_ROUND));
            String where = "seed " + seed + ", round " + round;
            try (FieldStore store = unlock()) {
                List<Fact> facts = store.facts(Samples.interviewId(1));
                assertTrue(facts.size() >= acknowledged, where + ": " + facts.size() + " of " + acknowledged);
                assertEquals(facts.size(), store.interview(Samples.interviewId(1)).orElseThrow().facts(), where);
                for (int number = 1; number <= facts.size(); number++) {
                    assertEquals(String.valueOf(number),
                            assertInstanceOf(Fact.AnswerSet.class, facts.get(number - 1)).value(), where);
                }
                saved = facts.size();
            }
        }
        assertTrue(saved >= ROUNDS);
    }

    @Test
    void saysThatTheStoreIsInUseWhileAnotherProgramHasItOpen() throws Exception {
        create();
        Process other = start();
        try (BufferedReader said = other.inputReader()) {
            assertTrue(said.readLine() != null, "the other program did not start");
            ProblemException refused = assertThrows(ProblemException.class, this::unlock);
            assertEquals(ProblemKind.STORE_IN_USE, refused.problem().kind());
        } finally {
            other.destroyForcibly().waitFor();
        }
        unlock().close();
    }

    /// Gives the last number that the killed program had said.
    private int runAndKill(int atLeast) throws IOException, InterruptedException {
        Process writer = start();
        int last = 0;
        try (BufferedReader said = writer.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = Integer.parseInt(line);
                if (last >= atLeast) {
                    // by its handle: destroying the process object would also close the stream with its last words
                    writer.toHandle().destroyForcibly();
                }
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        assertTrue(last >= atLeast, "the program ended by itself after " + last);
        return last;
    }

    private Process start() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath,
                FactAppender.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private void create() {
        StoreFixture.folders(folder, new StoreFixture.SetClock())
                .create(StoreFixture.PROFILE, StoreFixture.CREDENTIALS, StoreFixture.pin()).store().close();
    }

    private FieldStore unlock() {
        return assertInstanceOf(Unlocking.Opened.class, StoreFixture.folders(folder, new StoreFixture.SetClock())
                .unlock(StoreFixture.PROFILE.id(), StoreFixture.pin())).profile().store();
    }
}
