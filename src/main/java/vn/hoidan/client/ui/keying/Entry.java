package vn.hoidan.client.ui.keying;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.ui.question.ChoiceSearch;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.client.ui.question.Reading;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;

/// What is being keyed at one question until it is a value.
final class Entry {
    /// Longest text that can be keyed.
    static final int MOST_CHARACTERS = 10_000;
    private static final String ACKNOWLEDGED = "OK";

    /// What came of a key.
    sealed interface Step {
        /// @param lexical the whole value
        record Value(String lexical) implements Step {
        }

        /// More keys are to come.
        record Begun() implements Step {
        }

        /// Enter, and nothing new was keyed.
        record Same() implements Step {
        }

        /// Enter, and what was there is gone.
        record Emptied() implements Step {
        }

        /// @param key text of the keying room, or of the question room, that says what is expected
        record Wrong(String key) implements Step {
        }
    }

    private final Element.Question question;
    private final ChoiceCodes codes;
    private final Reading reading;
    private final ChoiceSearch search = new ChoiceSearch();
    private final List<String> chosen = new ArrayList<>();
    private String begun = "";
    private boolean changed;

    Entry(Element.Question question, ZoneId zone) {
        this.question = question;
        this.codes = new ChoiceCodes(question.choices());
        this.reading = Reading.of(question, zone);
        this.search.choices(question.choices());
        if (several()) {
            question.value().ifPresent(value -> chosen.addAll(List.of(value.split(" "))));
        }
    }

    Element.Question question() {
        return question;
    }

    ChoiceCodes codes() {
        return codes;
    }

    /// The beginning of a choice's code.
    String begun() {
        return begun;
    }

    /// The codes chosen so far, where several can be.
    List<String> chosen() {
        return List.copyOf(chosen);
    }

    /// It is typed in a field and ends with Enter.
    boolean types() {
        return switch (question.type()) {
            case TEXT, INTEGER, DECIMAL, RANGE, DATE, TIME, DATE_TIME, GEOPOINT, BARCODE -> true;
            case SELECT_ONE -> searched();
            case SELECT_MULTIPLE, RANK, ACKNOWLEDGE, NOTE, FILE, IMAGE, UNSUPPORTED -> false;
        };
    }

    /// A choice found by typing.
    boolean searched() {
        return question.type() == QuestionType.SELECT_ONE && question.choices().size() > ChoiceCodes.MOST_KEYS;
    }

    /// The value as it stands in the field.
    String typed() {
        return question.value().map(value -> searched() ? label(value) : reading.typed(value)).orElse("");
    }

    private String label(String code) {
        return question.choices().stream().filter(choice -> choice.code().equals(code))
                .map(choice -> Markup.plain(choice.label())).findFirst().orElse(code);
    }

    private boolean several() {
        return question.type() == QuestionType.SELECT_MULTIPLE || question.type() == QuestionType.RANK;
    }

    /// A letter or digit.
    Step key(char key) {
        return switch (question.type()) {
            case SELECT_ONE, SELECT_MULTIPLE, RANK -> outcome(codes.key(begun, key));
            case ACKNOWLEDGE -> key == '1' ? new Step.Value(ACKNOWLEDGED) : new Step.Wrong("wrong.acknowledge");
            case FILE, IMAGE, NOTE, UNSUPPORTED -> new Step.Wrong("wrong.notOnPaper");
            case TEXT, INTEGER, DECIMAL, RANGE, DATE, TIME, DATE_TIME, GEOPOINT, BARCODE ->
                    throw new IllegalStateException("typed in a field");
        };
    }

    private Step outcome(ChoiceCodes.Outcome outcome) {
        begun = "";
        return switch (outcome) {
            case ChoiceCodes.Outcome.Chosen found -> choose(question.choices().get(found.index()).code());
            case ChoiceCodes.Outcome.Begun some -> {
                begun = some.keyed();
                yield new Step.Begun();
            }
            case ChoiceCodes.Outcome.Unknown _ -> new Step.Wrong("wrong.code");
        };
    }

    private Step choose(String code) {
        if (!several()) {
            return new Step.Value(code);
        }
        changed = true;
        if (!chosen.remove(code)) {
            chosen.add(code);
        }
        boolean ranked = question.type() == QuestionType.RANK && chosen.size() == question.choices().size();
        return ranked ? new Step.Value(String.join(" ", chosen)) : new Step.Begun();
    }

    /// @param typed what stands in the field; not looked at where nothing is typed
    Step enter(String typed) {
        if (types()) {
            return read(typed.strip());
        }
        if (!begun.isEmpty()) {
            Step step = outcome(codes.whole(begun));
            return step instanceof Step.Begun ? enter(typed) : step;
        }
        if (!several() || !changed) {
            return new Step.Same();
        }
        if (chosen.isEmpty()) {
            return question.answered() ? new Step.Emptied() : new Step.Same();
        }
        if (question.type() == QuestionType.RANK) {
            return new Step.Wrong("wrong.rank");
        }
        // in the order of the choices, whatever the order of keying
        return new Step.Value(String.join(" ", question.choices().stream().map(Choice::code).filter(chosen::contains)
                .toList()));
    }

    private Step read(String typed) {
        if (typed.isEmpty()) {
            return question.answered() ? new Step.Emptied() : new Step.Same();
        }
        if (typed.equals(typed())) {
            return new Step.Same();
        }
        if (searched()) {
            return found(typed).<Step>map(choice -> new Step.Value(choice.code()))
                    .orElseGet(() -> new Step.Wrong("wrong.search"));
        }
        return switch (reading.read(signFirst(typed))) {
            case Reading.Outcome.Value value -> new Step.Value(value.lexical());
            case Reading.Outcome.Unreadable unreadable -> new Step.Wrong(unreadable.key());
        };
    }

    /// A minus typed before a number goes back a row, so it may follow the number instead.
    private String signFirst(String typed) {
        boolean number = switch (question.type()) {
            case INTEGER, DECIMAL, RANGE -> true;
            case TEXT, BARCODE, SELECT_ONE, SELECT_MULTIPLE, RANK, DATE, TIME, DATE_TIME, GEOPOINT, ACKNOWLEDGE, NOTE,
                    FILE, IMAGE, UNSUPPORTED -> false;
        };
        return number && typed.length() > 1 && typed.endsWith("-") ? "-" + typed.substring(0, typed.length() - 1)
                : typed;
    }

    /// The choices that what is typed may mean: by code, else by words.
    List<Choice> candidates(String typed) {
        return search.find(typed);
    }

    private Optional<Choice> found(String typed) {
        Optional<Choice> exact = question.choices().stream().filter(choice -> choice.code().equals(typed)
                || Markup.plain(choice.label()).equalsIgnoreCase(typed)).findFirst();
        List<Choice> candidates = candidates(typed);
        return exact.or(() -> candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty());
    }
}
