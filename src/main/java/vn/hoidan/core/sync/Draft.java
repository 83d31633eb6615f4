package vn.hoidan.core.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sampling.ListId;

/// Everything of an interview in work that another laptop needs to go on with it. The lease is left out: another laptop
/// has its own.
///
/// @param answered questions answered
/// @param asked    questions to answer
/// @param facts    oldest first
public record Draft(InterviewId id, QuestionnaireId questionnaire, ListId list, int household, InterviewMode mode,
        Instant startedAt, int answered, int asked, List<Fact> facts) {
    /// Most interviews in work of one person that are kept at the office.
    public static final int MOST_OF_A_PERSON = 100;

    public Draft {
        facts = List.copyOf(facts);
    }

    /// Files and pictures that any fact names, also one that was replaced since.
    public Stream<AttachmentName> attachments() {
        return facts.stream().flatMap(fact -> named(fact).stream());
    }

    private static Optional<AttachmentName> named(Fact fact) {
        return switch (fact) {
            case Fact.AnswerSet set -> AttachmentName.parse(set.value());
            case Fact.Paper.KeyedAgain again -> named(again.keyed());
            case Fact.Paper.Ruled ruled -> ruled.outcome() instanceof Keyed.Value value
                    ? AttachmentName.parse(value.lexical()) : Optional.empty();
            case Fact.InterviewStarted _, Fact.AnswerCleared _, Fact.AnswerRefused _, Fact.CommentSet _,
                    Fact.RepeatAdded _, Fact.RepeatRemoved _, Fact.LanguageChanged _, Fact.Paused _, Fact.Resumed _,
                    Fact.Completed _, Fact.BrokenOff _, Fact.Paper.Taken _, Fact.Paper.Marked _, Fact.Paper.Noted _,
                    Fact.Paper.SecondBegun _, Fact.Paper.Compared _ -> Optional.empty();
        };
    }

    public DraftMark mark() {
        return new DraftMark(id, facts.size());
    }
}
