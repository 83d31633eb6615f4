package vn.hoidan.form.xlsform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a cell of the `type` column says.
sealed interface TypeCell {
    /// A question; `list` is empty unless it is a select.
    record Ask(QuestionKind kind, String list, boolean orOther) implements TypeCell {
    }

    record Begin(Node.Kind kind) implements TypeCell {
    }

    record End(Node.Kind kind) implements TypeCell {
    }

    /// Known elsewhere, and left out here without harm: what phones record in the background.
    record LeftOut() implements TypeCell {
    }

    /// Known elsewhere, and a form that needs it cannot run here.
    record Unsupported() implements TypeCell {
    }

    /// A select without its list.
    record ListMissing() implements TypeCell {
    }

    record Unknown() implements TypeCell {
    }

    Pattern SECTION = Pattern.compile("(begin|end)[ _](group|repeat|lgroup|looped group)");
    Pattern SELECT = Pattern.compile("(?<word>select[_ ]one(?: from)?|select1|add select one prompt using"
            + "|select[_ ]multiple(?: from)?|select all that apply(?: from)?|add select multiple prompt using|rank)"
            + "(?:\\s+(?<list>\\S+))?(?<other>\\s+or[_ ](?:other|specify other))?", Pattern.CASE_INSENSITIVE);
    Set<String> LEFT_OUT =
            Set.of("audit", "background-audio", "background-geopoint", "start-geopoint", "start_geopoint");
    Pattern UNSUPPORTED = Pattern.compile("(select[_ ](one|multiple)[_ ](from[_ ]file|external)|rank[_ ]from[_ ]file"
            + "|csv-external|xml-external|osm|begin[_ ]loop|end[_ ]loop)\\b.*");

    static TypeCell parse(String cell) {
        String text = cell.strip().replaceAll("\\s+", " ");
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher section = SECTION.matcher(lower);
        if (section.matches()) {
            Node.Kind kind = section.group(2).equals("group") || section.group(2).equals("lgroup")
                    ? Node.Kind.GROUP
                    : Node.Kind.REPEAT;
            return section.group(1).equals("begin") ? new Begin(kind) : new End(kind);
        }
        if (UNSUPPORTED.matcher(lower).matches()) {
            return new Unsupported();
        }
        Matcher select = SELECT.matcher(text);
        if (select.matches()) {
            return select(select);
        }
        if (LEFT_OUT.contains(lower)) {
            return new LeftOut();
        }
        return QuestionKind.ofWord(lower).<TypeCell>map(kind -> new Ask(kind, "", false)).orElse(new Unknown());
    }

    private static TypeCell select(Matcher select) {
        String word = select.group("word").toLowerCase(Locale.ROOT);
        Optional<String> list = Optional.ofNullable(select.group("list"));
        if (list.isEmpty()) {
            return new ListMissing();
        }
        if (list.get().startsWith("${")) {
            return new Unsupported();
        }
        QuestionKind kind = word.equals("rank") ? QuestionKind.RANK
                : word.contains("multiple") || word.contains("all") ? QuestionKind.SELECT_MULTIPLE
                : QuestionKind.SELECT_ONE;
        return new Ask(kind, list.get(), select.group("other") != null);
    }
}
