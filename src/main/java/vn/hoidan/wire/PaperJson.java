package vn.hoidan.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.interview.KeyingRuling;
import vn.hoidan.core.interview.Moment;
import vn.hoidan.core.interview.PaperForm;
import vn.hoidan.core.interview.PaperMark;
import vn.hoidan.core.interview.PaperSheet;
import vn.hoidan.core.interview.SecondKeyer;
import vn.hoidan.core.questionnaire.Path;

/// JSON of what is kept and sent of forms filled in on paper.
final class PaperJson {
    private PaperJson() {
    }

    static JsonObject of(Fact.Paper fact) {
        return switch (fact) {
            case Fact.Paper.Taken taken -> sheet(InterviewJson.fact("paper-taken", fact), taken.sheet()).done();
            case Fact.Paper.Marked marked -> InterviewJson.fact("paper-marked", fact).text("p", marked.path().text())
                    .text("mark", marked.mark().code()).done();
            case Fact.Paper.Noted noted -> InterviewJson.fact("paper-noted", fact).text("p", noted.path().text())
                    .text("v", noted.text()).done();
            case Fact.Paper.SecondBegun begun -> InterviewJson.fact("paper-second", fact)
                    .text("keyer", begun.keyer().code()).done();
            case Fact.Paper.KeyedAgain again -> InterviewJson.fact("paper-again", fact)
                    .object("keyed", InterviewJson.of(again.keyed())).done();
            case Fact.Paper.Compared compared -> InterviewJson.fact("paper-compared", fact)
                    .number("fields", compared.fields())
                    .list("differing", compared.differing(), path -> new JsonPrimitive(path.text())).done();
            case Fact.Paper.Ruled ruled -> keyed(InterviewJson.fact("paper-ruled", fact)
                    .text("p", ruled.path().text()).text("ruling", ruled.ruling().code()), ruled.outcome()).done();
        };
    }

    static Fact fact(Moment at, Fields fields) {
        return switch (fields.text("f")) {
            case "paper-taken" -> new Fact.Paper.Taken(at, sheet(fields));
            case "paper-marked" -> new Fact.Paper.Marked(at, InterviewJson.path(fields),
                    PaperMark.ofCode(fields.text("mark")));
            case "paper-noted" -> new Fact.Paper.Noted(at, InterviewJson.path(fields), fields.text("v"));
            case "paper-second" -> new Fact.Paper.SecondBegun(at, SecondKeyer.ofCode(fields.text("keyer")));
            case "paper-again" -> new Fact.Paper.KeyedAgain(keyedAgain(fields.object("keyed")));
            case "paper-compared" -> new Fact.Paper.Compared(at, fields.count("fields"), paths(fields, "differing"));
            case "paper-ruled" -> new Fact.Paper.Ruled(at, InterviewJson.path(fields),
                    KeyingRuling.ofCode(fields.text("ruling")), keyed(fields));
            default -> throw Fields.unreadable("f is no known fact");
        };
    }

    /// Looked at before it is read, or a message could nest them without end.
    private static Fact keyedAgain(Fields fields) {
        if (fields.text("f").equals("paper-again")) {
            throw Fields.unreadable("keyed.f is no part of a second keying");
        }
        return InterviewJson.fact(fields);
    }

    private static Entries keyed(Entries entries, Keyed keyed) {
        return switch (keyed) {
            case Keyed.Value value -> entries.text("v", value.lexical());
            case Keyed.Marked marked -> entries.text("mark", marked.mark().code());
            case Keyed.Nothing _ -> entries;
        };
    }

    private static Keyed keyed(Fields fields) {
        if (fields.has("v")) {
            return new Keyed.Value(fields.text("v"));
        }
        return fields.has("mark") ? new Keyed.Marked(PaperMark.ofCode(fields.text("mark"))) : new Keyed.Nothing();
    }

    private static Entries sheet(Entries entries, PaperSheet sheet) {
        return entries.text("number", sheet.number()).text("date", sheet.filledOn().toString());
    }

    private static PaperSheet sheet(Fields fields) {
        return new PaperSheet(fields.text("number"), LocalDate.parse(fields.text("date")));
    }

    private static List<Path> paths(Fields fields, String name) {
        return fields.texts(name, Limits.MOST_ANSWERS).stream().map(Path::new).toList();
    }

    static JsonObject of(PaperForm form) {
        Entries entries = sheet(new Entries(), form.sheet()).object("marks", map(form.marks(), PaperMark::code))
                .object("notes", map(form.notes(), Function.identity()));
        form.secondKeying().ifPresent(second -> entries.object("second", new Entries()
                .text("keyer", second.keyer().code()).number("fields", second.fields())
                .list("differing", second.differing(), path -> new JsonPrimitive(path.text()))
                .object("rulings", map(second.rulings(), KeyingRuling::code)).done()));
        return entries.done();
    }

    /// In the order of the paths, so that equal forms are written alike.
    private static <T> JsonObject map(Map<Path, T> values, Function<T, String> text) {
        Entries entries = new Entries();
        new TreeMap<>(values).forEach((path, value) -> entries.text(path.text(), text.apply(value)));
        return entries.done();
    }

    static PaperForm form(Fields fields) {
        return new PaperForm(sheet(fields), map(fields, "marks", PaperMark::ofCode),
                map(fields, "notes", Function.identity()), fields.has("second")
                        ? Optional.of(second(fields.object("second"))) : Optional.empty());
    }

    private static PaperForm.SecondKeying second(Fields fields) {
        return new PaperForm.SecondKeying(SecondKeyer.ofCode(fields.text("keyer")), fields.count("fields"),
                paths(fields, "differing"), map(fields, "rulings", KeyingRuling::ofCode));
    }

    private static <T> Map<Path, T> map(Fields fields, String name, Function<String, T> reader) {
        Map<Path, T> values = new LinkedHashMap<>();
        fields.map(name, Limits.MOST_ANSWERS).forEach((path, text) -> values.put(new Path(path), reader.apply(text)));
        return values;
    }
}
