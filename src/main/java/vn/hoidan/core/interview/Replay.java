package vn.hoidan.core.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Session;

/// Opens a draft again: its facts are told to a fresh session in their order.
public final class Replay {
    private Replay() {
    }

    /// Facts that the session would not take, oldest first: none as long as the same questionnaire runs on the same
    /// engine. They stay in the store; whoever calls says so.
    public static List<Fact> into(Session session, List<Fact> facts) {
        List<Fact> notTaken = new ArrayList<>();
        for (Fact fact : facts) {
            if (!taken(session, fact)) {
                notTaken.add(fact);
            }
        }
        return notTaken;
    }

    private static boolean taken(Session session, Fact fact) {
        try {
            return switch (fact) {
                case Fact.AnswerSet set -> session.answer(set.path(), set.value()) instanceof AnswerResult.Taken;
                case Fact.AnswerCleared cleared -> session.clear(cleared.path()) instanceof AnswerResult.Taken;
                case Fact.RepeatAdded added -> {
                    session.addRepeat(added.repeat());
                    yield true;
                }
                case Fact.RepeatRemoved removed -> {
                    session.removeRepeat(removed.instance());
                    yield true;
                }
                case Fact.LanguageChanged changed -> {
                    session.setLanguage(changed.language());
                    yield true;
                }
                case Fact.InterviewStarted started -> {
                    session.setLanguage(started.language());
                    yield true;
                }
                case Fact.Paper.Ruled ruled -> taken(session, ruled);
                case Fact.AnswerRefused _, Fact.CommentSet _, Fact.Paused _, Fact.Resumed _, Fact.Completed _,
                        Fact.BrokenOff _, Fact.Paper _ -> true;
            };
        } catch (IllegalArgumentException noSuchQuestionNow) {
            return false;
        }
    }

    private static boolean taken(Session session, Fact.Paper.Ruled ruled) {
        return (switch (ruled.outcome()) {
            case Keyed.Value value -> session.answer(ruled.path(), value.lexical());
            case Keyed.Marked _, Keyed.Nothing _ -> session.clear(ruled.path());
        }) instanceof AnswerResult.Taken;
    }

    /// Where a draft was left: the question in focus at the last pause, or the one last dealt with when the program was
    /// cut off. It may have stopped being relevant. Empty when nothing was done yet.
    public static Optional<Path> lastPlace(List<Fact> facts) {
        for (Fact fact : facts.reversed()) {
            switch (fact) {
                case Fact.Paused paused -> {
                    return Optional.of(paused.where());
                }
                case Fact.AnswerSet set -> {
                    return Optional.of(set.path());
                }
                case Fact.AnswerCleared cleared -> {
                    return Optional.of(cleared.path());
                }
                case Fact.AnswerRefused refused -> {
                    return Optional.of(refused.path());
                }
                case Fact.InterviewStarted _, Fact.CommentSet _, Fact.RepeatAdded _, Fact.RepeatRemoved _,
                        Fact.LanguageChanged _, Fact.Resumed _, Fact.Completed _, Fact.BrokenOff _, Fact.Paper _ -> {
                }
            }
        }
        return Optional.empty();
    }
}
