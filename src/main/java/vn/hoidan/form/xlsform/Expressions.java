package vn.hoidan.form.xlsform;

import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the expressions of a row: references become paths, and what is left must be an XPath.
final class Expressions {
    private static final Pattern YES = Pattern.compile("(?i)(yes|true|true\\(\\))");
    private static final Pattern NO = Pattern.compile("(?i)(no|false|false\\(\\))");
    private static final Pattern CALL = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*\\s*\\(");
    private static final Pattern LOOK_UP = Pattern.compile("\\bpulldata\\s*\\(");
    private static final Pattern OPERATOR = Pattern.compile("\\s(div|mod|\\*|\\+|-)\\s");

    private final References references;
    private final CellErrors errors;

    Expressions(References references, CellErrors errors) {
        this.references = references;
        this.errors = errors;
    }

    /// The cell's expression, or empty if there is none.
    Optional<String> of(Node node, String column) {
        return Optional.of(node.row().value(column)).filter(text -> !text.isEmpty())
                .map(text -> translate(text, node, false, References.Place.of(node, column)));
    }

    /// The predicate of a list of choices.
    Optional<String> filter(Node node) {
        return Optional.of(node.row().value(Columns.CHOICE_FILTER)).filter(text -> !text.isEmpty())
                .map(text -> translate(text, node, true, References.Place.of(node, Columns.CHOICE_FILTER)));
    }

    /// A cell that says yes, no or an expression; a no is empty.
    Optional<String> condition(Node node, String column) {
        String text = node.row().value(column);
        if (text.isEmpty() || NO.matcher(text).matches()) {
            return Optional.empty();
        }
        return YES.matcher(text).matches() ? Optional.of("true()") : of(node, column);
    }

    /// An expression of the settings sheet.
    String ofForm(String text, Node form, References.Place place) {
        return translate(text, form, false, place);
    }

    /// True if a default is computed; a plain value is written into the form as it stands.
    static boolean isDynamic(String text, QuestionKind kind) {
        if (References.hasReference(text) || CALL.matcher(text).find()) {
            return true;
        }
        boolean words = kind == QuestionKind.TEXT || kind == QuestionKind.NOTE || kind.isSelect();
        return !words && OPERATOR.matcher(text).find() && XPathSyntax.fault(text).isEmpty();
    }

    private String translate(String text, Node context, boolean filter, References.Place place) {
        // One line: a line break in an attribute would be read as a space anyway.
        String expression = references.expression(text.replaceAll("[\\r\\n]+", " "), context, filter, place);
        if (LOOK_UP.matcher(expression).find()) {
            errors.add(CellErrorKind.FUNCTION_NOT_SUPPORTED, place.sheet(), place.row(), place.column(),
                    "pulldata");
        }
        if (!References.hasReference(expression)) {
            XPathSyntax.fault(expression).ifPresent(fault -> errors.add(CellErrorKind.EXPRESSION_MALFORMED,
                    place.sheet(), place.row(), place.column(), fault));
        }
        return expression;
    }
}
