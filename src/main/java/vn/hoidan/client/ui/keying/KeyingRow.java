package vn.hoidan.client.ui.keying;

import java.util.List;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// One row of the column that is keyed: a question, or the place after the instances of a repeat.
sealed interface KeyingRow {
    /// The section it belongs to, counted from 0.
    int section();

    /// Headings above it, the section's own first.
    List<String> headings();

    Path path();

    /// @param number place among the questions of its section, counted from 1, as most forms on paper count
    record Ask(int section, List<String> headings, int number, Element.Question question, Keyed keyed)
            implements KeyingRow {
        public Ask {
            headings = List.copyOf(headings);
        }

        @Override
        public Path path() {
            return question.path();
        }

        boolean isKeyed() {
            return !(keyed instanceof Keyed.Nothing);
        }

        /// It must be keyed or marked before the form can be completed.
        boolean open() {
            return question.required() && !isKeyed();
        }
    }

    /// One more instance, or go on.
    record More(int section, List<String> headings, Element.Repeat repeat) implements KeyingRow {
        public More {
            headings = List.copyOf(headings);
        }

        @Override
        public Path path() {
            return repeat.path();
        }
    }
}
