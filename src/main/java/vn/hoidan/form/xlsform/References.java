package vn.hoidan.form.xlsform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Turns `${name}` into an XPath. Outside repeats the path is absolute. Between two parts of the same repeat it is
/// relative, so that it means the same instance; inside a predicate it then starts at `current()`, because there the
/// context is the row being filtered. The arguments of `indexed-repeat()` that name parts stay absolute, as the
/// function wants them.
final class References {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\s*([^{}]*?)\\s*\\}");
    private static final Pattern FUNCTION_BEFORE = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.-]*)\\s*$");
    private static final String LAST_SAVED = "last-saved#";
    private static final String INDEXED_REPEAT = "indexed-repeat";
    /// Which arguments of indexed-repeat() name parts of the form; the others are positions.
    private static final Set<Integer> PART_ARGUMENTS = Set.of(0, 1, 3, 5);

    private final Map<String, List<Node>> byName = new HashMap<>();
    private final CellErrors errors;

    References(Node form, CellErrors errors) {
        this.errors = errors;
        form.all().filter(node -> node.kind() != Node.Kind.FORM)
                .forEach(node -> byName.computeIfAbsent(node.name(), name -> new ArrayList<>()).add(node));
    }

    /// Where a text with references stands, for its errors.
    record Place(String sheet, int row, String column) {
        static Place of(Node node, String column) {
            return new Place(SurveySheet.NAME, node.row().number(), node.row().header(column));
        }
    }

    /// A reference found.
    ///
    /// @param inPredicate     between square brackets
    /// @param wantsAbsolute   an argument of indexed-repeat() that names a part
    /// @param beforePredicate followed by a square bracket
    record Found(Node target, boolean inPredicate, boolean wantsAbsolute, boolean beforePredicate) {
    }

    static boolean hasReference(String text) {
        return text.contains("${");
    }

    /// The parts that an expression names; unknown ones are left out, {@link #expression} reports them.
    List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(text);
        Scanner scanner = new Scanner(text);
        while (matcher.find()) {
            scanner.moveTo(matcher.start());
            List<Node> targets = byName.getOrDefault(matcher.group(1), List.of());
            if (targets.size() == 1) {
                boolean beforePredicate = text.substring(matcher.end()).stripLeading().startsWith("[");
                found.add(new Found(targets.getFirst(), scanner.inPredicate(), scanner.wantsAbsolute(),
                        beforePredicate));
            }
        }
        return found;
    }

    /// The expression with paths in place of references.
    ///
    /// @param context where it is evaluated
    /// @param filter  it is the predicate of a list of choices
    String expression(String text, Node context, boolean filter, Place place) {
        Scanner scanner = new Scanner(text);
        return replace(text, place, match -> {
            scanner.moveTo(match.start());
            boolean inPredicate = filter || scanner.inPredicate();
            return path(match.target(), context, inPredicate, scanner.wantsAbsolute());
        });
    }

    /// The path by which one part is named from another.
    static String path(Node target, Node context, boolean inPredicate, boolean wantsAbsolute) {
        Optional<Node> common = target.above().filter(node -> node != target && node.contains(context)).findFirst();
        boolean sameRepeat =
                common.isPresent() && (common.get().kind() == Node.Kind.REPEAT || common.get().isInRepeat());
        if (!sameRepeat || wantsAbsolute) {
            return " " + target.path() + " ";
        }
        int up = context.depth() - common.get().depth();
        String down = target.path().substring(common.get().path().length() + 1);
        return (inPredicate ? " current()/" : " ") + "../".repeat(up) + down + " ";
    }

    /// Writes a text of the author into an element, references as outputs.
    void writeText(Xml element, String text, Node context, Place place) {
        int end = 0;
        for (LookUps.Span span : LookUps.find(text)) {
            writePlain(element, text.substring(end, span.start()), context, place);
            String found = text.substring(span.start(), span.end());
            element.add("output").attribute("value", expression(found, context, false, place));
            end = span.end();
        }
        writePlain(element, text.substring(end), context, place);
    }

    private void writePlain(Xml element, String text, Node context, Place place) {
        int[] end = {0};
        replace(text, place, match -> {
            element.text(text.substring(end[0], match.start()));
            element.add("output").attribute("value", path(match.target(), context, false, false));
            end[0] = match.end();
            return "";
        });
        element.text(text.substring(end[0]));
    }

    private record Match(int start, int end, Node target) {
    }

    private String replace(String text, Place place, Function<Match, String> replacement) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            Optional<Node> target = resolve(matcher.group(1), place);
            if (target.isPresent()) {
                out.append(text, end, matcher.start());
                out.append(replacement.apply(new Match(matcher.start(), matcher.end(), target.get())));
                end = matcher.end();
            }
        }
        out.append(text, end, text.length());
        if (hasReference(REFERENCE.matcher(text).replaceAll(""))) {
            errors.add(CellErrorKind.REFERENCE_MALFORMED, place.sheet(), place.row(), place.column(), text);
        }
        return out.toString();
    }

    private Optional<Node> resolve(String name, Place place) {
        List<Node> targets = byName.getOrDefault(name, List.of());
        if (targets.size() == 1) {
            return Optional.of(targets.getFirst());
        }
        if (name.startsWith(LAST_SAVED)) {
            errors.add(CellErrorKind.REFERENCE_NOT_SUPPORTED, place.sheet(), place.row(), place.column(), name);
        } else if (targets.isEmpty()) {
            errors.add(CellErrorKind.REFERENCE_UNKNOWN, place.sheet(), place.row(), place.column(), name,
                    Similar.to(name, byName.keySet()));
        } else {
            String rows = targets.stream().map(node -> String.valueOf(node.row().number()))
                    .collect(Collectors.joining(", "));
            errors.add(CellErrorKind.REFERENCE_AMBIGUOUS, place.sheet(), place.row(), place.column(), name, rows);
        }
        return Optional.empty();
    }

    /// Reads an expression from the left and knows in which brackets it is.
    private static final class Scanner {
        private record Bracket(boolean square, String function, int argument) {
        }

        private final String text;
        private final Deque<Bracket> open = new ArrayDeque<>();
        private int position;
        private char quote;

        Scanner(String text) {
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
                case '[' -> open.push(new Bracket(true, "", 0));
                case '(' -> {
                    Matcher name = FUNCTION_BEFORE.matcher(text.substring(Math.max(0, position - 80), position));
                    open.push(new Bracket(false, name.find() ? name.group(1) : "", 0));
                }
                case ',' -> {
                    if (!open.isEmpty()) {
                        Bracket inner = open.pop();
                        open.push(new Bracket(inner.square(), inner.function(), inner.argument() + 1));
                    }
                }
                case ')', ']' -> open.poll();
                default -> {
                    // part of a name, number or operator
                }
            }
        }

        boolean inPredicate() {
            return open.stream().anyMatch(Bracket::square);
        }

        boolean wantsAbsolute() {
            return open.stream().findFirst().filter(inner -> inner.function().equals(INDEXED_REPEAT)
                    && PART_ARGUMENTS.contains(inner.argument())).isPresent();
        }
    }
}
