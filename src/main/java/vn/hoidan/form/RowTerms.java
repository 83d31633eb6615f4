package vn.hoidan.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.DataInstance;
import org.javarosa.xpath.expr.XPathBinaryOpExpr;
import org.javarosa.xpath.expr.XPathBoolExpr;
import org.javarosa.xpath.expr.XPathCmpExpr;
import org.javarosa.xpath.expr.XPathEqExpr;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.javarosa.xpath.expr.XPathNumericLiteral;
import org.javarosa.xpath.expr.XPathPathExpr;
import org.javarosa.xpath.expr.XPathStep;
import org.javarosa.xpath.expr.XPathStringLiteral;
import org.javarosa.xpath.expr.XPathUnaryOpExpr;
import vn.hoidan.form.lookup.RowSource;
import vn.hoidan.form.lookup.Term;

/// Turns an XPath condition on the rows of a list into one that SQLite decides. What does not look at the row is
/// computed by JavaRosa first, once; what a row is compared with follows JavaRosa's own rules (`XPathEqExpr`,
/// `XPathCmpExpr`), of which a cell is always the text side.
final class RowTerms {
    /// Functions that look at their arguments alone. Others may look at the row they are computed for, as `position`
    /// and `once` do.
    private static final Set<String> OF_ARGUMENTS = Set.of("abs", "boolean", "boolean-from-string", "coalesce",
            "concat", "contains", "count", "count-non-empty", "count-selected", "date", "decimal-date-time",
            "ends-with", "false", "format-date", "format-date-time", "if", "int", "is-selected", "join", "max", "min",
            "normalize-space", "not", "number", "pow", "pulldata", "regex", "round", "selected", "selected-at",
            "starts-with", "string", "string-length", "substr", "substring-after", "substring-before", "sum",
            "translate", "true", Expressions.NOW, Expressions.TODAY, Expressions.PROPERTY);

    private final RowSource list;
    private final DataInstance<?> source;
    private final EvaluationContext someRow;

    /// @param someRow the context of any row of the list
    RowTerms(RowSource list, DataInstance<?> source, EvaluationContext someRow) {
        this.list = list;
        this.source = source;
        this.someRow = someRow;
    }

    /// The condition in a pair of brackets, if all of it can be told so. Only what is true there passes; a text or a
    /// number does not.
    Optional<Term> whole(XPathExpression predicate) {
        if (column(predicate).isPresent()) {
            return Optional.of(new Term.Always(false));
        }
        if (!looksAtRow(predicate)) {
            return Optional.of(new Term.Always(Boolean.TRUE.equals(predicate.eval(source, someRow))));
        }
        return truth(predicate);
    }

    /// What must hold at least: those of the parts joined by `and` that can be told.
    Term atLeast(XPathExpression predicate) {
        if (predicate instanceof XPathBoolExpr bool && bool.op == XPathBoolExpr.AND) {
            return new Term.And(List.of(atLeast(bool.a), atLeast(bool.b)));
        }
        return truth(predicate).orElse(new Term.Always(true));
    }

    private Optional<Term> truth(XPathExpression expression) {
        return switch (expression) {
            case XPathBoolExpr bool ->
                truth(bool.a).flatMap(one -> truth(bool.b).map(other -> joined(bool, one, other)));
            case XPathEqExpr equal -> sides(equal).map(sides -> equality(equal, sides));
            case XPathCmpExpr compare -> sides(compare).map(sides -> comparison(compare, sides));
            case XPathFuncExpr not when not.id.toString().equals("not") && not.args.length == 1 ->
                truth(not.args[0]).map(Term.Not::new);
            default -> column(expression).isPresent() ? column(expression).map(Term.Filled::new)
                    : looksAtRow(expression) ? Optional.empty()
                    : Optional.of(new Term.Always(XPathFuncExpr.toBoolean(expression.eval(source, someRow))));
        };
    }

