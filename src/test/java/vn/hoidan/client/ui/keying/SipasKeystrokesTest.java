package vn.hoidan.client.ui.keying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.support.ImmediateBackground;

/// Whole SIPAS forms filled in by chance are keyed in a real window, and every key event of it is counted: taking the
/// paper up, all values, completing.
final class SipasKeystrokesTest {
    private static final System.Logger LOG = System.getLogger(SipasKeystrokesTest.class.getName());
    private static final double MOST_KEYS_FOR_AN_ANSWER = 1.15;
    private static final List<String> WORDS = List.of("muong", "dao", "tay", "nung", "tho may");

    private final Questionnaire sipas = PaperBench.sipas();
    private final PaperBench bench = new PaperBench(sipas, new ImmediateBackground());

    /// A form as a household hands it in: what must be answered is, by chance; its words are a few short ones.
    private Map<Path, String> paper(RandomGenerator random) {
        Session session = sipas.begin(new SessionContext(ZonedDateTime.now(bench.zone()), "d", "p", "vi"));
        Map<Path, String> paper = new LinkedHashMap<>();
        List<Element.Question> open = open(session, paper);
        while (!open.isEmpty()) {
            Element.Question question = open.getFirst();
            String value = switch (question.type()) {
                case SELECT_ONE -> question.choices().get(random.nextInt(question.choices().size())).code();
                case SELECT_MULTIPLE -> several(question, random);
                case TEXT -> WORDS.get(random.nextInt(WORDS.size()));
                case INTEGER, DECIMAL, RANGE, RANK, DATE, TIME, DATE_TIME, GEOPOINT, ACKNOWLEDGE, NOTE, FILE, IMAGE,
                        BARCODE, UNSUPPORTED -> throw new IllegalStateException("not in this form");
            };
            session.answer(question.path(), value);
            paper.put(question.path(), value);
            open = open(session, paper);
        }
        return paper;
    }

    private static String several(Element.Question question, RandomGenerator random) {
        String some = question.choices().stream().filter(_ -> random.nextInt(3) == 0).map(Choice::code)
                .collect(Collectors.joining(" "));
        return some.isEmpty() ? question.choices().getFirst().code() : some;
    }

    private static List<Element.Question> open(Session session, Map<Path, String> paper) {
        List<Element.Question> open = new ArrayList<>();
        session.sections().forEach(section -> collect(section, open));
        open.removeIf(question -> !question.required() || paper.containsKey(question.path()));
        return open;
    }

    private static void collect(Element element, List<Element.Question> into) {
        switch (element) {
            case Element.Question question when question.asks() -> into.add(question);
            case Element.Question _ -> { }
            case Element.Group group -> group.elements().forEach(inner -> collect(inner, into));
            case Element.Repeat repeat -> repeat.instances().forEach(inner -> collect(inner, into));
        }
    }

    /// Keys what the paper says, row after row.
    ///
    /// @return letters of free text among the keys
    private static int type(KeyingWindow window, Map<Path, String> paper) {
        int letters = 0;
        while (!window.model().atEnd()) {
            KeyingRow.Ask ask = window.model().rows().ask(window.model().place()).orElseThrow();
            String value = paper.getOrDefault(ask.path(), "");
            if (ask.question().type() == QuestionType.TEXT) {
                letters += value.length();
                window.keys(value);
                window.press(KeyCode.ENTER);
            } else {
                window.keys(value.replace(" ", ""));
                if (ask.question().type() == QuestionType.SELECT_MULTIPLE) {
                    window.press(KeyCode.ENTER);
                }
            }
        }
        return letters;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void wholeFormTakesAtMostOneAndAFractionKeysForEachAnswer(long seed) throws TimeoutException {
        RandomGenerator random = new Random(seed);
        bench.begin(1);
        bench.unchosen();
        try (KeyingWindow window = new KeyingWindow(bench, 1)) {
            Map<Path, String> paper = paper(random);
            window.takeUp(2);
            window.press(KeyCode.ENTER, KeyCode.ENTER);
            window.keys("1");
            int letters = type(window, paper);
            assertEquals(new KeyingEnding.Ready(), window.model().end().ending());
            window.keys("1");
            Map<Path, String> sent = new LinkedHashMap<>(bench.records.getLast().answers());
            sent.keySet().retainAll(paper.keySet());
            assertEquals(paper, sent);
            assertEquals(0, window.beeps());
            double all = (double) window.keys() / paper.size();
            double withoutLetters = (double) (window.keys() - letters) / paper.size();
            LOG.log(System.Logger.Level.INFO, () -> ("seed %d: %d answers, %d keys, %d of them letters of free text: "
                    + "%.3f keys an answer, %.3f without those letters").formatted(seed, paper.size(), window.keys(),
                    letters, all, withoutLetters));
            assertTrue(withoutLetters <= MOST_KEYS_FOR_AN_ANSWER, () -> "seed " + seed + ": " + withoutLetters);
        }
    }
}
