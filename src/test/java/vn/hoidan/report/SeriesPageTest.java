package vn.hoidan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import vn.hoidan.core.index.CountTrouble;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.wire.Wire;

class SeriesPageTest {
    private final IndexSeries series = new IndexSeries(new IndexReport.Heading("small", Text.of("Khảo sát <nhỏ>",
            "Small survey"), Instant.parse("2025-02-01T09:30:00Z")), "Asia/Ho_Chi_Minh", IndexRule.SIPAS, 0.9,
            new IndexReport.Data(1_210, Map.of(), 2_700, "ab".repeat(32), Map.of(), Optional.empty(), List.of()),
            List.of(new IndexSeries.Line(new Indicator("index", IndicatorKind.OVERALL, Optional.empty(),
                    Text.of("Chỉ số chung", "Overall index"), Optional.empty()), List.of(
                    month("2024-10", 0.9, Optional.empty()),
                    month("2024-11", 0.8, Optional.of(new IndexSeries.Change(estimate(-0.1), 0.0002, true))),
                    month("2024-12", 0.81, Optional.of(new IndexSeries.Change(estimate(0.01), 0.62, false))),
                    new IndexSeries.Month(YearMonth.of(2025, 1), 10, Optional.empty())))), 2,
            List.of(new CountTrouble(CountTrouble.Kind.MONTH_DOUBTFUL, "", 4)));

    @Test
    void marksOnlyTheChangePointAndTellsSmallMonthsAndTheRule() throws Exception {
        String page = SeriesPage.of(series, "vi");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        // once in the chart and once in the table
        assertEquals(3, page.split("[*] thay đổi", -1).length);
        assertTrue(page.contains("<td>11/2024</td><td class=\"number\">80,00</td><td class=\"number\">2,00</td>"
                + "<td class=\"number\">75,60–83,77</td><td class=\"number\">400</td>"
                + "<td class=\"number\">−10,00</td><td class=\"number\">&lt; 0,001</td>"
                + "<td class=\"number\">* thay đổi</td>"), page);
        assertTrue(page.contains("<td>1/2025</td><td class=\"number\">quá ít phiếu</td>"), page);
        assertTrue(page.contains("chung cho cả 2 chênh lệch"), page);
        assertTrue(page.contains("4 phiếu có thời gian không thể đúng"), page);
        assertTrue(SeriesPage.of(series, "en").contains("* change"));
    }

    @Test
    void theJsonHoldsTheSameFiguresAndMarks() {
        JsonObject json = JsonParser.parseString(new String(Wire.of(series), StandardCharsets.UTF_8))
                .getAsJsonObject();
        List<JsonObject> months = json.getAsJsonArray("series").get(0).getAsJsonObject().getAsJsonArray("months")
                .asList().stream().map(each -> each.getAsJsonObject()).toList();
        assertEquals("Asia/Ho_Chi_Minh", json.get("zone").getAsString());
        assertEquals(0.8, months.get(1).get("value").getAsDouble());
        assertEquals(0.02, months.get(1).get("standardError").getAsDouble());
        assertTrue(months.get(1).getAsJsonObject("change").get("changePoint").getAsBoolean());
        assertEquals(0.62, months.get(2).getAsJsonObject("change").get("chance").getAsDouble());
        assertTrue(months.get(3).get("tooSmall").getAsBoolean());
        assertEquals("month-doubtful", json.getAsJsonArray("troubles").get(0).getAsJsonObject().get("kind")
                .getAsString());
    }

    private static IndexSeries.Month month(String month, double value, Optional<IndexSeries.Change> change) {
        return new IndexSeries.Month(YearMonth.parse(month), 400, Optional.of(new IndexSeries.Shown(estimate(value),
                estimate(value).shareInterval(0.95), change)));
    }

    private static Estimate estimate(double value) {
        return new Estimate(value, 0.02, 30, 400, OptionalDouble.empty());
    }
}
