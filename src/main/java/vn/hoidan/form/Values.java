package vn.hoidan.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.GeoPointData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import vn.hoidan.core.questionnaire.Path;

/// What stands in the filled-in form, as lexical values and paths.
final class Values {
    /// Digits of a double that can be trusted: so 0.1 + 0.2, computed by a form, is 0.3.
    private static final MathContext TRUSTED_DIGITS = new MathContext(15);

    private Values() {
    }

    /// The value in the lexical form of its type, or empty when there is none.
    static Optional<String> of(IAnswerData data) {
        return data == null ? Optional.empty() : Optional.of(text(data)).filter(text -> !text.isEmpty());
    }

    private static String text(IAnswerData data) {
        return switch (data) {
            case Exact exact -> exact.lexical();
            case DecimalData decimal -> plain((Double) decimal.getValue());
            case GeoPointData point -> point.getDisplayText();
            default -> {
                String text = data.uncast().getString();
                yield text == null ? "" : text;
            }
        };
    }

    private static String plain(double number) {
        if (!Double.isFinite(number)) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(number).round(TRUSTED_DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /// Where a node stands: positions on repeats only, counted from 1.
    static Path path(TreeElement node) {
        StringBuilder text = new StringBuilder();
        append(node, text);
        return new Path(text.toString());
    }

    /// Where a node stands, without positions: as its bind names it.
    static String nodeset(TreeElement node) {
        StringBuilder text = new StringBuilder();
        for (TreeElement at = node; at != null && at.getName() != null; at = (TreeElement) at.getParent()) {
            text.insert(0, '/' + at.getName());
        }
        return text.toString();
    }

    private static void append(TreeElement node, StringBuilder text) {
        if (node.getParent() instanceof TreeElement parent && parent.getName() != null) {
            append(parent, text);
        }
        text.append('/').append(node.getName());
        if (node.isRepeatable()) {
            text.append('[').append(node.getMult() + 1).append(']');
        }
    }
}
