package vn.hoidan.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.RangeQuestion;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.LongData;
import org.javarosa.core.model.data.MultipleItemsData;
import org.javarosa.core.model.data.SelectMultiData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.helper.Selection;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.form.Reading.Readable;
import vn.hoidan.form.Reading.Unreadable;

/// Reads answers: lexical values to what JavaRosa computes with. Numbers lose leading zeros and plus signs, decimals
/// keep the places that were given, texts are composed (NFC) so that the same word is the same characters whatever
/// keyboard it came from, choices come in the order of the form.
final class Answers {
    /// Characters of a text answer.
    static final int MOST_TEXT_CHARACTERS = 10_000;
    /// Digits of a number, places included.
    static final int MOST_DIGITS = 30;

    /// Digits that a double holds exactly. Longer numbers are identifiers: JavaRosa gets them as text, compares them
    /// exactly and still computes with them when a form asks for it.
    private static final int EXACT_DIGITS = 15;
    private static final int MOST_COORDINATES = 4;
    private static final double MOST_LATITUDE_DEGREES = 90;
    private static final double MOST_LONGITUDE_DEGREES = 180;
    private static final Pattern INTEGER = Pattern.compile("([+-]?)0*(\\d+)");
    private static final Pattern DECIMAL = Pattern.compile("([+-]?)0*(\\d+)(?:\\.(\\d+))?");
    private static final String READ = "OK";

    private Answers() {
    }

    /// @param offset of the session, for times given without one
    static Reading read(QuestionSlot slot, Element.Question question, String answer, ZoneOffset offset) {
        String text = answer.strip();
        return switch (slot.type()) {
            case TEXT -> text(answer);
            case BARCODE -> text(text);
            case INTEGER -> integer(text);
            case DECIMAL -> decimal(text);
            case RANGE -> range(slot, text);
            case SELECT_ONE -> selectOne(text, question.choices());
            case SELECT_MULTIPLE -> selectMultiple(text, question.choices());
            case RANK -> rank(text, question.choices());
            case DATE -> Times.date(text);
            case TIME -> Times.time(text, offset);
            case DATE_TIME -> Times.dateTime(text, offset);
            case GEOPOINT -> geopoint(text);
            case ACKNOWLEDGE -> text.equals(READ) ? new Readable(new StringData(READ))
                    : new Unreadable("answer.acknowledge");
            case FILE, IMAGE -> fileName(text);
            case NOTE, UNSUPPORTED -> throw new IllegalArgumentException("nothing is answered at " + slot.path());
        };
    }

    private static Reading text(String answer) {
        String composed = Normalizer.normalize(answer, Normalizer.Form.NFC);
        if (composed.length() > MOST_TEXT_CHARACTERS) {
            return new Unreadable("answer.too-long", MOST_TEXT_CHARACTERS);
        }
        return composed.codePoints().allMatch(Answers::canBeWritten) ? new Readable(new StringData(composed))
                : new Unreadable("answer.character");
    }

    /// Characters that XML 1.0 can hold.
    private static boolean canBeWritten(int character) {
        return character >= ' ' && character < 0xD800 || character == '\n' || character == '\t' || character == '\r'
                || character >= 0xE000 && character <= 0xFFFD || character >= 0x10000;
    }

    private static Reading integer(String text) {
        Matcher number = INTEGER.matcher(text);
        if (!number.matches()) {
            return new Unreadable("answer.integer");
        }
        String digits = number.group(2);
        if (digits.length() > MOST_DIGITS) {
            return new Unreadable("answer.too-many-digits", MOST_DIGITS);
        }
        String canonical = (number.group(1).equals("-") && !digits.equals("0") ? "-" : "") + digits;
        if (digits.length() > EXACT_DIGITS) {
            return new Readable(new StringData(canonical));
        }
        long value = Long.parseLong(canonical);
        return new Readable(value == (int) value ? new IntegerData((int) value) : new LongData(value));
    }

