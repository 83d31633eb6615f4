package vn.hoidan.form.xlsform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the expressions of a row: references become paths, and what is left must be an XPath.
final class Expressions {
    private static final Pattern YES = Pattern.compile("(?i)(yes|true|true\\(\\))");
    private static final Pattern NO = Pattern.compile("(?i)(no|false|false\\(\\))");
    private static final Pattern CALL = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*\\s*\\(");
    private static final Pattern LOOK_UP = Pattern.compile("\\bpulldata\\s*\\(\\s*(['\"])(.*?)\\1");
    private static final Pattern OPERATOR = Pattern.compile("\\s(div|mod|\\*|\\+|-)\\s");

    private final References references;
    private final Instances instances;
    private final CellErrors errors;
    private int longOnes;

    Expressions(References references, Instances instances, CellErrors errors) {
        this.references = references;
        this.instances = instances;
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

    /// The rows and the column of a list of answers, or empty if there is no such list.
    Optional<AnswerList> answers(Node node, ChoiceSource.Answers source) {
        References.Place place = References.Place.of(node, Columns.TYPE);
        Optional<Node> question = references.target(source.question(), place);
        if (question.isPresent() && !question.get().isInRepeat()) {
            errors.add(CellErrorKind.LIST_NOT_REPEATED, place.sheet(), place.row(), place.column(),
                    source.question());
        }
        return question.filter(Node::isInRepeat).map(found -> {
            Node repeat = found.nearestRepeat().orElseThrow();
            String column = References.steps(found, repeat);
            References.Place filterPlace = References.Place.of(node, Columns.CHOICE_FILTER);
            String filter = Optional.of(node.row().value(Columns.CHOICE_FILTER)).filter(text -> !text.isEmpty())
                    .map(text -> references.rowExpression(oneLine(text), node, repeat, filterPlace))
                    .map(expression -> checked(expression, filterPlace))
                    // an instance without an answer is no choice
                    .orElse("./" + column + " != ''");
            return new AnswerList(References.allOf(repeat, node) + "[" + filter + "]", column);
        });
    }

    /// Choices that are answers.
    ///
    /// @param rows   path of the instances
    /// @param column path of the question from there
    record AnswerList(String rows, String column) {
    }

    /// A value of an attribute that the author wrote: text with paths in place of references.
    String attribute(Node node, String column) {
        return references.expression(node.row().value(column), node, false, References.Place.of(node, column));
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

    /// A line break in an attribute would be read as a space anyway.
    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }

    private String translate(String text, Node context, boolean filter, References.Place place) {
        String expression = references.expression(oneLine(text), context, filter, place);
        return checked(expression, place);
    }

    private String checked(String expression, References.Place place) {
        Matcher lookUp = LOOK_UP.matcher(expression);
        while (lookUp.find()) {
            Optional<ListFile> file = ListFile.csv(lookUp.group(2).strip());
            if (file.isEmpty()) {
                errors.add(CellErrorKind.FILE_NAME_MALFORMED, place.sheet(), place.row(), place.column(),
                        lookUp.group(2));
            }
            file.ifPresent(found -> instances.lookUp(found, place));
        }
        if (expression.length() > Limits.LONG_EXPRESSION && ++longOnes > Limits.MOST_LONG_EXPRESSIONS) {
            errors.add(CellErrorKind.EXPRESSIONS_TOO_LONG, place.sheet(), place.row(), place.column(),
                    String.valueOf(Limits.MOST_LONG_EXPRESSIONS), String.valueOf(Limits.LONG_EXPRESSION));
        } else if (!References.hasReference(expression)) {
            XPathSyntax.fault(expression).ifPresent(fault -> errors.add(CellErrorKind.EXPRESSION_MALFORMED,
                    place.sheet(), place.row(), place.column(), fault));
        }
        return expression;
    }
}
