package vn.hoidan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import vn.hoidan.core.index.CountTrouble;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.ReportNotes;
import vn.hoidan.core.index.Round;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.IndexSamples;
import vn.hoidan.wire.Wire;

@BesideOthers
class IndexPageTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    Path folder;

    private final IndexReport report = SyntheticReport.of(40, 5);

    @Test
    void thePageIsWellFormedAndTellsFiguresIntervalsAndTheRule() throws Exception {
        String page = IndexPage.of(report, "vi", ZONE);
        Document document = parsed(page);
        assertEquals("vi", document.getDocumentElement().getAttribute("lang"));
        ReportTexts texts = new ReportTexts("vi", report.rule(), ZONE);
        IndexReport.Shown overall = report.overall().orElseThrow();
        String text = document.getDocumentElement().getTextContent();
        assertTrue(text.contains(texts.percent(overall.estimate().value()) + " %"));
        assertTrue(text.contains(texts.interval(overall.interval())));
        assertTrue(text.contains("Số liệu tạm thời"));
        assertTrue(text.contains("16:30 ngày 20/12/2024"));
        assertTrue(text.contains("trục bắt đầu từ 50 %"));
        assertTrue(text.contains(report.data().fingerprint()));
        assertEquals(5, count(page, "<td class=\"number\">Sở ") + count(page, "<td class=\"number\">Trung tâm")
                + count(page, "<td class=\"number\">Ủy ban") + count(page, "<td class=\"number\">Công an"));
        assertFalse(page.contains("http-equiv") || page.contains("src=") || page.contains("href="));
    }

    @Test
    void figuresFromFewInterviewsAreNotShown() {
        String page = IndexPage.of(SyntheticReport.of(1, 5), "en", ZONE);
        assertTrue(page.contains("too few interviews"));
        assertTrue(page.contains("Provisional"));
        assertFalse(IndexPage.of(SyntheticReport.of(75, 5), "en", ZONE).contains("Provisional"));
    }

    /// A round compared with itself has moved nowhere, and nothing of it is more than chance.
    @Test
    void tellsDifferencesToTheRoundBeforeWithTheirIntervalsAndWhatCannotBeJoined() {
        IndexReport compared = SyntheticReport.of(20, 5, Optional.of(Round.of(report, "2023",
                LocalDate.parse("2024-04-17"))));
        compared.everybody().lines().forEach(line -> line.shown().ifPresent(shown ->
                assertTrue(shown.change().isPresent(), line.indicator().code())));
        String page = IndexPage.of(compared, "vi", ZONE);
        assertTrue(page.contains("So với vòng «2023»"));
        assertTrue(page.contains("Các con số được so với vòng «2023» ngày 17/4/2024"));
        assertTrue(page.contains("Tiêu chí cải thiện ít nhất"));
        assertTrue(page.contains("Huyện cũ → "));
        assertTrue(page.contains("không so sánh: bảng đối chiếu không nói nay thuộc về đâu"));
        assertFalse(IndexPage.of(report, "vi", ZONE).contains("So với vòng «"));
    }

    @Test
    void tellsEachMonthWithItsIntervalAndMarksOnlyTheChangePoint() {
        String page = IndexPage.of(IndexSamples.report(), "vi", ZONE);
        // once in the chart and once in the table
        assertEquals(2, count(page, "điểm thay đổi: giảm"));
        assertEquals(0, count(page, "điểm thay đổi: tăng"));
        assertTrue(page.contains("<td>11/2024</td><td class=\"number\">80,00</td><td class=\"number\">2,00</td>"
                + "<td class=\"number\">75,60–83,77</td><td class=\"number\">400</td>"
                + "<td class=\"number\">−10,00 (−15,72–−4,28)</td><td class=\"number\">&lt; 0,001</td>"), page);
        assertTrue(page.contains("<td>1/2025</td><td class=\"number\">quá ít phiếu</td>"), page);
        assertTrue(page.contains("chung cho cả 2 chênh lệch"), page);
        assertTrue(page.contains("4 phiếu có thời gian không thể đúng"), page);
        assertTrue(IndexPage.of(IndexSamples.report(), "en", ZONE).contains("change point: a fall"));
    }

    @Test
    void tellsDifferencesOfAreasResponseAndEachPerceptionOnce() throws Exception {
        String page = IndexPage.of(report, "vi", ZONE);
        assertEquals(15, count(page, " − Quận ") + count(page, " − Huyện ") + count(page, " − Thị xã "),
                "pairs of six");
        assertTrue(page.contains("<td>Tổng cộng</td><td class=\"number\">1.440</td>"), "households interviewed");
        // 1,440 of 1,440 interviewed, 324 refused and 144 not at home; those not found are out of it
        assertTrue(page.contains("<td class=\"number\">75,47</td>"), page);
        assertEquals(1, count(page, "Có nhiều công chức gây phiền hà, sách nhiễu cho người dân"),
                "an answer with a figure of its own stands in the chart alone");
        assertTrue(page.contains("1/39 (có thể từ "), "items are ranked");
        assertTrue(page.contains("Mẫu chỉ có một tỉnh, thành phố"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookReport.write(IndexSamples.report(), "vi", ZONE, out);
        String words = words(out.toByteArray());
        for (String word : List.of("Chênh lệch", "vòng «2023» ngày 17/4/2024", "điểm thay đổi: giảm",
                "trong mức ngẫu nhiên", "Mẫu chỉ có một tỉnh", "Có phiếu", "bảng đối chiếu không nói")) {
            assertTrue(words.contains(word), word);
        }
    }

    @Test
    void everythingThatIsNotInOrderIsToldInWordsWithItsNameAndNumber() throws Exception {
        List<CountTrouble> troubles = new ArrayList<>();
        for (CountTrouble.Kind kind : CountTrouble.Kind.values()) {
            troubles.add(new CountTrouble(kind, switch (kind) {
                case UNKNOWN_CODE, NOT_ASKED -> "first";
                case CHANCE_UNKNOWN -> "village";
                case LONELY_UNIT, EMPTY_STRATUM -> "271@2004-01-01";
                case CLASS_WITHOUT_MARGIN, MARGIN_WITHOUT_INTERVIEWS -> "1";
                default -> "09694";
            }, 17));
        }
        Map<String, Long> waiting = new TreeMap<>(Map.of("pending", 1L, "void", 1L));
        Stream.of(PendingReason.values()).forEach(reason -> waiting.put(reason.code(), 1L));
        IndexReport sample = IndexSamples.report();
        IndexReport.Data data = new IndexReport.Data(9, waiting, 12, "ab", Map.of("a", 5L, "b", 4L),
                Optional.empty(), sample.data().raked());
        IndexReport report = with(sample, data, troubles);
        for (String language : List.of("vi", "en")) {
            String text = parsed(IndexPage.of(report, language, ZONE)).getDocumentElement().getTextContent();
            for (String raw : List.of("{0}", "{1}", "271@", "household-counted", "no-lease", "pending", "village:")) {
                assertFalse(text.contains(raw), language + ": " + raw);
            }
            assertTrue(text.contains("Xã 09694") && !text.contains("(09694)"), text);
            assertTrue(text.contains(language.equals("vi") ? "17 câu trả lời của «mục first»"
                    : "17 answers to “item first”"), text);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            WorkbookReport.write(report, language, ZONE, out);
            String sheets = words(out.toByteArray());
            ReportTexts texts = new ReportTexts(language, report.rule(), ZONE);
            ReportNotes.troubles(report).forEach(note -> assertTrue(sheets.contains(texts.say(note)), note.key()));
        }
    }

    private static IndexReport with(IndexReport report, IndexReport.Data data, List<CountTrouble> troubles) {
        return new IndexReport(report.heading(), report.provisional(), report.rule(), report.target(), data,
                report.parts(), report.districts(), report.elements(), report.items(), report.differences(),
                report.answers(),
                report.points(), report.comparison(), report.national(), report.series(), troubles);
    }

    @Test
    void whatAnAuthorWroteCannotBreakOutOfThePage() throws Exception {
        IndexReport hostile = new IndexReport(new IndexReport.Heading("x",
                Text.of("<script>alert(1)</script>&", "=1+1"), report.heading().countedAt()), true, report.rule(),
                report.target(), report.data(), report.parts(), report.districts(), report.elements(),
                report.items(), report.differences(), report.answers(), report.points(), report.comparison(),
                report.national(), report.series(), report.troubles());
        assertEquals("<script>alert(1)</script>&",
                parsed(IndexPage.of(hostile, "vi", ZONE)).getElementsByTagName("h1").item(0).getTextContent());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookReport.write(hostile, "en", ZONE, out);
        assertFalse(entries(out.toByteArray()).contains("<f>"), "a text became a formula");
    }

    @Test
    void theDocumentHoldsTheWordsOfThePageWithTheirAccents() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(IndexPage.of(report, "vi", ZONE), out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Chỉ số hài lòng về sự phục vụ hành chính"), text.substring(0, 500));
            assertTrue(text.contains("Huyện Ba Vì"));
            assertTrue(document.getNumberOfPages() > 3);
        }
    }

    @Test
    void theWorkbookHoldsTheFiguresAsNumbers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookReport.write(report, "vi", ZONE, out);
        String sheets = entries(out.toByteArray());
        double overall = report.overall().orElseThrow().estimate().value();
        assertTrue(sheets.contains("<v>" + overall + "</v>"));
        String json = new String(Wire.of(report), StandardCharsets.UTF_8);
        assertTrue(json.contains("\"value\":" + overall));
    }

    /// Keeps the files of a report to be looked at: `IndexPageTest FOLDER`.
    public static void main(String[] arguments) throws IOException {
        IndexReport report = SyntheticReport.of(60, 5);
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (String language : new String[] {"vi", "en"}) {
            String page = IndexPage.of(report, language, ZONE);
            Files.writeString(folder.resolve("index-" + language + ".html"), page);
            try (var out = Files.newOutputStream(folder.resolve("index-" + language + ".pdf"))) {
                PdfReport.write(page, out);
            }
            try (var out = Files.newOutputStream(folder.resolve("index-" + language + ".xlsx"))) {
                WorkbookReport.write(report, language, ZONE, out);
            }
        }
    }

    private static Document parsed(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    /// The texts of a workbook's cells.
    private String words(byte[] zip) throws Exception {
        Path file = Files.write(folder.resolve("words.xlsx"), zip);
        try (ZipFile workbook = new ZipFile(file.toFile())) {
            return parsed(new String(workbook.getInputStream(workbook.getEntry("xl/sharedStrings.xml"))
                    .readAllBytes(), StandardCharsets.UTF_8)).getDocumentElement().getTextContent();
        }
    }

    private String entries(byte[] zip) throws IOException {
        StringBuilder all = new StringBuilder();
        Path file = Files.write(folder.resolve("report.xlsx"), zip);
        try (ZipFile workbook = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(workbook.entries())) {
                all.append(new String(workbook.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
