package vn.hoidan.form.xlsform;

import java.util.Optional;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.parser.XPathSyntaxException;

/// Asks the engine's own parser whether an expression is one, so that its author learns of it by cell.
final class XPathSyntax {
    private XPathSyntax() {
    }

    /// What is wrong with the expression, or empty if nothing is.
    static Optional<String> fault(String expression) {
        try {
            XPathExpression parsed = XPathParseTool.parseXPath(expression);
            return parsed == null ? Optional.of(expression) : Optional.empty();
        } catch (XPathSyntaxException | RuntimeException | StackOverflowError malformed) {
            // The parser throws several unchecked exceptions on nonsense and knows no limit to brackets inside
            // brackets; all mean the same to the author.
            return Optional.of(expression.strip());
        }
    }
}
