package vn.hoidan.cli.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.hoidan.client.Interviewer;
import vn.hoidan.client.RunningClient;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.survey.Role;
import vn.hoidan.message.Messages;

/// A day of an enumerator and a look of the supervisor, played at the real window with the real server: three
/// interviews without a network, one of them left in the middle and gone on with, one household that refuses, then
/// sync, the board, and the CSV, which must hold what was typed.
final class PracticeDay {
    /// The interview in whose middle the laptop is locked; whoever comes back stands in it, with home behind it.
    private static final int LEFT_IN_THE_MIDDLE = 2;
    /// Its answers before it is left.
    private static final int ANSWERS_BEFORE_LEAVING = 40;
    private static final int INTERVIEWS = 3;
    /// The key on the button that starts an interview or goes on with it; a card without it offers neither.
    private static final String ENTER_STARTS = "\u23ce";
    private static final double WIDTH_PIXELS = 1366;
    private static final double HEIGHT_PIXELS = 768;
    /// Until what glides has come to rest, for the pictures.
    private static final Duration REST = Duration.ofMillis(400);
    private static final int MOST_LOOKS = 20;
    private static final String PIN = "246810";
    /// For something that must come; far more than a slow machine needs.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Practice practice;
    private final RunningClient window;
    private final Path out;
    private final Messages messages;
    private final Consumer<String> tell;
    private final List<Map<String, String>> given = new ArrayList<>();
    private int pictures;

    /// @param out  folder of the pictures and the CSV
    /// @param tell told each step
    PracticeDay(Practice practice, RunningClient window, Path out, Messages messages, Consumer<String> tell) {
        this.practice = practice;
        this.window = window;
        this.out = out;
        this.messages = messages;
        this.tell = tell;
    }

    /// What the day left behind.
    ///
    /// @param given    answers typed, by question name, one map an interview
    /// @param exported the rows of the CSV by column name, in its order
    /// @param board    as the server tells it at the end
    record Result(List<Map<String, String>> given, List<Map<String, String>> exported, Board board) {
        /// True when each interview stands in the CSV as it was typed.
        boolean exportedAsTyped() {
            return given.size() == exported.size() && given.stream().allMatch(typed -> exported.stream()
                    .anyMatch(row -> typed.entrySet().stream().allMatch(
                            answer -> answer.getValue().equals(row.get(answer.getKey())))));
        }
    }

    Result play() {
        window.resize(WIDTH_PIXELS, HEIGHT_PIXELS);
        String enumerator = name(Role.ENUMERATOR);
        String supervisor = name(Role.SUPERVISOR);
        join(enumerator);
        await(text("home", "tasks"));
        await("F2");
        picture("home");
        say("day.offline");
        window.press("Ctrl+M");
        refuse();
        for (int number = 1; number <= INTERVIEWS; number++) {
            interview(number, enumerator);
        }
        picture("home-after");
        say("day.waiting");
        window.press("Ctrl+M", "Ctrl+D");
        awaitSync();
        window.press("Ctrl+D");
        awaitSync();
        say("day.synced", practice.board().accepted());
        picture("synced");
        window.press("Ctrl+L");
        join(supervisor);
        await(text("board", "devices"));
        picture("board");
        window.press("T");
        await(text("board", "status.table"));
        picture("board-table");
        Result result = new Result(given, export(), practice.board());
        say(result.exportedAsTyped() ? "day.same" : "day.differs", given.size());
        return result;
    }

    private String name(Role role) {
        return practice.invitations().stream().filter(invitation -> invitation.person().role() == role).findFirst()
                .orElseThrow().person().name();
    }

    /// Joins as somebody new on this laptop.
    private void join(String name) {
        choose(name);
        await(text("signin", "newPin.head"));
        window.type(PIN);
        window.press("Tab");
        window.type(PIN);
        window.press("Enter");
    }

    /// Presses the digit that stands before a name.
    private void choose(String name) {
        await(text("signin", "choose.head"));
        await(name);
        if (pictures == 0) {
            picture("sign-in");
        }
        say("day.sign-in", name);
        String before = window.text().substring(0, window.text().indexOf(name));
        window.press(before.lines().filter(line -> line.matches("[1-9]")).reduce((first, last) -> last).orElseThrow());
    }

