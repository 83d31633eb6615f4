package vn.hoidan.client.ui.interview;

import java.util.List;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// Where an interview can stand: one question, one grid, one roster, or the end.
public sealed interface Stop {
    /// The section it belongs to, counted from 0; the number of sections for the end.
    int section();

    /// Headings between the section and this, outermost first.
    List<String> headings();

    /// True when the question or row at this path is shown here.
    boolean holds(Path path);

    /// One question.
    record Single(int section, List<String> headings, Element.Question question) implements Stop {
        public Single {
            headings = List.copyOf(headings);
        }

        @Override
        public boolean holds(Path path) {
            return question.path().equals(path);
        }
    }

    /// Select-one questions that share their choices: one row each, a column for each level.
    record Grid(int section, List<String> headings, Path group, List<Choice> levels, List<Element.Question> rows)
            implements Stop {
        public Grid {
            headings = List.copyOf(headings);
            levels = List.copyOf(levels);
            rows = List.copyOf(rows);
        }

        @Override
        public boolean holds(Path path) {
            return rowOf(path) >= 0;
        }

        /// Place of a row counted from 0, or -1.
        int rowOf(Path path) {
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row).path().equals(path)) {
                    return row;
                }
            }
            return -1;
        }

        /// The first row without an answer at or after a place, or -1.
        int openFrom(int place) {
            for (int row = place; row < rows.size(); row++) {
                if (!rows.get(row).answered()) {
                    return row;
                }
            }
            return -1;
        }

        /// Rows without an answer.
        int open() {
            return (int) rows.stream().filter(row -> !row.answered()).count();
        }

        /// The level beside the one a row has now, counted from 0 and never beyond the last; from no level one comes
        /// to the first or, going down, to the last.
        int levelBeside(int row, int by) {
            List<String> codes = levels.stream().map(Choice::code).toList();
            int now = rows.get(row).value().map(codes::indexOf).orElse(by > 0 ? -1 : codes.size());
            return Math.clamp(now + by, 0, codes.size() - 1);
        }
    }

    /// After the instances of a repeat: one more, or go on.
    record Roster(int section, List<String> headings, Element.Repeat repeat) implements Stop {
        public Roster {
            headings = List.copyOf(headings);
        }

        @Override
        public boolean holds(Path path) {
            return repeat.path().equals(path);
        }
    }

    /// What is missing or wrong, and completing.
    record End(int section) implements Stop {
        @Override
        public List<String> headings() {
            return List.of();
        }

        @Override
        public boolean holds(Path path) {
            return false;
        }
    }
}
