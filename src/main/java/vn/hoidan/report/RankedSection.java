package vn.hoidan.report;

import java.util.List;
import vn.hoidan.core.index.Ranking;

/// Elements and items ranked, and the lowest items with who answers for them.
record RankedSection(Drawing drawing) {
    static final int LOWEST_SHOWN = 5;

    void write() {
        Page page = drawing.page();
        ReportTexts texts = drawing.texts();
        page.leaf("h2", "", texts.get("elements"));
        drawing.ranked(drawing.report().elements(), drawing::line, this::name);
        page.leaf("h2", "", texts.get("items-ranked"));
        drawing.ranked(drawing.report().items(), drawing::line, this::name);
        if (!drawing.report().items().isEmpty()) {
            lowest(page, texts, drawing.report().items());
        }
    }

    private String name(Ranking.Place place) {
        return drawing.label(drawing.line(place));
    }

    private void lowest(Page page, ReportTexts texts, List<Ranking.Place> items) {
        page.leaf("h2", "", texts.get("lowest"));
        page.open("table", "").heads(List.of(texts.get("column.item"), texts.get("column.figure"),
                texts.get("column.interval"), texts.get("column.rank"), texts.get("column.responsible")));
        page.open("tbody", "");
        for (Ranking.Place place : items.reversed().subList(0, Math.min(LOWEST_SHOWN, items.size()))) {
            page.row("", List.of(name(place), texts.shown(drawing.line(place).shown()),
                    drawing.interval(drawing.line(place)), texts.rank(place, items.size()),
                    drawing.responsible(drawing.line(place))));
        }
        page.close().close();
    }
}
