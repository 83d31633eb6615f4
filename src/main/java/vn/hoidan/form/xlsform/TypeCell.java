package vn.hoidan.form.xlsform;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a cell of the `type` column says.
sealed interface TypeCell {
    /// A question without choices.
    record Ask(QuestionKind kind) implements TypeCell {
    }

    /// A question with choices.
    ///
    /// @param list a list's name, a file's or a reference
    record Choose(QuestionKind kind, Origin origin, String list, boolean orOther) implements TypeCell {
    }

    /// Where a select says that its choices come from.
    enum Origin {
        CHOICES,
        FILE,
        EXTERNAL
    }

    record Begin(Node.Kind kind) implements TypeCell {
    }

    record End(Node.Kind kind) implements TypeCell {
    }

    /// Rows that are repeated for each choice of a list.
    record BeginLoop(String list) implements TypeCell {
    }

    record EndLoop() implements TypeCell {
    }

    /// Makes a file known: `csv-external`.
    ///
    /// @param ending of the file's name
    record Declare(String ending) implements TypeCell {
    }

    /// Asks phones to keep a log; this program always keeps its own.
    record Audit() implements TypeCell {
    }

    /// Known elsewhere, and a form that needs it cannot run here.
    record Unsupported() implements TypeCell {
    }

    /// A select or loop without its list.
    record ListMissing() implements TypeCell {
    }

    record Unknown() implements TypeCell {
    }

    Pattern SECTION = Pattern.compile("(begin|end)[ _](group|repeat|lgroup|looped group)");
    Pattern LOOP = Pattern.compile("begin[ _]loop(?: over)?(?:\\s+(?<list>\\S+))?", Pattern.CASE_INSENSITIVE);
    Pattern LOOP_END = Pattern.compile("end[ _]loop");
    Pattern SELECT = Pattern.compile("(?<word>(?:select[_ ]one|select[_ ]multiple|rank)[_ ]from[_ ]file"
            + "|select[_ ](?:one|multiple)[_ ]external"
            + "|select[_ ]one(?: from)?|select1|add select one prompt using"
            + "|select[_ ]multiple(?: from)?|select all that apply(?: from)?|add select multiple prompt using|rank)"
            + "(?:\\s+(?<list>\\$\\{[^{}]*\\}|\\S+))?(?<other>\\s+or[_ ](?:other|specify other))?",
            Pattern.CASE_INSENSITIVE);
    Pattern UNSUPPORTED = Pattern.compile("osm( .*)?");

    static TypeCell parse(String cell) {
        String text = cell.strip().replaceAll("\\s+", " ");
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher section = SECTION.matcher(lower);
        if (section.matches()) {
            Node.Kind kind = section.group(2).equals("group") ? Node.Kind.GROUP : Node.Kind.REPEAT;
            return section.group(1).equals("begin") ? new Begin(kind) : new End(kind);
        }
        Matcher loop = LOOP.matcher(text);
        if (loop.matches()) {
            return Optional.ofNullable(loop.group("list")).<TypeCell>map(BeginLoop::new).orElse(new ListMissing());
        }
        if (LOOP_END.matcher(lower).matches()) {
            return new EndLoop();
        }
        if (UNSUPPORTED.matcher(lower).matches()) {
            return new Unsupported();
        }
        Matcher select = SELECT.matcher(text);
        if (select.matches()) {
            return select(select);
        }
        return switch (lower) {
            case "csv-external" -> new Declare(ListFile.CSV);
            case "xml-external" -> new Declare(ListFile.XML);
            case "audit" -> new Audit();
            default -> QuestionKind.ofWord(lower).<TypeCell>map(Ask::new).orElse(new Unknown());
        };
    }

    private static TypeCell select(Matcher select) {
        String word = select.group("word").toLowerCase(Locale.ROOT);
        QuestionKind kind = word.startsWith("rank") ? QuestionKind.RANK
                : word.contains("multiple") || word.contains("all") ? QuestionKind.SELECT_MULTIPLE
                : QuestionKind.SELECT_ONE;
        Origin origin = word.endsWith("file") ? Origin.FILE : word.endsWith("external") ? Origin.EXTERNAL
                : Origin.CHOICES;
        boolean orOther = select.group("other") != null;
        return Optional.ofNullable(select.group("list"))
                .<TypeCell>map(list -> new Choose(kind, origin, list, orOther)).orElse(new ListMissing());
    }
}
