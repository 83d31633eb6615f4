package vn.hoidan.client.ui.question;

import java.time.ZoneId;
import vn.hoidan.core.questionnaire.Element;

/// Turns what people type into the lexical value of a question's type, and back. Vietnamese habits are taken:
/// a decimal comma, day before month, `9h30`.
public interface Reading {
    /// What came of reading.
    sealed interface Outcome {
        /// @param lexical the value as XForms writes it
        record Value(String lexical) implements Outcome {
        }

        /// @param key text of the question room that says what is expected
        record Unreadable(String key) implements Outcome {
        }
    }

    /// @param typed not blank, without white space at its ends
    Outcome read(String typed);

    /// The value as a person would type it.
    default String typed(String lexical) {
        return lexical;
    }

    /// The reading of a whole date.
    static Reading ofDay() {
        return new Tidied(new Dates(Dates.Part.DAY));
    }

    /// The reading for a question that is typed.
    ///
    /// @param zone of the laptop, for times, whose lexical form has an offset
    static Reading of(Element.Question question, ZoneId zone) {
        Appearance appearance = Appearance.of(question);
        boolean grouped = appearance.has("thousands-sep");
        return switch (question.type()) {
            case INTEGER -> new Tidied(new Numbers(true, grouped));
            case DECIMAL, RANGE -> new Tidied(new Numbers(false, grouped));
            case DATE -> new Tidied(new Dates(Dates.Part.of(appearance)));
            case TIME -> new Tidied(new Times(zone));
            case DATE_TIME -> new Tidied(new DateTimes(zone));
            case GEOPOINT -> new Tidied(new Geopoints());
            case TEXT -> appearance.has("numbers") ? new Tidied(new DigitText()) : Outcome.Value::new;
            case BARCODE, SELECT_ONE, SELECT_MULTIPLE, RANK, ACKNOWLEDGE, NOTE, FILE, IMAGE, UNSUPPORTED ->
                    Outcome.Value::new;
        };
    }
}