    private static Reading decimal(String text) {
        Matcher number = DECIMAL.matcher(text);
        if (!number.matches()) {
            return new Unreadable("answer.decimal");
        }
        String places = number.group(3) == null ? "" : number.group(3);
        int digits = number.group(2).length() + places.length();
        if (digits > MOST_DIGITS) {
            return new Unreadable("answer.too-many-digits", MOST_DIGITS);
        }
        String unsigned = number.group(2) + (places.isEmpty() ? "" : "." + places);
        boolean negative = number.group(1).equals("-") && new BigDecimal(unsigned).signum() != 0;
        String canonical = (negative ? "-" : "") + unsigned;
        return new Readable(digits > EXACT_DIGITS ? new StringData(canonical)
                : new Exact.Decimal(Double.parseDouble(canonical), canonical));
    }

    private static Reading range(QuestionSlot slot, String text) {
        boolean whole = slot.node().getDataType() == Constants.DATATYPE_INTEGER;
        Reading number = whole ? integer(text) : decimal(text);
        if (!(number instanceof Readable(IAnswerData data)) || !(slot.definition() instanceof RangeQuestion range)) {
            return number;
        }
        BigDecimal value = new BigDecimal(Values.of(data).orElseThrow());
        BigDecimal low = range.getRangeStart().min(range.getRangeEnd());
        BigDecimal high = range.getRangeStart().max(range.getRangeEnd());
        BigDecimal step = range.getRangeStep().abs();
        boolean onStep = step.signum() == 0 || value.subtract(low).remainder(step).signum() == 0;
        return value.compareTo(low) >= 0 && value.compareTo(high) <= 0 && onStep ? number
                : new Unreadable("answer.range", low.toPlainString(), high.toPlainString(), step.toPlainString());
    }

    private static Reading selectOne(String code, List<Choice> choices) {
        for (Choice choice : choices) {
            if (choice.code().equals(code)) {
                return new Readable(new SelectOneData(new Selection(code)));
            }
        }
        return new Unreadable("answer.choice", bounded(code));
    }

    private static Reading selectMultiple(String text, List<Choice> choices) {
        Set<String> wanted = new LinkedHashSet<>(Arrays.asList(text.split("\\s+")));
        List<Selection> selections = new ArrayList<>();
        for (Choice choice : choices) {
            if (wanted.remove(choice.code())) {
                selections.add(new Selection(choice.code()));
            }
        }
        return wanted.isEmpty() ? new Readable(new SelectMultiData(selections))
                : new Unreadable("answer.choice", bounded(wanted.iterator().next()));
    }

    private static Reading rank(String text, List<Choice> choices) {
        List<String> codes = List.of(text.split("\\s+"));
        List<String> all = choices.stream().map(Choice::code).sorted().toList();
        return codes.stream().sorted().toList().equals(all)
                ? new Readable(new MultipleItemsData(new ArrayList<>(codes.stream().map(Selection::new).toList())))
                : new Unreadable("answer.rank");
    }

    private static Reading geopoint(String text) {
        String[] parts = text.split("\\s+");
        if (parts.length < 2 || parts.length > MOST_COORDINATES) {
            return new Unreadable("answer.geopoint");
        }
        double[] numbers = new double[MOST_COORDINATES];
        List<String> canonical = new ArrayList<>();
        for (int index = 0; index < MOST_COORDINATES; index++) {
            if (!(decimal(index < parts.length ? parts[index] : "0") instanceof Readable(IAnswerData data))) {
                return new Unreadable("answer.geopoint");
            }
            String number = Values.of(data).orElseThrow();
            canonical.add(number);
            numbers[index] = Double.parseDouble(number);
        }
        return Math.abs(numbers[0]) <= MOST_LATITUDE_DEGREES && Math.abs(numbers[1]) <= MOST_LONGITUDE_DEGREES
                ? new Readable(new Exact.GeoPoint(numbers, String.join(" ", canonical)))
                : new Unreadable("answer.geopoint");
    }

    private static Reading fileName(String name) {
        return FileNames.plain(name) ? new Readable(new StringData(name)) : new Unreadable("answer.file-name");
    }

    private static String bounded(String code) {
        return code.length() <= MOST_DIGITS ? code : code.substring(0, MOST_DIGITS) + "…";
    }
}
