package vn.hoidan.form.xlsform;

import java.util.Optional;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.parser.XPathSyntaxException;

/// Asks the engine's own parser whether an expression is one, so that its author learns of it by cell. The parser
/// copies what is left of an expression at each bracket and sign, so that nonsense of 30,000 characters keeps it busy
/// for a minute; what is nested deeper than any person writes is not given to it.
final class XPathSyntax {
    private XPathSyntax() {
    }

    /// What is wrong with the expression, or empty if nothing is.
    static Optional<String> fault(String expression) {
        if (isTooDeep(expression)) {
            return Optional.of(shown(expression));
        }
        try {
            XPathExpression parsed = XPathParseTool.parseXPath(expression);
            return parsed == null ? Optional.of(shown(expression)) : Optional.empty();
        } catch (XPathSyntaxException | RuntimeException | StackOverflowError malformed) {
            // The parser throws several unchecked exceptions on nonsense; all mean the same to the author.
            return Optional.of(shown(expression));
        }
    }

    private static String shown(String expression) {
        String text = expression.strip();
        return text.length() <= Limits.MOST_SHOWN_CHARACTERS ? text
                : text.substring(0, Limits.MOST_SHOWN_CHARACTERS) + "…";
    }

    /// Brackets and signs before a value, outside of quoted texts.
    private static boolean isTooDeep(String expression) {
        int brackets = 0;
        int signs = 0;
        char quote = 0;
        for (int index = 0; index < expression.length(); index++) {
            char next = expression.charAt(index);
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
                continue;
            }
            signs = next == '-' ? signs + 1 : Character.isWhitespace(next) ? signs : 0;
            switch (next) {
                case '\'', '"' -> quote = next;
                case '(', '[' -> brackets++;
                case ')', ']' -> brackets--;
                default -> {
                    // part of a name, number or operator
                }
            }
            if (brackets > Limits.MOST_BRACKETS || signs > Limits.MOST_SIGNS) {
                return true;
            }
        }
        return false;
    }
}
