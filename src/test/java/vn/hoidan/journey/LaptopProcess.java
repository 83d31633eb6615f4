package vn.hoidan.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import vn.hoidan.core.problem.ProblemKind;

/// A {@link SyncingLaptop} that runs, until it is killed.
final class LaptopProcess implements AutoCloseable {
    /// Whoever says nothing for so long hangs. A request of the program itself may take four minutes.
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);
    private static final String END = "end of what it said";

    private final Process process;
    private final Writer orders;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final List<String> completed = new ArrayList<>();

    /// How a round ended and where the laptop stands then.
    ///
    /// @param problem that ended it early
    /// @param head    number of its last record
    /// @param stored  number of the last record that the server has said it holds
    record Round(Optional<ProblemKind> problem, int incarnation, long cursor, long head, long stored,
            String storedHash) {
        static Round of(String[] words) {
            return new Round(Optional.of(words[1]).filter(word -> !word.equals("synced")).map(ProblemKind::valueOf),
                    Integer.parseInt(words[2]), Long.parseLong(words[3]), Long.parseLong(words[4]),
                    Long.parseLong(words[5]), words[6]);
        }
    }

    private LaptopProcess(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::listen);
    }

    static LaptopProcess start(Path folder, long seed) throws IOException {
        LaptopProcess laptop = new LaptopProcess(
                Children.java(SyncingLaptop.class, folder.toString(), String.valueOf(seed)));
        laptop.next();
        return laptop;
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
            }
        } catch (IOException killed) {
            // it will say nothing more
            said.add(END);
            return;
        }
        said.add(END);
    }

    /// Completes interviews, each in a transaction.
    void complete(int count) {
        order("complete " + count);
        await("done");
    }

    void beginToSync() {
        order("sync");
    }

    Round endOfRound() {
        return Round.of(await("round").orElseThrow(() -> new AssertionError("it ended by itself")).split(" "));
    }

    Round sync() {
        beginToSync();
        return endOfRound();
    }

    /// Interviews that it said are saved.
    List<String> completed() {
        return List.copyOf(completed);
    }

    private void order(String words) {
        try {
            orders.write(words + "\n");
            orders.flush();
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /// Takes in what it says until a word; empty when it is dead.
    private Optional<String> await(String word) {
        for (String line = next(); !line.equals(END); line = next()) {
            if (line.startsWith("completed ")) {
                completed.add(line.split(" ")[1]);
            } else if (line.startsWith(word)) {
                return Optional.of(line);
            }
        }
        // it is asked again by whoever makes sure that it is dead
        said.add(END);
        return Optional.empty();
    }

    private String next() {
        try {
            String line = said.poll(LONGEST_SILENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                throw new AssertionError("the laptop hangs");
            }
            return line;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /// Kills it. What it said before counts.
    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
        await(END);
    }
}
