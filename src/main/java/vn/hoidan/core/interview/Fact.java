package vn.hoidan.core.interview;

import java.util.List;
import vn.hoidan.core.questionnaire.Path;

/// Something that happened in an interview, in the past tense. Facts are only ever appended: a draft is its facts, and
/// they are crash recovery, paradata and audit trail in one.
public sealed interface Fact {
    Moment at();

    /// @param consentVersion version of the consent text that the respondent agreed to, or empty if the survey has none
    record InterviewStarted(Moment at, String language, InterviewMode mode, String consentVersion,
            String applicationVersion) implements Fact {
    }

    record AnswerSet(Moment at, Path path, String value, AnswerManner manner) implements Fact {
        public AnswerSet(Moment at, Path path, String value) {
            this(at, path, value, AnswerManner.ENTERED);
        }
    }

    record AnswerCleared(Moment at, Path path) implements Fact {
    }

    /// An answer that the form refused; kept because it tells of a misunderstanding.
    record AnswerRefused(Moment at, Path path) implements Fact {
    }

    /// The enumerator's own words on a question, which may be hidden by now; an empty text takes the comment away.
    record CommentSet(Moment at, Path path, String text) implements Fact {
        public static final int MOST_CHARACTERS = 1_000;
    }

    record RepeatAdded(Moment at, Path repeat) implements Fact {
    }

    record RepeatRemoved(Moment at, Path instance) implements Fact {
    }

    record LanguageChanged(Moment at, String language) implements Fact {
    }

    /// @param where     the question in focus
    /// @param backSteps how often somebody went back to an earlier question since the pause before
    record Paused(Moment at, Path where, int backSteps) implements Fact {
        public Paused(Moment at, Path where) {
            this(at, where, 0);
        }
    }

    /// Opened again, after a pause or after the program was cut off: the time before it was not interviewing.
    record Resumed(Moment at) implements Fact {
    }

    /// @param backSteps how often somebody went back to an earlier question since the last pause; steps before a cut
    ///                  of the program are not known
    record Completed(Moment at, int backSteps) implements Fact {
        public Completed(Moment at) {
            this(at, 0);
        }
    }

    /// @param reason code of the reason
    record BrokenOff(Moment at, String reason) implements Fact {
    }

    /// Keying a form that was filled in on paper. The answers of the first keying are {@link AnswerSet} and its like,
    /// as in every interview; those of the second are kept apart from them until they are compared.
    sealed interface Paper extends Fact {
        /// The paper was taken up; its respondent agreed on it.
        record Taken(Moment at, PaperSheet sheet) implements Paper {
        }

        /// A question has no answer on the paper that could be keyed. Any answer set afterwards takes the mark away.
        record Marked(Moment at, Path path, PaperMark mark) implements Paper {
        }

        /// What else the paper says at a question; an empty text takes the note away.
        record Noted(Moment at, Path path, String text) implements Paper {
            public static final int MOST_CHARACTERS = 1_000;
        }

        record SecondBegun(Moment at, SecondKeyer keyer) implements Paper {
        }

        /// Something done in the second keying.
        record KeyedAgain(Fact keyed) implements Paper {
            public KeyedAgain {
                boolean answers = switch (keyed) {
                    case AnswerSet _, AnswerCleared _, AnswerRefused _, RepeatAdded _, RepeatRemoved _, Marked _,
                            Noted _ -> true;
                    case InterviewStarted _, LanguageChanged _, Paused _, Resumed _, Completed _, BrokenOff _, Taken _,
                            SecondBegun _, KeyedAgain _, Compared _, Ruled _, CommentSet _ -> false;
                };
                if (!answers) {
                    throw new IllegalArgumentException("no part of a second keying");
                }
            }

            @Override
            public Moment at() {
                return keyed.at();
            }
        }

        /// Both keyings were laid side by side.
        ///
        /// @param fields    questions compared
        /// @param differing those that differed
        record Compared(Moment at, int fields, List<Path> differing) implements Paper {
            public Compared {
                differing = List.copyOf(differing);
            }
        }

        /// A difference was decided with the paper in hand.
        ///
        /// @param outcome what holds from now on
        record Ruled(Moment at, Path path, KeyingRuling ruling, Keyed outcome) implements Paper {
        }
    }
}
