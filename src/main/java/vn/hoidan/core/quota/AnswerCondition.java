package vn.hoidan.core.quota;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.hoidan.core.questionnaire.Path;

/// What one screening question must be answered for an interview to fall in a cell.
public sealed interface AnswerCondition {

    /// The question, without positions.
    Path question();

    /// @param answer as the form writes it; empty if the question was not answered
    boolean holds(String answer);

    /// True when some answer meets both.
    boolean meets(AnswerCondition other);

    /// True when every answer that meets this one meets the other.
    boolean within(AnswerCondition other);

    /// As it stands in the name of a cell: `gender=2`, `age=18..29`.
    String text();

    /// One of these choices.
    record OneOf(Path question, Set<String> choices) implements AnswerCondition {
        public OneOf {
            if (choices.isEmpty()) {
                throw new IllegalArgumentException("no choice for " + question.text());
            }
            choices = Collections.unmodifiableSortedSet(new TreeSet<>(choices));
        }

        @Override
        public boolean holds(String answer) {
            return choices.contains(answer);
        }

        @Override
        public boolean meets(AnswerCondition other) {
            return choices.stream().anyMatch(other::holds);
        }

        @Override
        public boolean within(AnswerCondition other) {
            return choices.stream().allMatch(other::holds);
        }

        @Override
        public String text() {
            return question.name() + "=" + String.join(",", choices);
        }
    }

    /// A whole number from one end to the other, both included.
    record Between(Path question, int from, int to) implements AnswerCondition {
        private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

        public Between {
            if (from > to) {
                throw new IllegalArgumentException("empty range for " + question.text());
            }
        }

        @Override
        public boolean holds(String answer) {
            if (!WHOLE_NUMBER.matcher(answer).matches()) {
                return false;
            }
            int number = Integer.parseInt(answer);
            return number >= from && number <= to;
        }

        @Override
        public boolean meets(AnswerCondition other) {
            return switch (other) {
                case Between range -> from <= range.to && range.from <= to;
                case OneOf oneOf -> oneOf.meets(this);
            };
        }

        @Override
        public boolean within(AnswerCondition other) {
            return switch (other) {
                case Between range -> range.from <= from && to <= range.to;
                case OneOf oneOf -> (long) to - from < oneOf.choices().size()
                        && IntStream.rangeClosed(from, to)
                                .allMatch(number -> oneOf.holds(String.valueOf(number)));
            };
        }

        @Override
        public String text() {
            return question.name() + "=" + from + ".." + to;
        }
    }
}
