package vn.hoidan.journey;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.client.ui.interview.InterviewScreens;
import vn.hoidan.client.ui.kit.LaneBackground;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Looks;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;

/// How long a key holds the window's thread in an interview on the SIPAS form, with the store on its disk, and how long
/// until the screen says that the answer is saved. Beside it stands an empty pulse of the same run. A program to be
/// started by hand: `AnswerBench FOLDER [INTERVIEWS]`.
final class AnswerBench {
    private static final int USUAL_INTERVIEWS = 6;
    private static final int WARM_UP_INTERVIEWS = 3;
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 686;
    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final int MOST_KEYS = 1_000;
    /// The glide is over by the last of them.
    private static final int PULSES_AFTER_KEY = 12;
    private static final String EMPTY = "empty pulse";
    private static final String GLIDE = "pulse while gliding";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LOOK_AGAIN_NANOS = 200_000;

    private final FieldWork field;
    private final Map<String, List<long[]>> times = new LinkedHashMap<>();
    private final Stage stage;
    private InterviewWork work;
    private Scene scene;
    private boolean warm;
    /// The question asked last; null before the first.
    private vn.hoidan.core.questionnaire.Path last;
    private final List<long[]> pulses = new ArrayList<>();

    private AnswerBench(FieldWork field, Stage stage) {
        this.field = field;
        this.stage = stage;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "answers");
        int interviews = arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL_INTERVIEWS;
        try (SipasOffice office = new SipasOffice(folder.resolve("office"), SipasOffice.households());
                LaneBackground writer = new LaneBackground("writer");
                HttpHeadOffices offices = new HttpHeadOffices("Linux")) {
            UiThread.start();
            office.enrol(folder.resolve("laptop"), new vn.hoidan.support.ImmediateBackground());
            Stage[] made = new Stage[1];
            UiThread.runAndWait(() -> {
                Theme.install();
                made[0] = new Stage();
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        // only so that pulses go on
                    }
                }.start();
            });
            Workplace place = SipasOffice.enter(SipasOffice.laptop(folder.resolve("laptop"), offices, writer, writer));
            AnswerBench bench = new AnswerBench((FieldWork) place.work(), made[0]);
            for (int interview = 0; interview < WARM_UP_INTERVIEWS + interviews; interview++) {
                bench.warm = interview >= WARM_UP_INTERVIEWS;
                bench.hold(interview + 1);
            }
            bench.tell();
        } finally {
            UiThread.exit();
        }
    }

    private void hold(int household) {
        Starting started = field.start(SipasOffice.LIST, household, InterviewMode.FACE_TO_FACE, "vi");
        UiThread.runAndWait(() -> show(((Starting.Started) started).interview()));
        for (int keys = 0; keys < MOST_KEYS; keys++) {
            Optional<Element.Question> open = onWindow(() -> work.firstOpen().flatMap(work::question));
            if (open.isEmpty() || !open.get().required()) {
                return;
            }
            answer(open.get());
        }
        throw new IllegalStateException("the form does not end");
    }

    private void show(InterviewWork begun) {
        work = begun;
        Screen screen = new InterviewScreens(new Language("vi"), ZoneId.of("Asia/Ho_Chi_Minh")).open(work, () -> { });
        scene = Theme.scene((Parent) screen.node(), WIDTH, HEIGHT, Looks.usual());
        watch();
        stage.setScene(scene);
        stage.show();
        screen.shown();
    }

    private void answer(Element.Question question) {
        if (question.path().equals(last)) {
            // one that the respondent should answer alone: entered after all
            press("F6", KeyCode.F6);
        }
        last = question.path();
        if (question.type() == QuestionType.TEXT) {
            UiThread.runAndWait(() -> {
                if (scene.getFocusOwner() instanceof TextInputControl input) {
                    input.replaceSelection("Mường");
                }
            });
            press("Enter after a text", KeyCode.ENTER);
        } else {
            press(question.type() == QuestionType.SELECT_ONE ? "digit" : "digit of several", KeyCode.DIGIT1);
        }
        Optional<Element.Question> next = onWindow(() -> work.firstOpen().flatMap(work::question));
        if (next.isPresent() && next.get().path().equals(question.path())) {
            press("F4", KeyCode.F4);
        } else if (next.isEmpty() || !next.get().choices().equals(question.choices())) {
            press("Enter", KeyCode.ENTER);
        }
    }

    private static <T> T onWindow(java.util.function.Supplier<T> asked) {
        List<T> answer = new ArrayList<>();
        UiThread.runAndWait(() -> answer.add(asked.get()));
        return answer.getFirst();
    }

    private void press(String kind, KeyCode code) {
        long[] handled = new long[3];
        pulses.clear();
        UiThread.runAndWait(() -> {
            long wall = System.nanoTime();
            long cpu = cpu();
            Node owner = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            handled[0] = System.nanoTime() - wall;
            handled[1] = cpu() - cpu;
            handled[2] = wall;
            pulses.clear();
        });
        while (!(onWindow(() -> work.saveState()) instanceof SaveState.Saved)) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        long saved = System.nanoTime() - handled[2];
        while (onWindow(pulses::size) < PULSES_AFTER_KEY) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        List<long[]> seen = onWindow(() -> List.copyOf(pulses));
        UiThread.runAndWait(() -> Event.fireEvent(scene.getRoot(),
                new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false)));
        if (warm) {
            add(kind, handled[0] + seen.getFirst()[0], handled[1] + seen.getFirst()[1], saved);
            add("  of it the key", handled[0], handled[1], 0);
            for (int pulse = 1; pulse < PULSES_AFTER_KEY - 1; pulse++) {
                add(GLIDE, seen.get(pulse)[0], seen.get(pulse)[1], 0);
            }
            add(EMPTY, seen.getLast()[0], seen.getLast()[1], 0);
        }
    }

    private void add(String kind, long wall, long cpu, long saved) {
        times.computeIfAbsent(kind, _ -> new ArrayList<>()).add(new long[] {wall, cpu, saved});
    }

    /// Looks at the pulses of the window: what styling and layout take of each.
    private void watch() {
        long[] begun = new long[2];
        scene.addPreLayoutPulseListener(() -> {
            begun[0] = System.nanoTime();
            begun[1] = cpu();
        });
        scene.addPostLayoutPulseListener(() ->
                pulses.add(new long[] {System.nanoTime() - begun[0], cpu() - begun[1]}));
    }

    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private void tell() {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<long[]> all = new ArrayList<>();
        times.forEach((kind, each) -> {
            line(out, kind, each);
            if (!kind.equals(EMPTY) && !kind.equals(GLIDE) && !kind.startsWith(" ")) {
                all.addAll(each);
            }
        });
        line(out, "every key", all);
        out.printf("every key / empty pulse, processor, median: %.1f%n",
                part(all, 1, 0.5) / part(times.get(EMPTY), 1, 0.5));
    }

    private static void line(PrintStream out, String kind, List<long[]> each) {
        out.printf("%-20s %5d  window ms %6.2f median %6.2f p99 %6.2f most   cpu ms %6.2f %6.2f %6.2f   saved ms %6.2f "
                + "%6.2f %6.2f%n", kind, each.size(), part(each, 0, 0.5), part(each, 0, 0.99), part(each, 0, 1),
                part(each, 1, 0.5), part(each, 1, 0.99), part(each, 1, 1), part(each, 2, 0.5), part(each, 2, 0.99),
                part(each, 2, 1));
    }

    private static double part(List<long[]> each, int which, double share) {
        long[] sorted = each.stream().mapToLong(time -> time[which]).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))]
                / NANOS_PER_MILLI;
    }
}
