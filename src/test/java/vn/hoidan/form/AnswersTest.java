package vn.hoidan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Range;
import vn.hoidan.core.questionnaire.Session;

class AnswersTest {
    private static final String FORM = Forms.form("""
            <whole/><part/><day/><hour/><moment/><place/><text/><one/><many/><order/><scale/><seen/><picture/><twice/>
            <same/><again/><sum/>""", """
            <bind nodeset="/f/whole" type="int"/><bind nodeset="/f/part" type="decimal"/>
            <bind nodeset="/f/day" type="date" constraint=". &lt;= today()" jr:constraintMsg="Chưa tới ngày đó"/>
            <bind nodeset="/f/hour" type="time"/><bind nodeset="/f/moment" type="dateTime"/>
            <bind nodeset="/f/place" type="geopoint"/><bind nodeset="/f/text" type="string"/>
            <bind nodeset="/f/one" type="string"/><bind nodeset="/f/many" type="string"/>
            <bind nodeset="/f/order" type="odk:rank"/><bind nodeset="/f/scale" type="int"/>
            <bind nodeset="/f/seen" type="string"/><bind nodeset="/f/picture" type="binary"/>
            <bind nodeset="/f/twice" type="decimal" calculate="/f/whole * 2"/>
            <bind nodeset="/f/again" type="int" constraint=". = /f/whole"/>
            <bind nodeset="/f/same" type="string" calculate="if(/f/whole = /f/again, 'same', 'other')"/>
            <bind nodeset="/f/sum" type="decimal" calculate="0.1 + 0.2"/>
            """, """
            <input ref="/f/whole"><label>W</label></input><input ref="/f/part"><label>P</label></input>
            <input ref="/f/day"><label>D</label></input><input ref="/f/hour"><label>H</label></input>
            <input ref="/f/moment"><label>M</label></input><input ref="/f/place"><label>G</label></input>
            <input ref="/f/text"><label>T</label></input>
            <select1 ref="/f/one"><label>O</label><item><label>A</label><value>a</value></item>
            <item><label>B</label><value>b</value></item></select1>
            <select ref="/f/many"><label>O</label><item><label>A</label><value>a</value></item>
            <item><label>B</label><value>b</value></item><item><label>C</label><value>c</value></item></select>
            <odk:rank ref="/f/order"><label>R</label><item><label>A</label><value>a</value></item>
            <item><label>B</label><value>b</value></item></odk:rank>
            <range ref="/f/scale" start="0" end="10" step="2"><label>S</label></range>
            <trigger ref="/f/seen"><label>S</label></trigger>
            <upload ref="/f/picture" mediatype="image/*"><label>I</label></upload>
            <input ref="/f/again"><label>W</label></input>
            """);

