package vn.hoidan.wire;

import com.google.gson.JsonObject;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.indicator.Indicator;

/// JSON of the months of an index report.
final class SeriesJson {
    private SeriesJson() {
    }

    static JsonObject of(IndexSeries series) {
        return new Entries().text("zone", series.zone()).number("comparisons", series.comparisons())
                .number("doubtful", series.doubtful()).list("lines", series.lines(), line -> new Entries()
                        .text("indicator", line.indicator().code()).list("months", line.months(), SeriesJson::of)
                        .done()).done();
    }

    private static JsonObject of(IndexSeries.Month month) {
        Entries entries = new Entries().text("month", month.month().toString()).number("base", month.base());
        month.shown().ifPresent(shown -> {
            IndexJson.put(entries, shown.estimate());
            IndexJson.put(entries, shown.interval());
            shown.change().ifPresent(change -> entries.object("change", IndexJson.put(new Entries()
                    .number("base", change.difference().base()), change.difference())
                    .real("chance", change.chance()).flag("changePoint", change.isChangePoint()).done()));
        });
        return entries.done();
    }

    static IndexSeries series(Fields fields, Map<String, Indicator> indicators) {
        return new IndexSeries(fields.text("zone"), fields.list("lines", Limits.MOST_ENTRIES, line ->
                new IndexSeries.Line(IndexJson.indicator(line, indicators),
                        line.list("months", Limits.MOST_ENTRIES, SeriesJson::month))),
                fields.count("comparisons"), fields.longNumber("doubtful"));
    }

    private static IndexSeries.Month month(Fields fields) {
        long base = fields.longNumber("base");
        Optional<IndexSeries.Shown> shown = fields.has("value") ? Optional.of(new IndexSeries.Shown(
                IndexJson.estimate(fields, base), IndexJson.interval(fields), change(fields))) : Optional.empty();
        return new IndexSeries.Month(YearMonth.parse(fields.text("month")), base, shown);
    }

    private static Optional<IndexSeries.Change> change(Fields fields) {
        if (!fields.has("change")) {
            return Optional.empty();
        }
        Fields change = fields.object("change");
        Estimate difference = IndexJson.estimate(change, change.longNumber("base"));
        return Optional.of(new IndexSeries.Change(difference, change.real("chance"), change.flag("changePoint")));
    }
}
