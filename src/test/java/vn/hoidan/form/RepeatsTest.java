package vn.hoidan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Session;

class RepeatsTest {
    static final String ROSTER = Forms.form("""
            <m jr:template=""><age/><over/><old/></m><total/>""", """
            <bind nodeset="/f/m/age" type="int" required="true()" constraint=". &lt; 120"/>
            <bind nodeset="/f/m/over" type="decimal" calculate="sum(/f/m[age &gt; 5]/age)"/>
            <bind nodeset="/f/m/old" type="string" relevant="../over &gt; 50"/>
            <bind nodeset="/f/total" type="decimal" calculate="sum(/f/m/age)"/>
            """, """
            <group ref="/f/m"><label>Người</label><repeat nodeset="/f/m">
              <input ref="/f/m/age"><label>Tuổi</label></input>
              <input ref="/f/m/old"><label>Ghi chú</label></input></repeat></group>
            """);
    private static final Path MEMBERS = new Path("/f/m");

    private static Element.Repeat repeat(Session session) {
        return (Element.Repeat) session.sections().getFirst().elements().getFirst();
    }

    @Test
    void addsAndRemovesInstancesAndMovesTheOthersUp() {
        Session session = Forms.session(ROSTER);
        assertEquals("Người", repeat(session).label());
        assertEquals(0, repeat(session).instances().size());
        assertEquals(new Path("/f/m[1]"), session.addRepeat(MEMBERS));
        session.addRepeat(MEMBERS);
        assertEquals(new Path("/f/m[3]"), session.addRepeat(MEMBERS));
        for (int member = 1; member <= 3; member++) {
            session.answer(new Path("/f/m[" + member + "]/age"), String.valueOf(member * 10));
        }
        session.removeRepeat(new Path("/f/m[2]"));
        assertEquals("10", session.answers().get(new Path("/f/m[1]/age")));
        assertEquals("30", session.answers().get(new Path("/f/m[2]/age")));
        assertEquals("40", session.answers().get(new Path("/f/total")));
        assertEquals(2, repeat(session).instances().size());
    }

    @Test
    void givesTheSameTotalInEveryInstanceAtOnce() {
        Session session = Forms.session(ROSTER);
        for (int member = 1; member <= 3; member++) {
            session.addRepeat(MEMBERS);
            session.answer(new Path("/f/m[" + member + "]/age"), String.valueOf(member * 10));
        }
        for (int member = 1; member <= 3; member++) {
            assertEquals("60", session.answers().get(new Path("/f/m[" + member + "]/over")));
            assertTrue(session.question(new Path("/f/m[" + member + "]/old")).isPresent());
        }
        session.answer(new Path("/f/m[3]/age"), "6");
        assertEquals("36", session.answers().get(new Path("/f/m[1]/over")));
        assertTrue(session.question(new Path("/f/m[1]/old")).isEmpty());
    }

    @Test
    void findsWhatIsMissingInEachInstance() {
        Session session = Forms.session(ROSTER);
        session.addRepeat(MEMBERS);
        session.addRepeat(MEMBERS);
        session.answer(new Path("/f/m[1]/age"), "7");
        assertEquals(List.of(new Path("/f/m[2]/age")), session.findings().stream().map(Finding::path).toList());
    }

    @Test
    void refusesInstancesThatAreNotThere() {
        Session session = Forms.session(ROSTER);
        session.addRepeat(MEMBERS);
        for (String path : List.of("/f/m[2]", "/f/m[0]", "/f/m", "/f/x[1]", "/f/m[99999999999]")) {
            assertThrows(IllegalArgumentException.class, () -> session.removeRepeat(new Path(path)), path);
        }
        assertThrows(IllegalArgumentException.class, () -> session.addRepeat(new Path("/f/m[1]")));
    }

    @Test
    void bringsBackAnswersWhenACountWasSmallForAMoment() {
        Session session = Forms.session(Forms.form("""
                <n/><m jr:template=""><name/></m><all/>""", """
                <bind nodeset="/f/n" type="int"/><bind nodeset="/f/m/name" type="string"/>
                <bind nodeset="/f/all" type="int" calculate="count(/f/m)"/>""", """
                <input ref="/f/n"><label>N</label></input><group ref="/f/m"><label>M</label>
                <repeat nodeset="/f/m" jr:count="/f/n"><input ref="/f/m/name"><label>T</label></input></repeat></group>
                """));
        session.answer(new Path("/f/n"), "5");
        for (int member = 1; member <= 5; member++) {
            session.answer(new Path("/f/m[" + member + "]/name"), "Người " + member);
        }
        Map<Path, String> before = session.answers();
        session.answer(new Path("/f/n"), "1");
        assertEquals("1", session.answers().get(new Path("/f/all")));
        assertTrue(!session.answers().containsKey(new Path("/f/m[2]/name")));
        session.answer(new Path("/f/n"), "5");
        assertEquals(before, session.answers());
        assertThrows(IllegalArgumentException.class, () -> session.addRepeat(MEMBERS));
    }

