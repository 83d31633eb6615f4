package vn.hoidan.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// One run of {@link KilledInterviewer} that was killed.
///
/// @param said    what it said before it was dead, line by line
/// @param reached whether it came to what it was to be killed in
record KilledProgram(List<String> said, boolean reached) {
    private static final int MOST_ACTS = 60;
    /// Longest time from the sign at which it is to be killed to the kill.
    private static final int MOST_MICROS_OPENING = 600_000;
    private static final int MOST_MICROS_COMPLETING = 250_000;
    private static final int MOST_MICROS_SYNCING = 200_000;
    private static final int MOST_MICROS_ANSWERING = 3_000;

    /// What it says just before.
    private record Sign(String word, int times, int mostMicros, String how) {
        static Sign of(KilledInterviewerTest.When when, Random random) {
            return switch (when) {
                case WHILE_OPENING -> new Sign("unlocking", 1, MOST_MICROS_OPENING, "-");
                case WHILE_ANSWERING -> new Sign("act", 1 + random.nextInt(MOST_ACTS), MOST_MICROS_ANSWERING, "-");
                case WHILE_COMPLETING -> new Sign("completing", 1, MOST_MICROS_COMPLETING, "hurry");
                case WHILE_SYNCING -> new Sign("syncing", 1, MOST_MICROS_SYNCING, "sync");
            };
        }
    }

    static KilledProgram run(Path laptop, long seed, KilledInterviewerTest.When when, Random random)
            throws IOException, InterruptedException {
        Sign sign = Sign.of(when, random);
        Process program = Children.java(KilledInterviewer.class, laptop.toString(), String.valueOf(seed),
                sign.how());
        List<String> said = new ArrayList<>();
        int signs = 0;
        try (BufferedReader reader = program.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                signs += line.split(" ")[0].equals(sign.word()) ? 1 : 0;
                if (signs == sign.times()) {
                    signs++;
                    LockSupport.parkNanos(1_000L * random.nextInt(sign.mostMicros()));
                    // by its handle: destroying the process object would also close the stream with its last words
                    program.toHandle().destroyForcibly();
                }
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
        if (signs <= sign.times() - 1) {
            throw new AssertionError("the program ended by itself after " + said);
        }
        return new KilledProgram(said, said.stream().noneMatch(line -> line.startsWith(after(when))));
    }

    /// What it says once it is through.
    private static String after(KilledInterviewerTest.When when) {
        return switch (when) {
            case WHILE_OPENING -> "act";
            case WHILE_ANSWERING -> "nothing";
            case WHILE_COMPLETING -> "completed";
            case WHILE_SYNCING -> "synced";
        };
    }
}
