package vn.hoidan.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoidan.form.lookup.LookUpList;

/// Reads XPath expressions just far enough to see which functions they call, and turns calls for time and chance into
/// calls that the session answers. So a form gives the same answers again when a draft is replayed: JavaRosa's own
/// `now()`, `random()` and `uuid()` give something else each time an expression happens to be computed.
final class Expressions {
    static final String NOW = "session-now";
    static final String TODAY = "session-today";
    static final String RANDOM = "session-random";
    static final String UUID = "session-uuid";
    static final String PROPERTY = "session-property";

    private static final Map<String, String> ANSWERED_BY_SESSION =
            Map.of("now", NOW, "today", TODAY, "random", RANDOM, "uuid", UUID, "property", PROPERTY);

    /// These get the number of their place in the form as first argument, so that two of them differ.
    private static final Set<String> NUMBERED = Set.of("random", "uuid");

    private static final Set<String> NOT_FUNCTIONS =
            Set.of("and", "or", "div", "mod", "node", "text", "comment", "processing-instruction");

    /// What JavaRosa 6 evaluates by itself, and the two that a form definition adds.
    private static final Set<String> KNOWN = Set.of("abs", "acos", "area", "asin", "atan", "atan2", "base64-decode",
            "boolean", "boolean-from-string", "checklist", "coalesce", "concat", "contains", "cos", "count",
            "count-non-empty", "count-selected", "current", "date", "date-time", "decimal-date-time", "decimal-time",
            "depend", "digest", "distance", "enclosed-area", "ends-with", "exp", "exp10", "extract-signed", "false",
            "format-date", "format-date-time", "geofence", "if", "indexed-repeat", "instance", "int", "is-selected",
            "join", "jr:choice-name", "jr:itext", "log", "log10", "max", "min", "normalize-space", "not", "now",
            "number", "once", "pi", "position", "pow", "property", "pulldata", "random", "randomize", "regex", "round",
            "selected", "selected-at", "sin", "sqrt", "starts-with", "string", "string-length", "substr",
            "substring-after", "substring-before", "sum", "tan", "today", "translate", "true", "uuid", "version",
            "weighted-checklist");

    /// Brackets inside each other that cost nothing worth counting.
    private static final int PLAIN_DEPTH = 8;

    private static final Pattern INSTANCE = Pattern.compile("instance\\s*\\(\\s*(['\"])(.*?)\\1\\s*\\)");
    private static final Pattern ROWS = Pattern.compile(INSTANCE.pattern()
            + "\\s*/\\s*([\\p{L}_][\\p{L}\\p{N}_.-]*)\\s*/\\s*([\\p{L}_][\\p{L}\\p{N}_.-]*)(?=\\s*\\[)");

    private final Map<String, LookUpList> lists;
    private int places;

    /// @param lists by id of their instance; rows of these with a condition get a name of their own, as
    ///              {@link ListTree} says
    Expressions(Map<String, LookUpList> lists) {
        this.lists = lists;
    }

    /// For expressions that are only looked at.
    Expressions() {
        this(Map.of());
    }

    /// The id of the first instance that an expression names; null if it names none.
    static String instance(String expression) {
        Matcher instance = INSTANCE.matcher(expression);
        return instance.find() ? instance.group(2) : null;
    }

    /// An expression ready for JavaRosa.
    ///
    /// @param unknown functions that nobody evaluates
    /// @param cost    what counts against {@link XFormText#MOST_EXPRESSION_COST}
    record Read(String text, List<String> unknown, long cost) {
    }

    /// JavaRosa's parser looks at all that is inside a bracket again for each bracket around it, and at what follows a
    /// sign again for each sign: an expression costs its characters, and deep ones their depth on top.
    static long cost(String expression) {
        long cost = 0;
        int depth = 0;
        int signs = 0;
        for (int index = 0; index < expression.length(); index++) {
            char character = expression.charAt(index);
            if (character == '(' || character == '[') {
                depth++;
            } else if (character == ')' || character == ']') {
                depth--;
            }
            signs = character == '-' ? signs + 1 : Character.isWhitespace(character) ? signs : 0;
            cost += 1 + Math.max(0, depth + signs - PLAIN_DEPTH);
        }
        return cost;
    }

    Read read(String expression) {
        StringBuilder text = new StringBuilder(expression.length());
        List<String> unknown = new ArrayList<>();
        int at = 0;
        while (at < expression.length()) {
            char character = expression.charAt(at);
            int end = at + 1;
            if (character == '"' || character == '\'') {
                int close = expression.indexOf(character, end);
                end = close < 0 ? expression.length() : close + 1;
                text.append(expression, at, end);
            } else if (startsName(character)) {
                end = endOfName(expression, at);
                String name = expression.substring(at, end);
                int open = skipSpace(expression, end);
                if (open < expression.length() && expression.charAt(open) == '(' && !NOT_FUNCTIONS.contains(name)) {
                    end = call(name, expression, open, text, unknown);
                } else {
                    text.append(name);
                }
            } else {
                text.append(character);
            }
            at = end;
        }
        return new Read(text.toString(), unknown, cost(expression));
    }

    /// Writes a call up to its opening bracket (and its place, where it gets one); gives where reading goes on.
    private int call(String name, String expression, int open, StringBuilder text, List<String> unknown) {
        if (!KNOWN.contains(name)) {
            unknown.add(name);
        }
        if (name.equals("instance")) {
            Matcher rows = ROWS.matcher(expression).region(expression.lastIndexOf(name, open), expression.length());
            if (rows.lookingAt() && lists.containsKey(rows.group(2))) {
                text.append(rows.group()).append(ListTree.FILTERED);
                return rows.end();
            }
        }
        text.append(ANSWERED_BY_SESSION.getOrDefault(name, name)).append('(');
        if (NUMBERED.contains(name)) {
            int next = skipSpace(expression, open + 1);
            boolean hasArguments = next < expression.length() && expression.charAt(next) != ')';
            text.append(++places).append(hasArguments ? ", " : "");
        }
        return open + 1;
    }

    /// Where reading goes on after the bracket that opens here, whatever is inside.
    static int afterBracket(String expression, int open) {
        int depth = 0;
        int at = open;
        while (at < expression.length()) {
            char character = expression.charAt(at);
            if (character == '"' || character == '\'') {
                int close = expression.indexOf(character, at + 1);
                at = close < 0 ? expression.length() - 1 : close;
            } else if (character == '[') {
                depth++;
            } else if (character == ']' && --depth == 0) {
                return at + 1;
            }
            at++;
        }
        return expression.length();
    }

    private static boolean startsName(char character) {
        return Character.isLetter(character) || character == '_';
    }

    private static int endOfName(String expression, int start) {
        int end = start + 1;
        while (end < expression.length() && isNamePart(expression, end)) {
            end++;
        }
        return end;
    }

    private static boolean isNamePart(String expression, int at) {
        char character = expression.charAt(at);
        if (character == ':') {
            // a prefix, not the two colons of an axis
            return at + 1 < expression.length() && startsName(expression.charAt(at + 1))
                    && expression.charAt(at - 1) != ':';
        }
        return Character.isLetterOrDigit(character) || character == '_' || character == '-' || character == '.';
    }

    private static int skipSpace(String expression, int at) {
        int next = at;
        while (next < expression.length() && Character.isWhitespace(expression.charAt(next))) {
            next++;
        }
        return next;
    }
}
