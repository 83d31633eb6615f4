package vn.hoidan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.sync.Bytes;

class LookUpFilesTest {
    private static final String COMMUNES = """
            name,label,district,size
            c1,Yên Bài,ba-vi,3
            c2,Vân Hoà,ba-vi,12
            c3,Phú Cát,quoc-oai,7
            c4,"Ba Trại, xã",ba-vi,
            """;
    private static final String SELECT = """
            <select1 ref="/f/c"><label>Xã</label><itemset nodeset="instance('xa')/root/item%s">
            <value ref="name"/><label ref="label"/></itemset></select1>
            """;
    private static final String CSV = "<instance id=\"xa\" src=\"jr://file-csv/xa.csv\"/>";

    static Questionnaire load(String xform, Map<String, String> files) {
        Map<String, Bytes> packed = new java.util.HashMap<>();
        files.forEach((name, content) -> packed.put(name, Bytes.of(content.getBytes(StandardCharsets.UTF_8))));
        return new XForms("en").load(QuestionnairePackage.pack(
                Bytes.of(xform.getBytes(StandardCharsets.UTF_8)), packed));
    }

    private static Session begin(String xform, Map<String, String> files) {
        return load(xform, files).begin(Forms.context("vi"));
    }

    private static String form(String source, String binds, String body) {
        return Forms.form("<d/><c/><n/><x/>", source, "<bind nodeset=\"/f/d\" type=\"string\"/>"
                + "<bind nodeset=\"/f/n\" type=\"int\"/>" + binds,
                "<input ref=\"/f/d\"><label>D</label></input><input ref=\"/f/n\"><label>N</label></input>" + body);
    }

    private static List<String> codes(Session session) {
        return session.question(new Path("/f/c")).map(Element.Question::choices).orElse(List.of()).stream()
                .map(Choice::code).toList();
    }

    private static String value(Session session, String path) {
        return session.answers().getOrDefault(new Path(path), "");
    }

    /// What is computed at `/f/x`, which a note shows.
    private static Session computing(String expression, String source, Map<String, String> files) {
        return begin(form(source, "<bind nodeset=\"/f/x\" type=\"string\" calculate=\"" + expression + "\"/>",
                "<input ref=\"/f/x\"><label>X</label></input>"), files);
    }

    private static String refused(String xform, Map<String, String> files) {
        ProblemException thrown = assertThrows(ProblemException.class, () -> load(xform, files));
        return thrown.problem().details().get("place") + ": " + thrown.problem().details().get("reason");
    }

    @Test
    void offersTheRowsOfACsvFile() {
        Session session = begin(form(CSV, "", SELECT.formatted("")), Map.of("xa.csv", COMMUNES));
        assertEquals(List.of(new Choice("c1", "Yên Bài"), new Choice("c2", "Vân Hoà"), new Choice("c3", "Phú Cát"),
                new Choice("c4", "Ba Trại, xã")), session.question(new Path("/f/c")).orElseThrow().choices());
    }

    @Test
    void readsSemicolonsByteOrderMarksAndTheOtherScheme() {
        String csv = "\uFEFF" + COMMUNES.replace("\"Ba Trại, xã\"", "Ba Trại").replace(',', ';').replace("\n", "\r\n");
        Session session = begin(form("<instance id=\"xa\" src=\"jr://file/xa.csv\"/>", "", SELECT.formatted("")),
                Map.of("xa.csv", csv));
        assertEquals(List.of("c1", "c2", "c3", "c4"), codes(session));
    }

    @Test
    void filtersByAnswersWhileTheyChange() {
        Session session = begin(form(CSV, "", SELECT.formatted("[district = /f/d ]")), Map.of("xa.csv", COMMUNES));
        assertEquals(List.of(), codes(session));
        session.answer(new Path("/f/d"), "ba-vi");
        assertEquals(List.of("c1", "c2", "c4"), codes(session));
        session.answer(new Path("/f/d"), "quoc-oai");
        assertEquals(List.of("c3"), codes(session));
    }

