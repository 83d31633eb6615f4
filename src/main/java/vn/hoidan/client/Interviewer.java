package vn.hoidan.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.ui.frame.Hands;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// Holds an interview by keys: answers what must be answered, in the form's order, with answers drawn by chance. What
/// it remembers of them is what it pressed, not what the program made of it.
public final class Interviewer {
    private static final int MOST_DIGITS = 9;

    private final Hands window;
    private final RandomGenerator random;
    private final String words;
    private final Map<Path, String> given = new LinkedHashMap<>();
    /// The grid whose row was rated last; empty after anything else.
    private String lastGrid = "";
    private boolean placeKnown;
    private int keysPressed;

    /// A question and the group it stands in.
    private record Open(Element.Question question, Element.Group group) {
        boolean inGrid() {
            return group.appearance().contains("table-list");
        }

        String grid() {
            return inGrid() ? group.path().text() : "";
        }
    }

    /// @param words typed wherever a text is asked for
    public Interviewer(Hands window, RandomGenerator random, String words) {
        this.window = window;
        this.random = random;
        this.words = words;
    }

    /// What was answered, by question, in the order of answering.
    public Map<Path, String> given() {
        return Map.copyOf(given);
    }

    /// Keys pressed so far; each letter of a text is one.
    public int keysPressed() {
        return keysPressed;
    }

    private void key(String name) {
        window.press(name);
        keysPressed++;
    }

    /// The interview was left and opened again: where it stands is not known.
    public void cameBack() {
        placeKnown = false;
    }

    /// Answers until nothing that must be answered is open, or this many answers were given.
    public void answer(InterviewWork work, int most) {
        for (int count = 0; count < most; count++) {
            Optional<Open> open = firstOpen(work);
            if (open.isEmpty()) {
                return;
            }
            goTo(open.get());
            answer(work, open.get());
        }
    }

    /// Rows of a grid follow each other by themselves; out of a grid Enter leads on.
    private void goTo(Open open) {
        if (!placeKnown) {
            key("F4");
        } else if (!lastGrid.isEmpty() && !lastGrid.equals(open.grid())) {
            key("Enter");
        }
        placeKnown = true;
        lastGrid = open.grid();
    }

    /// A note may stand before the question: its key then answers nothing, and F4 leads on.
    private void answer(InterviewWork work, Open open) {
        Element.Question question = open.question();
        String value = switch (question.type()) {
            case SELECT_ONE -> question.choices().get(random.nextInt(Math.min(MOST_DIGITS,
                    question.choices().size()))).code();
            case SELECT_MULTIPLE -> some(question);
            case TEXT -> words;
            case INTEGER, DECIMAL, RANGE, RANK, DATE, TIME, DATE_TIME, GEOPOINT, ACKNOWLEDGE, NOTE, FILE, IMAGE,
                    BARCODE, UNSUPPORTED -> throw new IllegalStateException(
                            "no rehearsed answer for " + question.type().code() + " at " + question.path().text());
        };
        press(open, value);
        if (!answered(work, question.path())) {
            key("F4");
            press(open, value);
        }
        if (!answered(work, question.path())) {
            throw new IllegalStateException("could not answer " + question.path().text() + " with " + value
                    + "; the window says:\n" + window.text());
        }
        given.put(question.path(), value);
    }

    private void press(Open open, String value) {
        if (open.question().choices().isEmpty()) {
            window.type(value);
            keysPressed += value.length();
        } else {
            if (alone(open.question())) {
                key("Enter");
            }
            for (String code : value.split(" ")) {
                key(digit(open.question(), code));
            }
        }
        if (alone(open.question())) {
            key("F5");
            key("Enter");
        }
        if (!open.inGrid()) {
            key("Enter");
        }
    }

    /// The respondent answers it alone: the laptop is handed over and back.
    private static boolean alone(Element.Question question) {
        return question.appearance().contains("private");
    }

    private static String digit(Element.Question question, String code) {
        for (int index = 0; index < question.choices().size(); index++) {
            if (question.choices().get(index).code().equals(code)) {
                return String.valueOf(index + 1);
            }
        }
        throw new IllegalStateException("no choice " + code + " at " + question.path().text());
    }

    private String some(Element.Question question) {
        List<String> codes = new ArrayList<>();
        int most = Math.min(MOST_DIGITS, question.choices().size());
        for (int index = 0; index < most; index++) {
            if (random.nextInt(3) == 0) {
                codes.add(question.choices().get(index).code());
            }
        }
        return codes.isEmpty() ? question.choices().getFirst().code() : String.join(" ", codes);
    }

    private static boolean answered(InterviewWork work, Path path) {
        return seen(() -> work.question(path).filter(Element.Question::answered)).isPresent();
    }

    private static Optional<Open> firstOpen(InterviewWork work) {
        return seen(() -> work.sections().stream().flatMap(section -> required(section).stream()).findFirst());
    }

    private static Optional<Open> required(Element.Group group) {
        for (Element element : group.elements()) {
            Optional<Open> found = switch (element) {
                case Element.Question question -> question.asks() && question.required() && !question.answered()
                        ? Optional.of(new Open(question, group)) : Optional.empty();
                case Element.Group inner -> required(inner);
                case Element.Repeat repeat -> repeat.instances().stream()
                        .flatMap(instance -> required(instance).stream()).findFirst();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// The interview belongs to the window's thread: it is looked at there.
    private static <T> Optional<T> seen(Supplier<Optional<T>> look) {
        List<T> found = new ArrayList<>();
        UiThread.runAndWait(() -> look.get().ifPresent(found::add));
        return found.stream().findFirst();
    }
}
