package vn.hoidan.core.quota.declaration;

import java.util.List;

/// Something wrong in a declaration of quotas.
///
/// @param row     of the sheet, from 1; 0 if it concerns the whole or does not come from a sheet
/// @param details what the words of the reason are filled with, in their order
public record DeclarationFault(int row, Reason reason, List<String> details) {

    public DeclarationFault {
        details = List.copyOf(details);
    }

    static DeclarationFault at(int row, Reason reason, String... details) {
        return new DeclarationFault(row, reason, List.of(details));
    }

    /// Each has its sentence in the message files.
    public enum Reason {
        /// Nothing is asked for.
        NOTHING_DECLARED("nothing-declared"),
        TOO_MANY_ROWS("too-many-rows"),
        /// The sheet lacks a column. Details: its name.
        COLUMN_MISSING("column-missing"),
        /// Neither `hard` nor `soft` nor `design`. Details: what stands there.
        UNKNOWN_KIND("unknown-kind", "kind"),
        UNKNOWN_DESIGN("unknown-design", "level"),
        DESIGN_TWICE("design-twice", "kind"),
        DESIGN_MISSING("design-missing"),
        UNKNOWN_LEVEL("unknown-level", "level"),
        /// Details: the area.
        UNKNOWN_AREA("unknown-area", "area"),
        /// The code stands for several units; its first day is needed as well. Details: the area.
        AREA_AMBIGUOUS("area-ambiguous", "area"),
        /// Details: area, level it has.
        AREA_OF_OTHER_LEVEL("area-of-other-level", "area"),
        /// Details: what stands there.
        CONDITION_UNREADABLE("condition-unreadable", "answers"),
        /// Details: the question.
        UNKNOWN_QUESTION("unknown-question", "answers"),
        /// Details: question, choice.
        UNKNOWN_CHOICE("unknown-choice", "answers"),
        /// A range for a question that is no whole number. Details: the question.
        NO_NUMBER("no-number", "answers"),
        /// Details: what stands there.
        TARGET_UNREADABLE("target-unreadable", "target"),
        /// Details: what stands there.
        FLOOR_UNREADABLE("floor-unreadable", "floor"),
        FLOOR_ABOVE_TARGET("floor-above-target", "floor"),
        /// In a list design nobody selected is turned away for his or her answers.
        ANSWERS_IN_LIST_DESIGN("answers-in-list-design", "answers"),
        /// Details: row of the other.
        SAME_CELL_TWICE("same-cell-twice"),
        /// One person could fall in both. Details: row of the other.
        CELLS_OVERLAP("cells-overlap"),
        /// Details: the cell above, its target, sum of the cells below.
        CHILDREN_ABOVE_PARENT("children-above-parent", "target"),
        /// Laptops would be given too many kinds of units. Details: how many, how many at most.
        TOO_MANY_BUNDLES("too-many-bundles");

        private final String code;
        private final String column;

        Reason(String code, String column) {
            this.code = code;
            this.column = column;
        }

        Reason(String code) {
            this(code, "");
        }

        /// The key of its sentence.
        public String code() {
            return code;
        }

        /// The column it stands in; empty if it concerns the row or the whole.
        public String column() {
            return column;
        }
    }
}