    @Test
    void comparesAsTheEngineDoes() {
        Map<String, List<String>> expected = Map.ofEntries(
                Map.entry("size = 12", List.of("c2")), Map.entry("size = '12'", List.of("c2")),
                Map.entry("size = 12.0", List.of("c2")), Map.entry("size = '12.0'", List.of()),
                Map.entry("size != 12", List.of("c1", "c3", "c4")), Map.entry("size &gt;= 7", List.of("c2", "c3")),
                Map.entry("7 &gt; size", List.of("c1")), Map.entry("not(size &lt; 7)", List.of("c2", "c3", "c4")),
                Map.entry("size = ''", List.of("c4")), Map.entry("size = true()", List.of("c1", "c2", "c3")),
                Map.entry("district = 'ba-vi' and (size = 3 or size = 12)", List.of("c1", "c2")),
                Map.entry("district = concat('ba', '-vi') and size &gt; 3", List.of("c2")),
                Map.entry("contains(label, 'Ba') and district = 'ba-vi'", List.of("c4")),
                Map.entry("starts-with(label, 'P') or name = 'c1'", List.of("c1", "c3")),
                Map.entry("position() = 2", List.of("c2")), Map.entry("name", List.of()), Map.entry("true()",
                        List.of("c1", "c2", "c3", "c4")),
                Map.entry("nothing = ''", List.of("c1", "c2", "c3", "c4")), Map.entry("nothing = 'x'", List.of()),
                Map.entry("selected('c1 c3', name)", List.of("c1", "c3")));
        expected.forEach((condition, codes) -> {
            Session ours = begin(form(CSV, "", SELECT.formatted("[" + condition + "]")), Map.of("xa.csv", COMMUNES));
            assertEquals(codes, codes(ours), condition);
            Session inside = Forms.session(form(inside(COMMUNES), "", SELECT.formatted("[" + condition + "]")));
            assertEquals(codes, codes(inside), condition + ", told by JavaRosa alone");
        });
    }

    /// The same list inside the form, short enough to be JavaRosa's.
    private static String inside(String csv) {
        StringBuilder xml = new StringBuilder("<instance id=\"xa\"><root>");
        csv.lines().skip(1).map(line -> line.replace("\"Ba Trại, xã\"", "Ba Trại")).forEach(line -> {
            String[] cells = line.split(",", -1);
            xml.append("<item><name>").append(cells[0]).append("</name><label>").append(cells[1])
                    .append("</label><district>").append(cells[2]).append("</district><size>").append(cells[3])
                    .append("</size></item>");
        });
        return xml.append("</root></instance>").toString();
    }

    @Test
    void looksUpInCalculationsConditionsAndTexts() {
        Map<String, String> files = Map.of("xa.csv", COMMUNES);
        assertEquals("Phú Cát", value(computing("instance('xa')/root/item[name='c3']/label", CSV, files), "/f/x"));
        assertEquals("3", value(computing("count(instance('xa')/root/item[district='ba-vi'])", CSV, files), "/f/x"));
        assertEquals("4", value(computing("count(instance('xa')/root/item)", CSV, files), "/f/x"));
        assertEquals("22", value(computing("sum(instance('xa')/root/item[size != '']/size)", CSV, files), "/f/x"));
        assertEquals("c1 c2", value(computing("join(' ', instance('xa')/root/item[district='ba-vi'][size &gt; 1]/name)",
                CSV, files), "/f/x"));
        assertEquals("Vân Hoà", value(computing("instance('xa')/root/item[position()=2]/label", CSV, files), "/f/x"));
        Session session = begin(form(CSV, "<bind nodeset=\"/f/x\" type=\"string\" "
                + "relevant=\"instance('xa')/root/item[name = /f/d]/size &gt; 10\"/>",
                "<input ref=\"/f/x\"><label>Ở <output value=\"instance('xa')/root/item[name=/f/d]/label\"/></label>"
                + "</input>"), files);
        session.answer(new Path("/f/d"), "c1");
        assertEquals(Optional.empty(), session.question(new Path("/f/x")));
        session.answer(new Path("/f/d"), "c2");
        assertEquals("Ở Vân Hoà", session.question(new Path("/f/x")).orElseThrow().label());
    }