    /// The first household declines: the first coded reason, and a reserve household opens.
    private void refuse() {
        openFirstTask();
        window.press("Enter");
        await(text("household", "consent.agree"));
        picture("consent");
        window.press("2");
        await(text("household", "reason.head"));
        window.press("1");
        await(text("household", "outcome.refused"));
        picture("refused");
        say("day.refused");
        window.press("Esc");
    }

    /// Right after something was recorded the list of tasks may still show it; a person looks again, so does this.
    private void openFirstTask() {
        for (int look = 0; look < MOST_LOOKS; look++) {
            await(text("home", "tasks"));
            window.press("1");
            await(text("household", "card.attempts"));
            if (window.text().contains(ENTER_STARTS)) {
                return;
            }
            window.press("Esc");
        }
        throw new IllegalStateException("the first task stays one that is over; the window says:\n" + window.text());
    }

    private void interview(int number, String enumerator) {
        openFirstTask();
        window.press("Enter");
        await(text("household", "consent.agree"));
        window.press("1");
        Interviewer interviewer = window.interviewer(new SplittableRandom(practice.seed() + number),
                messages.get("day.words", number));
        InterviewWork work = awaitInterview();
        if (number == LEFT_IN_THE_MIDDLE) {
            interviewer.answer(work, ANSWERS_BEFORE_LEAVING);
            picture("interview");
            say("day.left", ANSWERS_BEFORE_LEAVING);
            work = goOn(enumerator);
            interviewer.cameBack();
        }
        interviewer.answer(work, Integer.MAX_VALUE);
        window.press("Ctrl+End");
        await(text("interview", "end.ready"));
        picture("end-" + number);
        window.press("Ctrl+Enter");
        await(text("interview", "end.completed"));
        picture("completed-" + number);
        say("day.interview", number, interviewer.given().size(), interviewer.keysPressed());
        window.press("Enter");
        if (number == LEFT_IN_THE_MIDDLE) {
            await(text("home", "tasks"));
        } else {
            await(text("household", "card.attempts"));
            window.press("Esc");
        }
        Map<String, String> byName = new HashMap<>();
        interviewer.given().forEach((path, value) -> byName.put(path.name(), value));
        given.add(byName);
    }

    /// Locks the laptop in the middle of an interview, comes back and goes on where it stopped.
    private InterviewWork goOn(String enumerator) {
        window.press("Ctrl+L");
        await(text("signin", "pin.head"));
        window.type(PIN);
        window.press("Enter");
        InterviewWork work = awaitInterview();
        picture("resumed");
        return work;
    }

    private InterviewWork awaitInterview() {
        await(text("interview", "section.end"));
        return window.interview().orElseThrow(() -> new IllegalStateException("no interview on the screen"));
    }

    /// The number of records waiting has gone and the server has counted them.
    private void awaitSync() {
        await(text("frame", "network.reached"));
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (practice.board().accepted() < INTERVIEWS && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /// What a screen says in the language of the day.
    private String text(String screen, String key) {
        return Messages.of("vn/hoidan/client/ui/" + screen + "/" + screen, messages.language()).get(key);
    }

    private void await(String words) {
        if (!window.waitFor(words, LONGEST_WAIT)) {
            throw new IllegalStateException("waited in vain for \"" + words + "\"; the window says:\n"
                    + window.text());
        }
    }

    private List<Map<String, String>> export() {
        Path file = practice.export(out);
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVParser csv = CSVParser.parse(withoutMark(Files.readString(file, StandardCharsets.UTF_8)),
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            for (CSVRecord row : csv) {
                rows.add(row.toMap());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return rows;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void picture(String name) {
        pictures++;
        LockSupport.parkNanos(REST.toNanos());
        try {
            window.picture(out.resolve(String.format(Locale.ROOT, "%02d-%s.png", pictures, name)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void say(String key, Object... values) {
        tell.accept(messages.get(key, values));
    }
}