    @Test
    void nestsRepeats() {
        Session session = Forms.session(Forms.form("""
                <h jr:template=""><p jr:template=""><age/></p><sum/></h>""", """
                <bind nodeset="/f/h/p/age" type="int"/>
                <bind nodeset="/f/h/sum" type="int" calculate="sum(../p/age)"/>""", """
                <group ref="/f/h"><label>Hộ</label><repeat nodeset="/f/h"><group ref="/f/h/p"><label>Người</label>
                <repeat nodeset="/f/h/p"><input ref="/f/h/p/age"><label>Tuổi</label></input></repeat></group></repeat>
                </group>"""));
        session.addRepeat(new Path("/f/h"));
        session.addRepeat(new Path("/f/h"));
        assertEquals(new Path("/f/h[2]/p[1]"), session.addRepeat(new Path("/f/h[2]/p")));
        session.addRepeat(new Path("/f/h[2]/p"));
        session.addRepeat(new Path("/f/h[1]/p"));
        session.answer(new Path("/f/h[2]/p[1]/age"), "4");
        session.answer(new Path("/f/h[2]/p[2]/age"), "5");
        session.answer(new Path("/f/h[1]/p[1]/age"), "1");
        assertEquals("9", session.answers().get(new Path("/f/h[2]/sum")));
        session.removeRepeat(new Path("/f/h[1]"));
        assertEquals("5", session.answers().get(new Path("/f/h[1]/p[2]/age")));
        assertEquals("9", session.answers().get(new Path("/f/h[1]/sum")));
        session.removeRepeat(new Path("/f/h[1]/p[1]"));
        assertEquals("5", session.answers().get(new Path("/f/h[1]/sum")));
    }

    @Test
    void computesEveryInstanceFromATotalThatStandsOutside() {
        Session session = Forms.session(Forms.form("""
                <m jr:template=""><age/><twice/><sum/></m><total/><limit/>""", """
                <bind nodeset="/f/m/age" type="int"/>
                <bind nodeset="/f/m/twice" type="int" calculate="../age * 2"/>
                <bind nodeset="/f/m/sum" type="int" calculate="../twice + /f/total + /f/limit"/>
                <bind nodeset="/f/total" type="int" calculate="sum(/f/m[age &gt; /f/limit]/twice)"/>
                <bind nodeset="/f/limit" type="int"/>""", """
                <group ref="/f/m"><label>M</label><repeat nodeset="/f/m"><input ref="/f/m/age"><label>A</label></input>
                </repeat></group><input ref="/f/limit"><label>L</label></input>"""));
        long seed = Forms.seed();
        Random random = new Random(seed);
        List<Integer> ages = new ArrayList<>();
        int limit = 0;
        session.answer(new Path("/f/limit"), "0");
        for (int act = 0; act < 100; act++) {
            int kind = ages.isEmpty() ? 0 : random.nextInt(4);
            int member = ages.isEmpty() ? 0 : random.nextInt(ages.size());
            if (kind == 0 && ages.size() < 6) {
                session.answer(new Path(session.addRepeat(MEMBERS).text() + "/age"), "5");
                ages.add(5);
            } else if (kind == 1) {
                session.removeRepeat(new Path("/f/m[" + (member + 1) + "]"));
                ages.remove(member);
            } else if (kind == 2) {
                limit = random.nextInt(20);
                session.answer(new Path("/f/limit"), String.valueOf(limit));
            } else if (!ages.isEmpty()) {
                ages.set(member, random.nextInt(1, 30));
                session.answer(new Path("/f/m[" + (member + 1) + "]/age"), String.valueOf(ages.get(member)));
            }
            int above = limit;
            int total = ages.stream().filter(age -> age > above).mapToInt(age -> 2 * age).sum();
            Map<Path, String> answers = session.answers();
            for (int index = 0; index < ages.size(); index++) {
                assertEquals(String.valueOf(2 * ages.get(index) + total + limit),
                        answers.get(new Path("/f/m[" + (index + 1) + "]/sum")), "seed " + seed + " act " + act);
            }
        }
    }

    @Test
    void givesTheSameAnswersWhenARosterIsReplayed() {
        long seed = Forms.seed();
        List<String> differing = new ArrayList<>();
        for (int interview = 0; interview < 10; interview++) {
            Session filled = Forms.session(ROSTER);
            RandomInterview told = RandomInterview.fill(filled, new Random(seed + interview), 60);
            Session again = Forms.session(ROSTER);
            told.tellTo(again);
            if (!filled.answers().equals(again.answers()) || !filled.sections().equals(again.sections())) {
                differing.add("seed " + (seed + interview));
            }
        }
        assertEquals(List.of(), differing);
    }
}
