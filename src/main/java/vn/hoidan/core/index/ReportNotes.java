package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.hoidan.core.questionnaire.Text;

/// What a report says of its method and of what is not in order: for the page, the workbook and the window alike, which
/// put it into words.
public final class ReportNotes {
    private final IndexReport report;

    private ReportNotes(IndexReport report) {
        this.report = report;
    }

    /// A sentence.
    ///
    /// @param key    of its words
    /// @param values that stand in it
    public record Note(String key, List<Value> values) {
        public Note {
            values = List.copyOf(values);
        }
    }

    /// How a language writes words and numbers.
    public interface Words {
        String sentence(String key, Object... values);

        /// A word, or something else where there is none.
        String word(String key, String otherwise);

        String count(long count);

        /// A percentage without superfluous places, of a share.
        String whole(double share);

        String in(Text text);

        /// A note in words.
        default String say(Note note) {
            return sentence(note.key(), note.values().stream().map(this::value).toArray());
        }

        private String value(Value value) {
            return switch (value) {
                case Count count -> count(count.count());
                case Percent percent -> whole(percent.share());
                case Plain plain -> plain.text();
                case Named named -> in(named.name());
                case Word word -> word(word.kind() + word.name(), word.name());
                case Several several -> several.values().stream().map(this::value).collect(Collectors.joining(", "));
            };
        }
    }

    /// A value in a sentence.
    public sealed interface Value {
    }

    /// A number of things.
    public record Count(long count) implements Value {
    }

    /// @param share between 0 and 1
    public record Percent(double share) implements Value {
    }

    /// A name or number that is the same in every language.
    public record Plain(String text) implements Value {
    }

    public record Named(Text name) implements Value {
    }

    /// A word of the message file, where it knows one.
    ///
    /// @param kind with the name behind it the key of the word
    public record Word(String kind, String name) implements Value {
    }

    /// Several, one after the other.
    public record Several(List<Value> values) implements Value {
        public Several {
            values = List.copyOf(values);
        }
    }

    /// How it was counted and from what.
    public static List<Note> method(IndexReport report) {
        return new ReportNotes(report).method();
    }

    /// What is not in order; nothing is left out silently.
    public static List<Note> troubles(IndexReport report) {
        return new ReportNotes(report).troubles();
    }

    private List<Note> method() {
        IndexRule rule = report.rule();
        IndexReport.Data data = report.data();
        List<Note> notes = new ArrayList<>();
        notes.add(note("method.rule", new Plain(rule.name()), new Count(rule.version())));
        notes.add(note("method.item." + rule.item().code()));
        notes.add(note("method.blanks." + rule.blanks().code()));
        notes.add(note("method.aggregation." + rule.aggregation().code()));
        notes.add(note("method.across." + rule.across().code()));
        report.national().filter(national -> national.provinces() == 1).ifPresent(_ ->
                notes.add(note("method.one-province")));
        notes.add(note("method.weights"));
        if (!data.raked().isEmpty()) {
            notes.add(note("method.raked", new Several(data.raked().stream().<Value>map(name ->
                    new Word("class.", name)).toList())));
        }
        notes.add(note("method.error", new Percent(rule.confidence())));
        notes.add(note("method.lonely." + rule.lonely().code()));
        notes.add(note("method.small", new Count(rule.smallestBase())));
        data.seed().ifPresent(seed -> notes.add(note("method.seed", new Plain(String.valueOf(seed)))));
        sorted(data.forms()).forEach((form, count) ->
                notes.add(note("method.form", new Plain(form), new Count(count))));
        sorted(data.waiting()).forEach((reason, count) ->
                notes.add(note("method.waiting", new Count(count), new Word("reason.", reason))));
        notes.add(note("method.fingerprint", new Plain(data.fingerprint())));
        return notes;
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        return new TreeMap<>(counts);
    }

    /// Villages without interviews are told in one sentence.
    private List<Note> troubles() {
        List<Note> notes = new ArrayList<>();
        List<Value> empty = new ArrayList<>();
        for (CountTrouble trouble : report.troubles()) {
            if (trouble.kind() == CountTrouble.Kind.EMPTY_POINT) {
                empty.add(village(trouble.where()));
            } else {
                notes.add(note("trouble." + trouble.kind().code(), where(trouble), new Count(trouble.count())));
            }
        }
        if (!empty.isEmpty()) {
            notes.add(note("trouble." + CountTrouble.Kind.EMPTY_POINT.code(), new Several(empty),
                    new Count(empty.size())));
        }
        return notes;
    }

    private Value where(CountTrouble trouble) {
        return switch (trouble.kind()) {
            case EMPTY_POINT, WEIGHT_MISSING -> village(trouble.where());
            case EMPTY_STRATUM, LONELY_UNIT -> area(trouble.where());
            case UNKNOWN_CODE, NOT_ASKED -> indicator(trouble.where());
            case CHANCE_UNKNOWN -> new Word("level.", trouble.where());
            case CLASS_WITHOUT_MARGIN, MARGIN_WITHOUT_INTERVIEWS -> respondents(trouble.where());
            case UNKNOWN_POINT, MIXED_FORMS, RAKING_UNFINISHED, MONTH_DOUBTFUL -> new Plain(trouble.where());
        };
    }

    private Value village(String code) {
        return report.points().stream().filter(point -> point.code().equals(code)).findFirst()
                .<Value>map(point -> new Plain(isAlone(point.name()) ? point.name() : point.name() + " (" + code + ")"))
                .orElse(new Plain(code));
    }

    private boolean isAlone(String name) {
        return report.points().stream().filter(point -> point.name().equals(name)).count() == 1;
    }

    private Value area(String code) {
        return report.parts().stream().filter(part -> !part.isClass() && part.code().equals(code)).findFirst()
                .<Value>map(part -> new Named(part.name())).orElse(new Plain(code));
    }

    private Value indicator(String code) {
        return report.everybody().line(code).<Value>map(line -> new Named(line.indicator().label()))
                .orElse(new Plain(code));
    }

    /// The class of this code, if only one of the classifiers that were raked has it.
    private Value respondents(String code) {
        List<IndexReport.Part> found = report.parts().stream().filter(part ->
                report.data().raked().contains(part.kind()) && part.code().equals(code)).toList();
        return found.size() == 1 ? new Named(found.getFirst().name()) : new Plain(code);
    }

    private static Note note(String key, Value... values) {
        return new Note(key, List.of(values));
    }
}
