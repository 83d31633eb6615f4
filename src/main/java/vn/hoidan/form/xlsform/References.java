package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    static final String LAST_SAVED = "last-saved#";

    private final Map<String, List<Node>> byName = new HashMap<>();
    private final Instances instances;
    private final CellErrors errors;

    References(Node form, Instances instances, CellErrors errors) {
        this.instances = instances;
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
        ExpressionScanner scanner = new ExpressionScanner(text);
        while (matcher.find()) {
            scanner.moveTo(matcher.start());
            List<Node> targets = byName.getOrDefault(matcher.group(1), List.of());
            if (targets.size() == 1) {
                boolean beforePredicate = nextIs(text, matcher.end(), '[');
                found.add(new Found(targets.getFirst(), scanner.inPredicate(), scanner.wantsAbsolute(),
                        beforePredicate));
            }
        }
        return found;
    }

    private static boolean nextIs(String text, int from, char wanted) {
        int index = from;
        while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
            index++;
        }
        return index < text.length() && text.charAt(index) == wanted;
    }

    /// The expression with paths in place of references.
    ///
    /// @param context where it is evaluated
    /// @param filter  it is the predicate of a list of choices
    String expression(String text, Node context, boolean filter, Place place) {
        ExpressionScanner scanner = new ExpressionScanner(text);
        return replace(text, place, match -> {
            scanner.moveTo(match.start());
            boolean inPredicate = filter || scanner.inPredicate();
            return match.lastSaved() ? lastSaved(match.target())
                    : path(match.target(), context, inPredicate, scanner.wantsAbsolute());
        });
    }

    /// The predicate of a list of answers: what belongs to the repeat is that of the instance being filtered.
    String rowExpression(String text, Node context, Node repeat, Place place) {
        return replace(text, place, match -> match.lastSaved() ? lastSaved(match.target())
                : repeat.contains(match.target()) && match.target() != repeat
                        ? " ./" + steps(match.target(), repeat) + " "
                        : path(match.target(), context, true, false));
    }

    /// The one part of this name; empty if none or several have it.
    Optional<Node> target(String name, Place place) {
        return resolve(name, place);
    }

    /// The path of all instances of a repeat, also when named from within one of them.
    static String allOf(Node repeat, Node context) {
        Node common = repeat.above().filter(node -> node.contains(context)).findFirst().orElseThrow();
        boolean together = repeat.contains(context) || common.kind() == Node.Kind.REPEAT || common.isInRepeat();
        return together ? "../".repeat(context.depth() - common.depth()) + steps(repeat, common) : repeat.path();
    }

    /// Steps from a section down to what it contains.
    static String steps(Node target, Node from) {
        return target.path().substring(from.path().length() + 1);
    }

    private static String lastSaved(Node target) {
        return " instance('" + Instances.LAST_SAVED + "')" + target.path() + " ";
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
        return (inPredicate ? " current()/" : " ") + "../".repeat(up) + steps(target, common.get()) + " ";
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
            element.add("output").attribute("value",
                    match.lastSaved() ? lastSaved(match.target()) : path(match.target(), context, false, false));
            end[0] = match.end();
            return "";
        });
        element.text(text.substring(end[0]));
    }

    private record Match(int start, int end, Node target, boolean lastSaved) {
    }

    private String replace(String text, Place place, Function<Match, String> replacement) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            boolean lastSaved = matcher.group(1).startsWith(LAST_SAVED);
            Optional<Node> target =
                    resolve(lastSaved ? matcher.group(1).substring(LAST_SAVED.length()) : matcher.group(1), place);
            if (lastSaved) {
                instances.lastSaved(place);
            }
            if (target.isPresent()) {
                out.append(text, end, matcher.start());
                out.append(replacement.apply(new Match(matcher.start(), matcher.end(), target.get(), lastSaved)));
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
        if (targets.isEmpty()) {
            errors.add(CellErrorKind.REFERENCE_UNKNOWN, place.sheet(), place.row(), place.column(), name,
                    errors.similar(name, byName.keySet()));
        } else {
            String rows = targets.stream().limit(Limits.MOST_SHOWN_NAMES)
                    .map(node -> String.valueOf(node.row().number())).collect(Collectors.joining(", "))
                    + (targets.size() > Limits.MOST_SHOWN_NAMES ? " …" : "");
            errors.add(CellErrorKind.REFERENCE_AMBIGUOUS, place.sheet(), place.row(), place.column(), name, rows);
        }
        return Optional.empty();
    }
}
