package vn.hoidan.client.ui.interview;

import java.util.List;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// Where an interview can stand: one question, several on a page, one grid, one roster, or the end.
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

    /// Several questions on one page, as the author's `field-list` wants it. Rows count all parts; only those that ask
    /// are gone through.
    record Page(int section, List<String> headings, Path group, List<Part> parts) implements Stop {
        /// @param heading of the group that begins here, or empty
        record Part(String heading, Element.Question question) {
        }

        public Page {
            headings = List.copyOf(headings);
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Path path) {
            return rowOf(path) >= 0;
        }

        Element.Question question(int row) {
            return parts.get(row).question();
        }

        List<Element.Question> questions() {
            return parts.stream().map(Part::question).toList();
        }

        /// Place of a part counted from 0, or -1.
        int rowOf(Path path) {
            return questions().stream().map(Element.Question::path).toList().indexOf(path);
        }

        /// The first part that asks at or after a place, or -1.
        int askingFrom(int place) {
            for (int row = Math.max(0, place); row < parts.size(); row++) {
                if (question(row).asks()) {
                    return row;
                }
            }
            return -1;
        }

        /// The last part that asks before a place, or -1.
        int askingBefore(int place) {
            for (int row = Math.min(place, parts.size()) - 1; row >= 0; row--) {
                if (question(row).asks()) {
                    return row;
                }
            }
            return -1;
        }

        /// The part that has the focus when one wants it at a place: the nearest that asks, or the first of all.
        int focusable(int place) {
            int next = askingFrom(place);
            return next >= 0 ? next : Math.max(0, askingBefore(place));
        }

        /// The first part that must be answered and is not, or -1.
        int needed() {
            for (int row = 0; row < parts.size(); row++) {
                if (isNeeded(question(row))) {
                    return row;
                }
            }
            return -1;
        }

        /// Parts that must be answered and are not.
        int open() {
            return (int) questions().stream().filter(Page::isNeeded).count();
        }

        private static boolean isNeeded(Element.Question question) {
            return question.asks() && question.required() && !question.answered();
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