    @Test
    void pullsDataWithAndWithoutAnInstance() {
        Map<String, String> files = Map.of("xa.csv", COMMUNES);
        for (String source : List.of("", CSV)) {
            Session session = computing("pulldata('xa', 'label', 'name', /f/d)", source, files);
            assertEquals("", value(session, "/f/x"));
            session.answer(new Path("/f/d"), "c2");
            assertEquals("Vân Hoà", value(session, "/f/x"));
            session.answer(new Path("/f/d"), "c9");
            assertEquals("", value(session, "/f/x"));
        }
        Session named = computing("pulldata(concat('x', 'a'), 'label', 'size', 7)", "", files);
        assertEquals("Phú Cát", value(named, "/f/x"));
    }

    @Test
    void namesTheChosenRowByItsLabelAndKeepsAnAnswerThatIsNoLongerOffered() {
        Session session = begin(form(CSV, "<bind nodeset=\"/f/x\" type=\"string\" "
                + "calculate=\"jr:choice-name( /f/c , ' /f/c ')\"/>", SELECT.formatted("[district = /f/d]")
                + "<input ref=\"/f/x\"><label>X</label></input>"), Map.of("xa.csv", COMMUNES));
        session.answer(new Path("/f/d"), "ba-vi");
        session.answer(new Path("/f/c"), "c2");
        assertEquals("Vân Hoà", value(session, "/f/x"));
        session.answer(new Path("/f/d"), "quoc-oai");
        assertEquals("c2", value(session, "/f/c"));
        assertEquals(1, session.findings().size());
    }

    @Test
    void readsXmlAndGeoJson() {
        String xml = "<root><item><name>a</name><label>Một</label></item><item><name>b</name></item></root>";
        Session fromXml = begin(form("<instance id=\"xa\" src=\"jr://file/xa.xml\"/>", "", SELECT.formatted("")),
                Map.of("xa.xml", xml));
        assertEquals(List.of(new Choice("a", "Một"), new Choice("b", "")),
                fromXml.question(new Path("/f/c")).orElseThrow().choices());
        String geojson = """
                {"type": "FeatureCollection", "name": "x", "features": [
                {"type": "Feature", "id": "p1", "properties": {"name": "n", "title": "Chợ", "size": 3, "gone": null},
                 "geometry": {"type": "Point", "coordinates": [105.8, 21.02]}},
                {"type": "Feature", "properties": {"id": "p2", "title": "Đường"},
                 "geometry": {"type": "LineString", "coordinates": [[105.1, 21.1], [105.2, 21.2, 7]]}},
                {"type": "Feature", "properties": {"id": "p3", "title": "Ao", "size": 9},
                 "geometry": {"coordinates": [[[1, 2], [3, 4], [1, 2]], [[5, 5], [6, 6], [5, 5]]], "type": "Polygon"}}
                ]}
                """;
        Session places = begin(form("<instance id=\"xa\" src=\"jr://file/xa.geojson\"/>",
                "<bind nodeset=\"/f/x\" type=\"string\" calculate=\"instance('xa')/root/item[id = /f/c]/geometry\"/>",
                "<select1 ref=\"/f/c\"><label>C</label><itemset nodeset=\"instance('xa')/root/item[not(size = 4)]\">"
                + "<value ref=\"id\"/><label ref=\"title\"/></itemset></select1>"), Map.of("xa.geojson", geojson));
        assertEquals(List.of("p1", "p2", "p3"), codes(places));
        places.answer(new Path("/f/c"), "p1");
        assertEquals("21.02 105.8 0 0", value(places, "/f/x"));
        places.answer(new Path("/f/c"), "p2");
        assertEquals("21.1 105.1 0 0; 21.2 105.2 0 0", value(places, "/f/x"));
        places.answer(new Path("/f/c"), "p3");
        assertEquals("2 1 0 0; 4 3 0 0; 2 1 0 0", value(places, "/f/x"));
    }

    @Test
    void leavesXmlThatIsNoListToTheEngine() {
        String tree = "<places kind=\"x\"><district name=\"d\"><commune>Một</commune><commune>Hai</commune></district>"
                + "</places>";
        Session session = computing("instance('xa')/places/district[@name='d']/commune[position()=2]",
                "<instance id=\"xa\" src=\"jr://file/xa.xml\"/>", Map.of("xa.xml", tree));
        assertEquals("Hai", value(session, "/f/x"));
    }

