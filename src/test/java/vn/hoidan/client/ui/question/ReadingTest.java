package vn.hoidan.client.ui.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;

/// What people type and paste, and what the form gets of it.
final class ReadingTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long SEED = 20241102;

    private static Reading reading(QuestionType type, String appearance) {
        return Reading.of(new Element.Question(new Path("/data/q"), type, "", "", "", appearance, false, false,
                Optional.empty(), List.of(), Optional.empty(), Optional.empty()), HANOI);
    }

    /// The value, or the key of the refusal in brackets.
    private static String read(QuestionType type, String appearance, String typed) {
        return switch (reading(type, appearance).read(typed)) {
            case Reading.Outcome.Value value -> value.lexical();
            case Reading.Outcome.Unreadable unreadable -> "[" + unreadable.key() + "]";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"42|42", "+42|42", "-7|-7", "123456789012345678901234567890|"
            + "123456789012345678901234567890", "\u00A042\u200B|42", "\u22125|-5", "4,2|[unreadable.integer]",
            "1.250.000|[unreadable.integer]", "4x|[unreadable.integer]", "--4|[unreadable.integer]"})
    void readsWholeNumbersExactly(String typed, String expected) {
        assertEquals(expected, read(QuestionType.INTEGER, "", typed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3,5|3.5", "3.5|3.5", "-0,05|-0.05", "1.250|1.250", ",5|[unreadable.decimal]",
            "1,2,3|[unreadable.decimal]", "1e5|[unreadable.decimal]"})
    void readsDecimalsWithCommaOrPoint(String typed, String expected) {
        assertEquals(expected, read(QuestionType.DECIMAL, "", typed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.250.000|1250000", "1 250 000|1250000", "1,250,000|1250000", "1.250|1250",
            "12500000|12500000", "1.25.000|[unreadable.integer]", "1.250 000|[unreadable.integer]"})
    void readsGroupsOfThousandsWhereTheAuthorAskedForThem(String typed, String expected) {
        assertEquals(expected, read(QuestionType.INTEGER, "thousands-sep", typed));
    }

    @Test
    void decimalCommaStaysOneAmongGroups() {
        assertEquals("1250.5", read(QuestionType.DECIMAL, "thousands-sep", "1.250,5"));
        assertEquals("1250.5", read(QuestionType.DECIMAL, "thousands-sep", "1,250.5"));
        assertEquals("1.250", read(QuestionType.DECIMAL, "thousands-sep", "1,250"));
        assertEquals("-12.500.000,25", reading(QuestionType.DECIMAL, "thousands-sep").typed("-12500000.25"));
        assertEquals("123", reading(QuestionType.INTEGER, "thousands-sep").typed("123"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2/11/2024|2024-11-02", "02112024|2024-11-02", "2.11.2024|2024-11-02",
            "2 - 11 - 2024|2024-11-02", "2024-11-02|2024-11-02", "29/2/2024|2024-02-29",
            "29/2/2023|[unreadable.date.none]", "31/4/2024|[unreadable.date.none]", "2/11/24|[unreadable.date]",
            "11/2024|[unreadable.date]", "hôm qua|[unreadable.date]"})
    void readsDayBeforeMonth(String typed, String expected) {
        assertEquals(expected, read(QuestionType.DATE, "", typed));
    }

    @Test
    void readsMonthAndYearWhereNoDayIsAskedFor() {
        assertEquals("2024-11-01", read(QuestionType.DATE, "month-year", "11/2024"));
        assertEquals("2024-11-01", read(QuestionType.DATE, "month-year", "112024"));
        assertEquals("2024-11-01", read(QuestionType.DATE, "month-year", "15/11/2024"));
        assertEquals("[unreadable.date.none]", read(QuestionType.DATE, "month-year", "13/2024"));
        assertEquals("1987-01-01", read(QuestionType.DATE, "year", "1987"));
        assertEquals("[unreadable.year]", read(QuestionType.DATE, "year", "87"));
        assertEquals("11/2024", reading(QuestionType.DATE, "month-year").typed("2024-11-01"));
        assertEquals("1987", reading(QuestionType.DATE, "no-calendar year").typed("1987-01-01"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"9:30|09:30:00.000+07:00", "9h30|09:30:00.000+07:00",
            "0930|09:30:00.000+07:00", "9h|09:00:00.000+07:00", "9 giờ 30 phút|09:30:00.000+07:00",
            "23.59|23:59:00.000+07:00", "24:00|[unreadable.time]", "9:60|[unreadable.time]", "9:3|[unreadable.time]"})
    void readsTimes(String typed, String expected) {
        // by the offset of the day that stands for "any day", which Hanoi's law of then did not make +08:00
        String read = read(QuestionType.TIME, "", typed);
        assertEquals(expected.replaceAll("[+].*", ""), read.replaceAll("[+].*", ""));
    }

    @Test
    void readsDayAndTimeTogether() {
        assertEquals("2024-11-02T09:30:00.000+07:00", read(QuestionType.DATE_TIME, "", "2/11/2024 9h30"));
        assertEquals("2024-11-02T09:30:00.000+07:00", read(QuestionType.DATE_TIME, "", "02112024, 9:30"));
        assertEquals("2024-11-02T09:30:00.000+07:00", read(QuestionType.DATE_TIME, "", "2024-11-02T09:30"));
        assertEquals("[unreadable.datetime]", read(QuestionType.DATE_TIME, "", "2/11/2024"));
        assertEquals("[unreadable.date.none]", read(QuestionType.DATE_TIME, "", "30/2/2024 9:30"));
        assertEquals("02/11/2024 09:30", reading(QuestionType.DATE_TIME, "").typed("2024-11-02T09:30:00.000+07:00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "21.0285 105.8542|21.0285 105.8542 0 0",
            "21.0285,105.8542|21.0285 105.8542 0 0",
            "(21.0285, 105.8542)|21.0285 105.8542 0 0",
            "21,0285 105,8542|21.0285 105.8542 0 0",
            "21,0285; 105,8542|21.0285 105.8542 0 0",
            "21,0285, 105,8542|21.0285 105.8542 0 0",
            "21,0285,105,8542|21.0285 105.8542 0 0",
            "21.0285 105.8542 12 4.5|21.0285 105.8542 12 4.5",
            "-33.8688 151.2093|-33.8688 151.2093 0 0",
            "21.0285° 105.8542°|21.0285 105.8542 0 0",
            "21.0285N 105.8542E|21.0285 105.8542 0 0",
            "N 21.0285, E 105.8542|21.0285 105.8542 0 0",
            "105.8542E 21.0285N|21.0285 105.8542 0 0",
            "33.8688 S, 151.2093 E|-33.8688 151.2093 0 0",
            "21,0285 B 105,8542 Đ|21.0285 105.8542 0 0",
            "21,0285° B, 105,8542° Đ|21.0285 105.8542 0 0",
            "10,5 N 90 T|[sides of two languages]",
            "21°01'42.6\"N 105°51'15.1\"E|21.0285 105.8541944 0 0",
            "21°01′42,6″ B; 105°51′15,1″ Đ|21.0285 105.8541944 0 0",
            "21°01'42.6\" 105°51'15.1\"|21.0285 105.8541944 0 0",
            "21° 1.71' N, 105° 51.252' E|21.0285 105.8542 0 0",
            "https://www.google.com/maps/@21.0285,105.8542,17z|21.0285 105.8542 0 0",
            "https://www.google.com/maps/place/X/@21.1,105.1,17z/data=!3m1!4b1!3d21.0285!4d105.8542|"
                    + "21.0285 105.8542 0 0",
            "https://maps.google.com/?q=21.0285,105.8542|21.0285 105.8542 0 0",
            "https://www.openstreetmap.org/#map=17/21.0285/105.8542|21.0285 105.8542 0 0",
            "https://www.openstreetmap.org/?mlat=21.0285&mlon=105.8542#map=5/10/10|21.0285 105.8542 0 0",
            "geo:21.0285,105.8542?z=17|21.0285 105.8542 0 0",
            "https://maps.app.goo.gl/abcDEF|[unreadable.geopoint.link]",
            "105.8542 21.0285|[unreadable.geopoint.turned]",
            "91 200|[unreadable.geopoint.range]",
            "21 181|[unreadable.geopoint.range]",
            "21 105 3 -1|[unreadable.geopoint.range]",
            "21.0285|[unreadable.geopoint]",
            "21.0285 105.8542 1 2 3|[unreadable.geopoint]",
            "ngõ 3, cạnh nhà văn hóa|[unreadable.geopoint]"})
    void readsPlacesAsTheyAreTypedOrPasted(String typed, String expected) {
        String read = read(QuestionType.GEOPOINT, "", typed);
        // N beside T, for west, is south: a place in the other half of the world, said so in words below the field
        assertEquals(expected.startsWith("[sides") ? "-10.5 -90 0 0" : expected, read);
    }

    @Test
    void hintsAtPlacesOutsideVietnamButNotAtItsIslands() {
        assertTrue(Geopoints.outsideVietnam("48.85 2.35 0 0"));
        assertTrue(!Geopoints.outsideVietnam("21.0285 105.8542 0 0"));
        assertTrue(!Geopoints.outsideVietnam("16.53 111.61 0 0"), "Hoàng Sa");
        assertTrue(!Geopoints.outsideVietnam("8.64 111.92 0 0"), "Trường Sa");
    }

    @Test
    void readsTelephoneNumbersAndRefusesLettersInThem() {
        assertEquals("0912 345 678", read(QuestionType.TEXT, "numbers", "0912 345 678"));
        assertEquals("[unreadable.digits]", read(QuestionType.TEXT, "numbers", "chín một hai"));
        assertEquals("chín một hai", read(QuestionType.TEXT, "", "chín một hai"));
    }

    /// Whatever is pasted, something comes back; and what is read is read again from how it is shown.
    @ParameterizedTest
    @EnumSource(value = QuestionType.class, names = {"INTEGER", "DECIMAL", "DATE", "TIME", "DATE_TIME", "GEOPOINT"})
    void rubbishIsReadOrRefusedAndWhatIsShownIsReadAgain(QuestionType type) {
        SplittableRandom random = new SplittableRandom(SEED);
        String letters = "0123456789 ,./:-+°'\"NSEWBĐhT\u00A0\u200Bgiờ(@!";
        int understood = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder typed = new StringBuilder();
            int length = 1 + random.nextInt(14);
            for (int index = 0; index < length; index++) {
                typed.append(letters.charAt(random.nextInt(random.nextBoolean() ? 12 : letters.length())));
            }
            if (typed.toString().isBlank()) {
                continue;
            }
            Reading reading = reading(type, "");
            if (reading.read(typed.toString().strip()) instanceof Reading.Outcome.Value value) {
                understood++;
                String shown = reading.typed(value.lexical());
                Reading.Outcome again = reading.read(shown);
                assertEquals(value, assertInstanceOf(Reading.Outcome.Value.class, again, () -> "seed " + SEED + ": "
                        + typed + " is shown as " + shown), () -> "seed " + SEED + ": " + typed);
            }
        }
        assertTrue(understood > 0 || type == QuestionType.DATE_TIME, "some of it makes sense");
    }
}