    private static Term joined(XPathBoolExpr bool, Term one, Term other) {
        List<Term> terms = new ArrayList<>();
        boolean and = bool.op == XPathBoolExpr.AND;
        for (Term term : List.of(one, other)) {
            if (and && term instanceof Term.And inner) {
                terms.addAll(inner.terms());
            } else {
                terms.add(term);
            }
        }
        return and ? new Term.And(terms) : new Term.Or(terms);
    }

    /// A cell and what it is compared with.
    ///
    /// @param turned the cell stands on the right
    private record Sides(int column, Object value, boolean turned) {
    }

    private Optional<Sides> sides(XPathBinaryOpExpr expression) {
        if (column(expression.a).isPresent() && !looksAtRow(expression.b)) {
            return Optional.of(new Sides(column(expression.a).get(), value(expression.b), false));
        }
        if (column(expression.b).isPresent() && !looksAtRow(expression.a)) {
            return Optional.of(new Sides(column(expression.b).get(), value(expression.a), true));
        }
        return Optional.empty();
    }

    private Object value(XPathExpression expression) {
        return XPathFuncExpr.unpack(expression.eval(source, someRow));
    }

    private static Term equality(XPathEqExpr equal, Sides sides) {
        Term same = switch (sides.value()) {
            case Boolean truth when truth -> new Term.Filled(sides.column());
            case Boolean _ -> new Term.Not(new Term.Filled(sides.column()));
            case Double number -> new Term.Compares(sides.column(), Term.Comparison.EQUAL, number);
            case Object other -> new Term.Is(sides.column(), XPathFuncExpr.toString(other));
        };
        return equal.isEqual() ? same : new Term.Not(same);
    }

    private static Term comparison(XPathCmpExpr compare, Sides sides) {
        Term.Comparison comparison = switch (compare.op) {
            case XPathCmpExpr.LT -> Term.Comparison.LESS;
            case XPathCmpExpr.GT -> Term.Comparison.GREATER;
            case XPathCmpExpr.LTE -> Term.Comparison.LESS_OR_EQUAL;
            case XPathCmpExpr.GTE -> Term.Comparison.GREATER_OR_EQUAL;
            default -> throw new IllegalStateException("comparison " + compare.op);
        };
        return new Term.Compares(sides.column(), sides.turned() ? comparison.turned() : comparison,
                XPathFuncExpr.toNumeric(sides.value()));
    }

    /// The column that an expression names, if it is nothing but a column of the row.
    Optional<Integer> column(XPathExpression expression) {
        return childOfRow(expression).flatMap(list::column);
    }

    private static Optional<String> childOfRow(XPathExpression expression) {
        return expression instanceof XPathPathExpr path && path.init_context == XPathPathExpr.INIT_CONTEXT_RELATIVE
                && path.steps.length == 1 && path.steps[0].axis == XPathStep.AXIS_CHILD
                && path.steps[0].test == XPathStep.TEST_NAME && path.steps[0].predicates.length == 0
                        ? Optional.of(path.steps[0].name.toString()) : Optional.empty();
    }

    /// A column that the list does not have is the same for all rows: empty.
    private boolean looksAtRow(XPathExpression expression) {
        return switch (expression) {
            case XPathPathExpr path -> path.init_context == XPathPathExpr.INIT_CONTEXT_RELATIVE
                    && childOfRow(path).flatMap(name -> Optional.of(list.column(name).isPresent())).orElse(true);
            case XPathFuncExpr function -> !OF_ARGUMENTS.contains(function.id.toString())
                    || Arrays.stream(function.args).anyMatch(this::looksAtRow);
            case XPathBinaryOpExpr binary -> looksAtRow(binary.a) || looksAtRow(binary.b);
            case XPathUnaryOpExpr unary -> looksAtRow(unary.a);
            case XPathNumericLiteral _, XPathStringLiteral _ -> false;
            default -> true;
        };
    }
}
