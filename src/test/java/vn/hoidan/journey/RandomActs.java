package vn.hoidan.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import vn.hoidan.client.app.work.Filling;
import vn.hoidan.core.interview.AnswerManner;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.Moment;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.support.RandomAnswers;

/// What people do in an interview, by chance. Each act is told as the fact that it will be, before it is done.
final class RandomActs {
    /// Stands for a time that is not compared.
    static final Moment WHENEVER = new Moment(Instant.EPOCH, 0);

    private static final int ODD_PERCENT = 20;
    private static final int STRAYS_ONCE_IN = 60;

    private final Filling filling;
    private final Random random;
    private final Consumer<Fact> announce;
    private int backSteps;

    RandomActs(Filling filling, Random random, Consumer<Fact> announce) {
        this.filling = filling;
        this.random = random;
        this.announce = announce;
    }

    /// A fact in one line, without its time.
    static String text(Fact fact) {
        return fact.toString().replaceAll("at=Moment\\[[^]]*]", "").replace('\n', '|');
    }

    /// Of the acts, in percent, those that are no first answers.
    int oddShare() {
        return ODD_PERCENT;
    }

    /// Now and then an interview is left for later; then true.
    boolean strays() {
        if (random.nextInt(STRAYS_ONCE_IN) > 0) {
            return false;
        }
        Path where = filling.firstOpen().orElseThrow();
        announce.accept(new Fact.Paused(WHENEVER, where, backSteps));
        filling.pause(where);
        return true;
    }

    /// Answers the first open question.
    void answer() {
        Path path = filling.firstOpen().orElseThrow();
        set(filling.question(path).orElseThrow());
    }

    /// Answers another question, takes an answer back, goes back, or speaks another language.
    void odd() {
        List<Element.Question> asked = new ArrayList<>();
        filling.sections().forEach(section -> RandomAnswers.collect(section, asked, new ArrayList<>()));
        Element.Question question = asked.get(random.nextInt(asked.size()));
        switch (random.nextInt(4)) {
            case 0 -> {
                announce.accept(new Fact.AnswerCleared(WHENEVER, question.path()));
                filling.clear(question.path());
            }
            case 1 -> {
                String next = filling.language().equals("vi") ? "en" : "vi";
                announce.accept(new Fact.LanguageChanged(WHENEVER, next));
                filling.setLanguage(next);
            }
            case 2 -> {
                backSteps++;
                filling.wentBack();
            }
            default -> set(question);
        }
    }

    private void set(Element.Question question) {
        String value = RandomAnswers.value(question, random);
        for (int tries = 0; value.isEmpty() && tries < 20; tries++) {
            value = RandomAnswers.value(question, random);
        }
        AnswerManner manner = AnswerManner.values()[random.nextInt(AnswerManner.values().length)];
        announce.accept(new Fact.AnswerSet(WHENEVER, question.path(), value, manner));
        filling.answer(question.path(), value, manner);
    }
}
