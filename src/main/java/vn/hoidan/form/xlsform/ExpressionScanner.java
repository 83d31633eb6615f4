package vn.hoidan.form.xlsform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Reads an expression from the left and knows in which brackets it is.
final class ExpressionScanner {
    /// No function's name is longer; what stands further before a bracket is not looked at.
    private static final int MOST_NAME = 80;
    private static final String INDEXED_REPEAT = "indexed-repeat";
    /// Which arguments of indexed-repeat() name parts of the form; the others are positions.
    private static final Set<Integer> PART_ARGUMENTS = Set.of(0, 1, 3, 5);

    private record Bracket(boolean square, String function, int argument) {
    }

    private final String text;
    private final Deque<Bracket> open = new ArrayDeque<>();
    private int position;
    private int squares;
    private char quote;

    ExpressionScanner(String text) {
        this.text = text;
    }

    void moveTo(int end) {
        while (position < end) {
            step(text.charAt(position));
            position++;
        }
    }

    private void step(char next) {
        if (quote != 0) {
            quote = next == quote ? 0 : quote;
            return;
        }
        switch (next) {
            case '\'', '"' -> quote = next;
            case '[' -> {
                squares++;
                open.push(new Bracket(true, "", 0));
            }
            case '(' -> open.push(new Bracket(false, functionBefore(), 0));
            case ',' -> {
                if (!open.isEmpty()) {
                    Bracket inner = open.pop();
                    open.push(new Bracket(inner.square(), inner.function(), inner.argument() + 1));
                }
            }
            case ')', ']' -> {
                if (!open.isEmpty() && open.pop().square()) {
                    squares--;
                }
            }
            default -> {
                // part of a name, number or operator
            }
        }
    }

    /// The name that stands before the bracket at the current position, or empty.
    private String functionBefore() {
        int least = Math.max(0, position - MOST_NAME);
        int end = position;
        while (end > least && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > least && isName(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static boolean isName(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-' || letter == '.';
    }

    boolean inPredicate() {
        return squares > 0;
    }

    boolean wantsAbsolute() {
        return open.stream().findFirst().filter(inner -> inner.function().equals(INDEXED_REPEAT)
                && PART_ARGUMENTS.contains(inner.argument())).isPresent();
    }
}