    private final Session session = Forms.session(FORM);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "whole|42|42", "whole|+007|7", "whole|-0|0", "whole|-12|-12", "whole|03456789012|3456789012",
        "whole|001234567890123456789|1234567890123456789", "part|3.50|3.50", "part|-0.0|0.0", "part|007.10|7.10",
        "part|12|12", "part|0.1234567890123456789|0.1234567890123456789", "day|2024-11-02|2024-11-02",
        "day|2024-02-29|2024-02-29", "day|1930-01-31|1930-01-31", "hour|09:30|09:30:00.000+07:00",
        "hour|23:59:59.5+09:00|23:59:59.500+09:00", "moment|2024-11-02T09:30|2024-11-02T09:30:00.000+07:00",
        "moment|2024-11-02T09:30:00Z|2024-11-02T09:30:00.000+00:00", "place|21.03 105.85|21.03 105.85 0 0",
        "place|-21.5 105.85 12.0 4.9|-21.5 105.85 12.0 4.9", "text|' Bà Vì '|' Bà Vì '", "one|b|b",
        "many|c a|a c", "many|a a|a", "order|b a|b a", "scale|8|8", "seen|OK|OK", "picture|anh-1.jpg|anh-1.jpg"})
    void takesAnAnswerAndGivesItBack(String name, String answer, String kept) {
        Path path = new Path("/f/" + name);
        assertInstanceOf(AnswerResult.Taken.class, session.answer(path, answer));
        assertEquals(kept, session.question(path).orElseThrow().value().orElseThrow());
        assertEquals(kept, session.answers().get(path));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "whole|3.5", "whole|hai", "whole|1e3", "whole|12 3", "whole|١٢", "part|3,5", "part|1e999999999", "part|.",
        "part|NaN", "day|2024-02-30", "day|2023-02-29", "day|02/11/2024", "day|0024-01-01", "day|2024-11-2",
        "hour|24:00", "hour|9:30", "hour|09:61", "moment|2024-11-02", "moment|2024-13-02T09:30", "place|21",
        "place|91 105", "place|21 181", "place|a b", "place|1 2 3 4 5", "one|z", "one|a b", "many|a z", "order|a",
        "order|a a", "scale|11", "scale|3", "scale|x", "seen|yes", "picture|../anh.jpg", "picture|.an"})
    void refusesWhatIsNoValueOfTheTypeAndKeepsTheOldAnswer(String name, String answer) {
        Path path = new Path("/f/" + name);
        AnswerResult result = session.answer(path, answer);
        assertInstanceOf(AnswerResult.Refused.class, result);
        assertTrue(!((AnswerResult.Refused) result).message().isBlank());
        assertTrue(session.question(path).orElseThrow().value().isEmpty());
    }

    @Test
    void refusesInTheLanguageAskedForThoughTheFormHasOnlyOne() {
        AnswerResult vietnamese = session.answer(new Path("/f/whole"), "hai");
        session.setLanguage("en");
        AnswerResult english = session.answer(new Path("/f/whole"), "hai");
        assertNotEquals(vietnamese, english);
        assertEquals(new AnswerResult.Refused("Enter a whole number, digits only."), english);
    }

    @Test
    void refusesWithTheFormsWordsWhenAConstraintIsBrokenByThePresentDay() {
        session.answer(new Path("/f/day"), "2024-11-02");
        assertEquals(new AnswerResult.Refused("Chưa tới ngày đó"), session.answer(new Path("/f/day"), "2024-11-03"));
        assertEquals("2024-11-02", session.answers().get(new Path("/f/day")));
    }

    @Test
    void comparesLongIdentifiersExactly() {
        session.answer(new Path("/f/whole"), "12345678901234567");
        assertInstanceOf(AnswerResult.Refused.class, session.answer(new Path("/f/again"), "12345678901234568"));
        assertInstanceOf(AnswerResult.Taken.class, session.answer(new Path("/f/again"), "12345678901234567"));
        assertEquals("same", session.answers().get(new Path("/f/same")));
    }

    @Test
    void computesWithLongNumbersAndGivesSumsWithoutTheTailOfADouble() {
        session.answer(new Path("/f/whole"), "12345678901");
        assertEquals("24691357802", session.answers().get(new Path("/f/twice")));
        assertEquals("0.3", session.answers().get(new Path("/f/sum")));
    }

    @Test
    void composesTextSoThatTheSameWordIsTheSameCharacters() {
        session.answer(new Path("/f/text"), "Hỏi Dân");
        assertEquals("Hỏi Dân", session.answers().get(new Path("/f/text")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007", "\uFFFE"})
    void refusesCharactersThatCannotBeStored(String text) {
        assertInstanceOf(AnswerResult.Refused.class, session.answer(new Path("/f/text"), text));
    }

    @Test
    void takesTextUpToItsLimitAndRefusesALongerOne() {
        Path text = new Path("/f/text");
        assertInstanceOf(AnswerResult.Taken.class, session.answer(text, "a".repeat(Answers.MOST_TEXT_CHARACTERS)));
        assertInstanceOf(AnswerResult.Refused.class,
                session.answer(text, "a".repeat(Answers.MOST_TEXT_CHARACTERS + 1)));
    }

    @Test
    void takesAnAnswerAwayWhenItIsClearedOrBlank() {
        Path text = new Path("/f/text");
        session.answer(text, "có");
        assertEquals(new AnswerResult.Taken(false), session.clear(text));
        assertTrue(session.question(text).orElseThrow().value().isEmpty());
        session.answer(text, "có");
        session.answer(text, "  ");
        assertTrue(!session.answers().containsKey(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/f/twice", "/f/nothing", "/f", "/f/meta/instanceID", "/other"})
    void stopsLoudlyWhenNothingIsAskedThere(String path) {
        assertThrows(IllegalArgumentException.class, () -> session.answer(new Path(path), "1"));
        assertThrows(IllegalArgumentException.class, () -> session.clear(new Path(path)));
    }

    @Test
    void tellsTheEndsAndStepsOfARange() {
        Session session = Forms.session(Forms.form("<r/><t/>", """
                <bind nodeset="/f/r" type="decimal"/><bind nodeset="/f/t" type="string"/>""", """
                <range ref="/f/r" start="1.5" end="-3" step="0.5"><label>R</label></range>
                <input ref="/f/t"><label>T</label></input>"""));
        Element.Question question = session.question(new Path("/f/r")).orElseThrow();
        assertEquals(QuestionType.RANGE, question.type());
        assertEquals(Optional.of(new Range(new BigDecimal("1.5"), new BigDecimal("-3"), new BigDecimal("0.5"))),
                question.range());
        assertEquals(Optional.empty(), session.question(new Path("/f/t")).orElseThrow().range());
    }

    @Test
    void namesThePicturesOfLabelsFromTheMainLanguageWhereOthersHaveNone() {
        Session session = Forms.session(Forms.form("<q/>", """
                <itext><translation lang="vi" default="true()">
                <text id="q"><value>Trụ sở nào?</value><value form="image">jr://images/tru-so.png</value></text>
                <text id="a"><value>Một</value><value form="image">jr://images/mot.png</value></text>
                <text id="b"><value>Hai</value></text></translation>
                <translation lang="en"><text id="q"><value>Which office?</value></text>
                <text id="a"><value>One</value></text><text id="b"><value>Two</value></text></translation></itext>""",
                "<bind nodeset=\"/f/q\" type=\"string\"/>", """
                <select1 ref="/f/q"><label ref="jr:itext('q')"/>
                <item><label ref="jr:itext('a')"/><value>1</value></item>
                <item><label ref="jr:itext('b')"/><value>2</value></item></select1>"""));
        Element.Question question = session.question(new Path("/f/q")).orElseThrow();
        assertEquals(Optional.of("tru-so.png"), question.image());
        assertEquals(List.of(new Choice("1", "Một", Optional.of("mot.png")), new Choice("2", "Hai")),
                question.choices());
        session.setLanguage("en");
        assertEquals(new Choice("1", "One", Optional.of("mot.png")),
                session.question(new Path("/f/q")).orElseThrow().choices().getFirst());
    }
}
