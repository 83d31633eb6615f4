package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.List;

/// Finds expressions within texts that look a label up in a list: `instance('fruits')/root/item[name = ${q}]/label`.
/// They are shown by their value, as a reference is.
final class LookUps {
    private static final String START = "instance(";

    private LookUps() {
    }

    /// A part of a text, its end excluded.
    record Span(int start, int end) {
    }

    static List<Span> find(String text) {
        List<Span> found = new ArrayList<>();
        int from = 0;
        int start = text.indexOf(START);
        while (start >= 0) {
            int end = end(text, start + START.length() - 1);
            if (end > 0) {
                found.add(new Span(start, end));
            }
            from = Math.max(end, start + START.length());
            start = text.indexOf(START, from);
        }
        return found;
    }

    /// Where the path ends that begins with the bracket at `open`, or -1 if it is no path.
    private static int end(String text, int open) {
        int position = closing(text, open);
        int steps = 0;
        while (position > 0 && position < text.length()) {
            char next = text.charAt(position);
            if (next == '[') {
                position = closing(text, position);
            } else if (next == '/' && position + 1 < text.length() && isName(text.charAt(position + 1))) {
                position++;
                while (position < text.length() && isName(text.charAt(position))) {
                    position++;
                }
                steps++;
            } else {
                break;
            }
        }
        return steps == 0 ? -1 : position;
    }

    /// The place behind the bracket that closes the one at `open`, or -1 if none does.
    private static int closing(String text, int open) {
        int depth = 0;
        char quote = 0;
        for (int index = open; index < text.length(); index++) {
            char next = text.charAt(index);
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (next == '\'' || next == '"') {
                quote = next;
            } else if (next == '(' || next == '[') {
                depth++;
            } else if (next == ')' || next == ']') {
                depth--;
                if (depth == 0) {
                    return index + 1;
                }
            }
        }
        return -1;
    }

    private static boolean isName(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-';
    }
}
