package vn.hoidan.client.ui.index;

import java.util.Optional;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.index.IndexReport;

/// The index of each area in a few words, for a screen about something else; marked provisional while it is.
public final class LiveIndex {
    private final IndexReport report;
    private final IndexWords words;

    public LiveIndex(IndexReport report, ScreenTools tools) {
        this.report = report;
        this.words = new IndexWords(tools, tools.texts(IndexScreen.BUNDLE), report);
    }

    /// Empty for an area that the index does not tell apart, or that has no interview yet.
    public String of(AreaKey area) {
        return report.parts().stream().filter(part -> part.kind().equals(IndexReport.Part.AREA)
                && part.code().equals(area.asText()) && part.interviews() > 0)
                .findFirst().flatMap(this::overall).orElse("");
    }

    private Optional<String> overall(IndexReport.Part part) {
        return part.overall().map(line -> line.shown().map(shown -> words.get(report.provisional() ? "live.provisional"
                        : "live.complete", words.percent(shown.estimate().value()), words.interval(shown.interval()),
                        words.count(part.interviews())))
                        .orElse(words.get("live.small", words.count(part.interviews()))));
    }
}
