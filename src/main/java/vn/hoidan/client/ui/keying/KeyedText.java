package vn.hoidan.client.ui.keying;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.interview.PaperMark;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;

/// What was keyed, as it is read.
record KeyedText(Texts texts, ZoneId zone) {
    /// Short enough for a row: of choices the keyed code before the words.
    String row(Element.Question question, Keyed keyed) {
        return switch (keyed) {
            case Keyed.Value value -> value(question, value.lexical(), true);
            case Keyed.Marked marked -> mark(marked.mark());
            case Keyed.Nothing _ -> "";
        };
    }

    /// Large: of choices the keyed code alone.
    String large(Entry entry) {
        if (!entry.begun().isEmpty()) {
            return entry.begun() + "_";
        }
        if (!entry.chosen().isEmpty()) {
            return codes(entry.question(), entry.chosen());
        }
        return entry.types() ? "" : entry.question().value().map(value -> value(entry.question(), value, false))
                .orElse("");
    }

    String mark(PaperMark mark) {
        return switch (mark) {
            case LEFT_BLANK -> texts.get("row.blank");
            case UNUSABLE -> texts.get("row.unusable");
        };
    }

    private String value(Element.Question question, String value, boolean words) {
        return switch (question.type()) {
            case SELECT_ONE -> codes(question, List.of(value)) + (words ? "  " + label(question, value) : "");
            case SELECT_MULTIPLE, RANK -> codes(question, List.of(value.split(" ")));
            case TEXT, INTEGER, DECIMAL, RANGE, DATE, TIME, DATE_TIME, GEOPOINT, ACKNOWLEDGE, NOTE, FILE, IMAGE,
                    BARCODE, UNSUPPORTED -> new Entry(question, zone).typed();
        };
    }

    /// In the order given, as they are keyed.
    private static String codes(Element.Question question, List<String> values) {
        ChoiceCodes codes = new ChoiceCodes(question.choices());
        List<String> keyed = new ArrayList<>();
        for (String value : values) {
            int index = question.choices().stream().map(Choice::code).toList().indexOf(value);
            keyed.add(index < 0 ? value : codes.code(index));
        }
        return String.join(" · ", keyed);
    }

    private static String label(Element.Question question, String value) {
        return question.choices().stream().filter(choice -> choice.code().equals(value))
                .map(choice -> Markup.plain(choice.label())).findFirst().orElse("");
    }
}
