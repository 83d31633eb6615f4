package vn.hoidan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.Response;

/// How the sample was reached: by area what came of its households, by village what was wanted and done.
record SampleSection(Drawing drawing) {

    void write() {
        Page page = drawing.page();
        ReportTexts texts = drawing.texts();
        page.leaf("h2", "", texts.get("points"));
        Map<String, List<IndexReport.PointLine>> strata = new LinkedHashMap<>();
        drawing.report().points().forEach(point ->
                strata.computeIfAbsent(point.stratum(), any -> new ArrayList<>()).add(point));
        if (drawing.report().points().stream().anyMatch(point -> !point.outcomes().isEmpty())) {
            response(page, texts, strata);
        }
        page.open("table", "").heads(List.of(texts.get("column.village"), texts.get("column.listed"),
                texts.get("column.wanted"), texts.get("column.interviews"), texts.get("column.weight")));
        page.open("tbody", "");
        strata.forEach((stratum, points) -> {
            page.row("group", row(name(stratum), points, ""));
            points.forEach(point -> page.row("item", row(point.name(), List.of(point),
                    point.weight().map(texts::weight).orElse(""))));
        });
        page.row("base", row(texts.get("total"), drawing.report().points(), "")).close().close();
    }

    private List<String> row(String name, List<IndexReport.PointLine> points, String weight) {
        ReportTexts texts = drawing.texts();
        return List.of(name, texts.count(points.stream().mapToLong(IndexReport.PointLine::listed).sum()),
                texts.count(points.stream().mapToLong(IndexReport.PointLine::wanted).sum()),
                texts.count(points.stream().mapToLong(IndexReport.PointLine::interviews).sum()), weight);
    }

    private String name(String stratum) {
        return drawing.report().parts().stream().filter(part -> !part.isClass() && part.code().equals(stratum))
                .findFirst().map(part -> drawing.texts().in(part.name())).orElse(stratum);
    }

    private void response(Page page, ReportTexts texts, Map<String, List<IndexReport.PointLine>> strata) {
        page.leaf("p", "small", texts.get("response.read"));
        Response all = Response.of(drawing.report().points());
        List<String> heads = new ArrayList<>(List.of(texts.get("column.area")));
        all.outcomes().keySet().forEach(code -> heads.add(texts.get("outcome." + code)));
        heads.add(texts.get("column.response"));
        page.open("table", "").heads(heads).open("tbody", "");
        strata.forEach((stratum, points) -> page.row("", cells(name(stratum), Response.of(points), all)));
        page.row("base", cells(texts.get("total"), all, all)).close().close();
    }

    private List<String> cells(String name, Response response, Response all) {
        ReportTexts texts = drawing.texts();
        List<String> cells = new ArrayList<>(List.of(name));
        all.outcomes().keySet().forEach(code -> cells.add(texts.count(response.outcomes().getOrDefault(code, 0L))));
        cells.add(response.rate().isPresent() ? texts.percent(response.rate().getAsDouble()) : "");
        return cells;
    }
}
