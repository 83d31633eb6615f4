package vn.hoidan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.Moment;
import vn.hoidan.core.interview.Replay;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.support.RandomAnswers;

/// An interview filled in by chance: answers, changes, clearings, instances that come and go; and its facts.
record RandomInterview(List<Fact> facts) {
    private static final Moment SOME_MOMENT = new Moment(Instant.EPOCH, 0);

    static RandomInterview fill(Session session, RandomGenerator random, int acts) {
        List<Fact> facts = new ArrayList<>();
        for (int act = 0; act < acts; act++) {
            List<Element.Question> asked = new ArrayList<>();
            List<Element.Repeat> repeats = new ArrayList<>();
            session.sections().forEach(section -> RandomAnswers.collect(section, asked, repeats));
            if (!repeats.isEmpty() && random.nextInt(6) == 0) {
                changeRepeat(session, repeats.get(random.nextInt(repeats.size())), random, facts);
            } else if (!asked.isEmpty()) {
                answer(session, asked.get(random.nextInt(asked.size())), random, facts);
            }
            if (session instanceof XFormSession own && random.nextBoolean()) {
                List<Element.Group> shown = session.sections();
                assertEquals(own.sectionsLookedAtAnew(), shown, () -> "shown after " + facts);
            }
        }
        return new RandomInterview(facts);
    }

    void tellTo(Session session) {
        List<Fact> notTaken = Replay.into(session, facts);
        if (!notTaken.isEmpty()) {
            throw new AssertionError("not taken: " + notTaken);
        }
    }

    private static void changeRepeat(Session session, Element.Repeat repeat, RandomGenerator random,
            List<Fact> facts) {
        if (repeat.fixedSize()) {
            return;
        }
        if (repeat.instances().size() > 3 || !repeat.instances().isEmpty() && random.nextInt(3) == 0) {
            var gone = repeat.instances().get(random.nextInt(repeat.instances().size())).path();
            session.removeRepeat(gone);
            facts.add(new Fact.RepeatRemoved(SOME_MOMENT, gone));
        } else {
            session.addRepeat(repeat.path());
            facts.add(new Fact.RepeatAdded(SOME_MOMENT, repeat.path()));
        }
    }

    private static void answer(Session session, Element.Question question, RandomGenerator random,
            List<Fact> facts) {
        if (random.nextInt(10) == 0) {
            session.clear(question.path());
            facts.add(new Fact.AnswerCleared(SOME_MOMENT, question.path()));
            return;
        }
        String value = RandomAnswers.value(question, random);
        Map<Path, Element.Question> before = others(session, question.path());
        if (!value.isEmpty() && session.answer(question.path(), value) instanceof AnswerResult.Taken taken) {
            facts.add(new Fact.AnswerSet(SOME_MOMENT, question.path(), value));
            assertTrue(taken.structureChanged() || before.equals(others(session, question.path())),
                    () -> "said to change nothing else: " + question.path());
        }
    }

    private static Map<Path, Element.Question> others(Session session, Path answered) {
        return Forms.questions(session).stream().filter(question -> !question.path().equals(answered))
                .collect(Collectors.toMap(Element.Question::path, question -> question));
    }
}