    @Test
    void refusesAMissingFileByItsName() {
        String select = form(CSV, "", SELECT.formatted(""));
        assertTrue(refused(select, Map.of("a.csv", COMMUNES)).contains("xa.csv is missing"));
        assertTrue(refused(form("", "<bind nodeset=\"/f/x\" calculate=\"pulldata('gone', 'a', 'b', 'c')\"/>", ""),
                Map.of()).contains("gone.csv is missing"));
        assertTrue(refused(form("<instance id=\"xa\" src=\"http://x/y.csv\"/>", "", ""), Map.of()).contains("source"));
        assertTrue(refused(form("<instance id=\"xa\" src=\"jr://file/../xa.csv\"/>", "", ""),
                Map.of("xa.csv", COMMUNES)).contains("missing"));
    }

    @Test
    void refusesAFileThatIsNotWhatItSays() {
        String select = form(CSV, "", SELECT.formatted(""));
        assertTrue(refused(select, Map.of("xa.csv", "")).contains("file xa.csv, line 1: the look-up file has no rows"));
        assertTrue(refused(select, Map.of("xa.csv", "name,name\n1,2")).contains("two columns"));
        assertTrue(refused(select, Map.of("xa.csv", "name,label\n1,2\n\"3,4\n")).contains("line 3: the CSV is broken"));
        assertTrue(refused(select, Map.of("xa.csv", "code,label\n1,2"))
                .contains("no column “name”; it has: code, label"));
        String xml = form("<instance id=\"xa\" src=\"jr://file/xa.xml\"/>", "", SELECT.formatted(""));
        assertTrue(refused(xml, Map.of("xa.xml", "<root>\n<item><name>a</name>")).contains("file xa.xml, line 2"));
        assertTrue(refused(xml, Map.of("xa.xml", "<!DOCTYPE a><root/>")).contains("xa.xml"));
        String places = form("<instance id=\"xa\" src=\"jr://file/xa.geojson\"/>", "", SELECT.formatted(""));
        assertTrue(refused(places, Map.of("xa.geojson", "{\"type\":\n \"FeatureCollection\", \"features\": [{"))
                .contains("line 2: the JSON is broken"));
        assertTrue(refused(places, Map.of("xa.geojson", "[]")).contains("no GeoJSON"));
        assertTrue(refused(places, Map.of("xa.geojson", "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": "
                + "\"Feature\", \"geometry\": {\"type\": \"Circle\"}}]}")).contains("Circle"));
    }

    @Test
    void givesFilesForLabelsButNotLookUpLists() {
        Questionnaire questionnaire = load(form(CSV, "", SELECT.formatted("")),
                Map.of("xa.csv", COMMUNES, "a.png", "x"));
        assertEquals(Optional.empty(), questionnaire.file("xa.csv"));
        assertTrue(questionnaire.file("a.png").isPresent());
    }

    @Test
    void holdsALongListInsideTheFormTheSameWay() {
        StringBuilder csv = new StringBuilder(COMMUNES.replace("\"Ba Trại, xã\"", "Ba Trại"));
        for (int row = 5; row <= SecondaryInstances.MOST_ROWS_INSIDE + 10; row++) {
            csv.append("c").append(row).append(",Xã ").append(row).append(",d").append(row % 7).append(",\n");
        }
        String form = form(inside(csv.toString()), "<bind nodeset=\"/f/x\" type=\"string\" "
                + "calculate=\"concat(count(instance('xa')/root/item), instance('xa')/root/item[name=/f/c]/label)\"/>",
                SELECT.formatted("[district = /f/d or size = 7]"));
        XFormText.Vetted text = XFormText.read(form.getBytes(StandardCharsets.UTF_8), Refusals.in("en"));
        assertTrue(text.instances().lists().containsKey("xa") && !text.xml().contains("Yên Bài"));
        Session session = Forms.session(form);
        assertEquals(List.of("c3"), codes(session));
        session.answer(new Path("/f/d"), "ba-vi");
        assertEquals(List.of("c1", "c2", "c3", "c4"), codes(session));
        session.answer(new Path("/f/c"), "c2");
        assertEquals((SecondaryInstances.MOST_ROWS_INSIDE + 10) + "Vân Hoà", value(session, "/f/x"));
    }
}
