package vn.hoidan.client.ui.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.StringJoiner;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.index.Interval;
import vn.hoidan.core.index.Ranking;
import vn.hoidan.core.index.ReportNotes;
import vn.hoidan.core.questionnaire.Text;

/// Words and numbers of the index in the window's language, by the rule of the report.
final class IndexWords implements ReportNotes.Words {
    /// The words of the printed report: the same things are called the same.
    private static final String REPORT = "vn/hoidan/report/messages";
    private static final BigDecimal SMALLEST_CHANCE = new BigDecimal("0.001");
    private static final String DASH = "–";
    private static final String MINUS = "−";

    private final ScreenTools tools;
    private final Texts screen;
    private final Texts printed;
    private final IndexReport report;

    IndexWords(ScreenTools tools, Texts screen, IndexReport report) {
        this.tools = tools;
        this.screen = screen;
        this.printed = tools.texts(REPORT);
        this.report = report;
    }

    /// A text of the screen.
    String get(String key, Object... values) {
        return screen.get(key, values);
    }

    /// A text of the report.
    String printed(String key, Object... values) {
        return printed.get(key, values);
    }

    @Override
    public String sentence(String key, Object... values) {
        return printed(key, values);
    }

    @Override
    public String word(String key, String otherwise) {
        return printed.messages().has(key) ? printed(key) : otherwise;
    }

    @Override
    public String in(Text text) {
        return text.in(tools.language().now());
    }

    @Override
    public String count(long count) {
        return tools.formats().number(count);
    }

    String day(LocalDate day) {
        return tools.formats().day(day);
    }

    /// `86,50` of a figure between 0 and 1.
    String percent(double figure) {
        return tools.formats().exact(report.rule().percent(figure));
    }

    /// `95` of 0.95.
    @Override
    public String whole(double share) {
        return tools.formats().exact(report.rule().percent(share).stripTrailingZeros());
    }

    /// With its sign, for differences.
    private String signed(double figure) {
        BigDecimal percent = report.rule().percent(figure);
        String sign = percent.signum() > 0 ? "+" : percent.signum() < 0 ? MINUS : "";
        return sign + tools.formats().exact(percent.abs());
    }

    /// A difference with its interval, in points.
    String change(Estimate change) {
        return signed(change.value()) + change.interval(report.rule().confidence())
                .map(each -> " (" + signed(each.low()) + DASH + signed(each.high()) + ")").orElse("");
    }

    String weight(double weight) {
        return tools.formats().exact(BigDecimal.valueOf(weight).setScale(2, RoundingMode.HALF_UP));
    }

    String figure(IndexReport.Line line) {
        return line.shown().map(shown -> percent(shown.estimate().value())).orElse(printed("base.small"));
    }

    String interval(Optional<Interval> interval) {
        return interval.map(each -> percent(each.low()) + DASH + percent(each.high()))
                .orElse(printed("interval.none"));
    }

    String interval(IndexReport.Line line) {
        return line.shown().map(shown -> interval(shown.interval())).orElse("");
    }

    /// Whether the target is reached, missed, or neither can be said.
    String verdict(IndexReport.Shown shown) {
        String target = whole(report.target());
        if (shown.interval().filter(each -> each.low() >= report.target()).isPresent()) {
            return printed("target.reached", target);
        }
        return printed(shown.interval().filter(each -> each.high() < report.target()).isPresent() ? "target.missed"
                : "target.open", target);
    }

    /// How it moved since the last round; empty where there is none to compare with.
    String change(IndexReport.Line line) {
        return line.shown().flatMap(IndexReport.Shown::change).map(change ->
                printed(change.isMoreThanChance(report.rule().confidence()) ? "change.sure" : "change.chance",
                        change(change))).orElse("");
    }

    /// Whether a difference is more than chance.
    String sure(Estimate change) {
        return get(change.isMoreThanChance(report.rule().confidence()) ? "rounds.sure" : "rounds.chance");
    }

    String rank(Ranking.Place place, int of) {
        return printed("rank", place.rank(), of, place.best(), place.worst());
    }

    /// Everything known of a line.
    String detail(IndexReport.Line line) {
        StringJoiner detail = new StringJoiner(" · ");
        detail.add(in(line.indicator().label()));
        detail.add(line.shown().map(shown -> get("detail.figure", percent(shown.estimate().value()),
                interval(shown.interval()))).orElse(printed("base.small")));
        line.shown().ifPresent(shown -> detail.add(get("detail.error", percent(shown.estimate().standardError()))));
        line.shown().map(shown -> effect(shown.estimate())).filter(effect -> !effect.isEmpty())
                .ifPresent(effect -> detail.add(get("detail.effect", effect)));
        detail.add(printed("base", count(line.base())));
        if (!change(line).isEmpty()) {
            detail.add(change(line));
        }
        line.indicator().responsible().ifPresent(unit -> detail.add(get("detail.responsible", in(unit))));
        return detail.toString();
    }

    /// `11/2024`.
    String month(YearMonth month) {
        return month.getMonthValue() + "/" + month.getYear();
    }

    /// In words whether a month is a change point; empty where it is not.
    String changePoint(IndexSeries.Month month) {
        return change(month).filter(IndexSeries.Change::isChangePoint).map(change ->
                printed(change.difference().value() > 0 ? "series.rise" : "series.fall")).orElse("");
    }

    /// Everything known of a month.
    String detail(String indicator, IndexSeries.Month month) {
        StringJoiner detail = new StringJoiner(" · ");
        detail.add(indicator).add(month(month.month()));
        detail.add(month.shown().map(shown -> get("detail.figure", percent(shown.estimate().value()),
                interval(shown.interval()))).orElse(printed("base.small")));
        detail.add(printed("base", count(month.base())));
        change(month).ifPresent(change -> detail.add(get("detail.month", change(change.difference())))
                .add(get("detail.chance", chance(change.chance()))));
        if (!changePoint(month).isEmpty()) {
            detail.add(changePoint(month));
        }
        return detail.toString();
    }

    private static Optional<IndexSeries.Change> change(IndexSeries.Month month) {
        return month.shown().flatMap(IndexSeries.Shown::change);
    }

    /// Of a probability, for which 0 is never shown.
    String chance(double chance) {
        BigDecimal exact = BigDecimal.valueOf(chance);
        return exact.compareTo(SMALLEST_CHANCE) < 0 ? "< " + tools.formats().exact(SMALLEST_CHANCE)
                : tools.formats().exact(exact.setScale(SMALLEST_CHANCE.scale(), RoundingMode.HALF_UP));
    }

    /// The design effect; empty where it is not known.
    String effect(Estimate estimate) {
        return estimate.designEffect().isPresent() ? weight(estimate.designEffect().getAsDouble()) : "";
    }
}
