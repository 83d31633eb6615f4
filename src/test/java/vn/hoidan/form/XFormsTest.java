package vn.hoidan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;

class XFormsTest {
    private static final int THREADS = 8;
    private static final String ONE = "<input ref=\"/f/a\"><label>A</label></input>";

    private static String reason(String xform) {
        return reason(xform.getBytes(StandardCharsets.UTF_8));
    }

    private static String reason(byte[] xform) {
        ProblemException thrown = assertThrows(ProblemException.class, () -> new XForms("en").load(xform));
        assertEquals(ProblemKind.QUESTIONNAIRE_INVALID, thrown.problem().kind());
        return thrown.problem().details().get("place") + ": " + thrown.problem().details().get("reason");
    }

    private static void refuses(String because, String xform) {
        String reason = reason(xform);
        assertTrue(reason.contains(because), reason);
    }

    @Test
    void readsTitleVersionAndIdentity() {
        byte[] xform = Forms.form("<a/>", "<bind nodeset=\"/f/a\" type=\"string\"/>", ONE)
                .getBytes(StandardCharsets.UTF_8);
        Questionnaire questionnaire = new XForms().load(xform);
        assertEquals("Thử", questionnaire.title());
        assertEquals("3", questionnaire.version());
        assertEquals(List.of("default"), questionnaire.languages());
        assertEquals(XForms.id(xform), questionnaire.id());
        assertEquals(71, questionnaire.id().text().length());
    }

    @Test
    void refusesEntitiesOfAnyKindAndReadsNoFile() {
        String form = Forms.form("<a>&x;</a>", "", ONE);
        refuses("DOCTYPE", "<!DOCTYPE f [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + form);
        refuses("DOCTYPE", "<!DOCTYPE f SYSTEM \"http://127.0.0.1:9/x.dtd\">" + form.replace("&x;", ""));
        StringBuilder bomb = new StringBuilder("<!DOCTYPE f [<!ENTITY a \"aaaaaaaaaa\">");
        for (char name = 'b'; name <= 'x'; name++) {
            bomb.append("<!ENTITY ").append(name).append(" \"").append(("&" + (char) (name - 1) + ";").repeat(10))
                    .append("\">");
        }
        refuses("DOCTYPE", bomb + "]>" + form);
        refuses("line", form);
    }

    @Test
    void refusesAFormThatIsCutAnywhere() {
        byte[] whole = Forms.form("<a/>", "<bind nodeset=\"/f/a\" type=\"string\"/>", ONE).strip()
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length += 7) {
            assertTrue(reason(Arrays.copyOf(whole, length)).length() > 10);
        }
    }

    @Test
    void refusesWhatIsTooLargeTooDeepOrNotText() {
        refuses("bytes", " ".repeat(10 * 1024 * 1024));
        refuses("nested more than", Forms.form("<a>".repeat(5_000) + "</a>".repeat(5_000), "", ""));
        refuses("nested more than", "<a>".repeat(1_000_000));
        assertTrue(reason(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 60}).contains("UTF-8"));
        refuses("ISO-8859-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>");
        refuses("longer than", Forms.form("<a/>", "<bind nodeset=\"/f/a\" relevant=\"1 = 1"
                + " or 1 = 2".repeat(5_000) + "\"/>", ONE));
        refuses("more than 10000", Forms.form("<a/>", "<bind nodeset=\"/f/a\"/>".repeat(10_001), ONE));
    }

    @Test
    void refusesAnExpressionThatWouldOverflowTheStackOfWhoeverAsks() {
        refuses("too deep", Forms.form("<a/>", "<bind nodeset=\"/f/a\" relevant=\"" + "(".repeat(16_000) + "1"
                + ")".repeat(16_000) + "\"/>", ONE));
    }

    @Test
    void namesWhatItCannotDo() {
        refuses("x.csv", Forms.form("<a/>",
                "<bind nodeset=\"/f/a\" calculate=\"pulldata('x', 'y', 'z', 'w')\"/>", ONE));
        refuses("xa.csv", Forms.form("<a/>", "<instance id=\"xa\" src=\"jr://file-csv/xa.csv\"/>",
                "<bind nodeset=\"/f/a\" type=\"string\"/>", ONE));
        refuses("nonsense()", Forms.form("<a/>", "<bind nodeset=\"/f/a\" relevant=\"nonsense(1)\"/>", ONE));
    }

    @Test
    void doesNotTakeWordsInTextsForFunctions() {
        Forms.session(Forms.form("<a/>", "<bind nodeset=\"/f/a\" type=\"string\" "
                + "relevant=\"not(contains('nonsense(1) now()', 'x')) and (1 = 1)\"/>",
                "<input ref=\"/f/a\"><label>nonsense(1), now()</label></input>"));
    }

    @Test
    void refusesAFormThatFailsWhenItIsTried() {
        refuses("cannot be computed", Forms.form("<a/><b/>",
                "<bind nodeset=\"/f/a\" type=\"int\" calculate=\"sum(3)\"/>", ONE));
        refuses("engine", Forms.form("<a/><b/>", "<bind nodeset=\"/f/a\" calculate=\"/f/b\"/>"
                + "<bind nodeset=\"/f/b\" calculate=\"/f/a\"/>", ONE));
        refuses("engine", "<html/>");
    }

    @Test
    void stopsARepeatThatAsksForMillionsOfInstances() {
        refuses("more than", Forms.form("<n>9000000</n><m jr:template=\"\"><a/></m>",
                "<bind nodeset=\"/f/n\" type=\"int\"/><bind nodeset=\"/f/m/a\" type=\"string\"/>",
                "<group ref=\"/f/m\"><label>M</label><repeat nodeset=\"/f/m\" jr:count=\"/f/n\">"
                + "<input ref=\"/f/m/a\"><label>A</label></input></repeat></group>"));
    }

    @Test
    void givesReasonsInVietnameseUnlessAskedOtherwise() {
        ProblemException thrown = assertThrows(ProblemException.class,
                () -> new XForms().load("<a".getBytes(StandardCharsets.UTF_8)));
        assertTrue(thrown.problem().details().get("reason").startsWith("XML bị hỏng"));
    }

    @Test
    void fillsInAtTheSameTimeInEightThreadsWithTheSameResults() throws Exception {
        Questionnaire sipas = Forms.sipas();
        List<Map<Path, String>> alone = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            alone.add(filled(sipas, thread));
        }
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Future<Map<Path, String>>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                int seed = thread;
                Callable<Map<Path, String>> interview = () -> {
                    together.await();
                    return filled(sipas, seed);
                };
                running.add(threads.submit(interview));
            }
            for (int thread = 0; thread < THREADS; thread++) {
                assertEquals(alone.get(thread), running.get(thread).get());
            }
        }
    }

    private static Map<Path, String> filled(Questionnaire questionnaire, int seed) {
        Session session = questionnaire.begin(Forms.context("vi"));
        RandomInterview.fill(session, new Random(seed), 150);
        return session.answers();
    }
}
