package vn.hoidan.form.lookup;

import java.util.List;

/// A condition on the rows of a list. Columns by their place, counted from 0; values as an XPath expression made them.
public sealed interface Term {
    /// Holds for every row or for none.
    record Always(boolean holds) implements Term {
    }

    /// The cell is this text.
    record Is(int column, String text) implements Term {
    }

    /// There is something in the cell.
    record Filled(int column) implements Term {
    }

    /// The cell read as a number compares so. A cell that is no number never does.
    record Compares(int column, Comparison comparison, double number) implements Term {
    }

    /// All of them hold; with none of them, it holds.
    record And(List<Term> terms) implements Term {
        public And {
            terms = List.copyOf(terms);
        }
    }

    /// One of them holds.
    record Or(List<Term> terms) implements Term {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    record Not(Term term) implements Term {
    }

    enum Comparison {
        EQUAL("="), LESS("<"), GREATER(">"), LESS_OR_EQUAL("<="), GREATER_OR_EQUAL(">=");

        /// Numbers nearer to each other are equal, as in JavaRosa's `XPathEqExpr`.
        static final double EQUAL_WITHIN = 1e-12;

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /// The same with its sides changed.
        public Comparison turned() {
            return switch (this) {
                case EQUAL -> EQUAL;
                case LESS -> GREATER;
                case GREATER -> LESS;
                case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
                case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            };
        }
    }
}
