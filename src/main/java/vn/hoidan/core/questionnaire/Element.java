package vn.hoidan.core.questionnaire;

import java.util.List;
import java.util.Optional;

/// A part of a form as it stands now, in the session's language. Parts that are not relevant are left out by
/// {@link Session#sections()}, so whoever shows a form shows what is there.
public sealed interface Element {
    Path path();

    String label();

    /// How the author wants it shown, as XLSForm's `appearance` column: `table-list`, `minimal`, `likert` …; or empty.
    String appearance();

    /// A question.
    ///
    /// @param hint       a line below the label, or empty
    /// @param guidance   further help for the enumerator, or empty
    /// @param required   an answer is needed before the interview can be completed
    /// @param readOnly   shown, not asked
    /// @param value      the answer given or computed, in the lexical form of its type
    /// @param choices    what can be chosen now, or the words at the ticks of a range; empty for every other type
    /// @param range      the ends and steps of a range; empty for every other type
    /// @param image      name of a picture that belongs to the label, one of the questionnaire's files
    record Question(Path path, QuestionType type, String label, String hint, String guidance, String appearance,
            boolean required, boolean readOnly, Optional<String> value, List<Choice> choices, Optional<Range> range,
            Optional<String> image) implements Element {
        public Question {
            choices = List.copyOf(choices);
        }

        /// The same question, not answered.
        public Question withoutValue() {
            return new Question(path, type, label, hint, guidance, appearance, required, readOnly, Optional.empty(),
                    choices, range, image);
        }

        public boolean answered() {
            return value.isPresent();
        }

        /// True when a person is to give an answer here.
        public boolean asks() {
            return !readOnly && type != QuestionType.NOTE && type != QuestionType.UNSUPPORTED;
        }
    }

    /// Parts under one heading.
    record Group(Path path, String label, String appearance, List<Element> elements) implements Element {
        public Group {
            elements = List.copyOf(elements);
        }
    }

    /// A group that may stand several times, such as a household roster.
    ///
    /// @param instances the groups there are now
    /// @param fixedSize the form itself decides how many there are; nobody adds or removes
    record Repeat(Path path, String label, String appearance, List<Group> instances, boolean fixedSize)
            implements Element {
        public Repeat {
            instances = List.copyOf(instances);
        }
    }
}
