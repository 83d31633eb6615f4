package vn.hoidan.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.index.Interval;
import vn.hoidan.core.index.Ranking;
import vn.hoidan.core.index.ReportNotes;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.message.Messages;

/// Words and numbers of a report in one language.
final class ReportTexts implements ReportNotes.Words {
    private static final String BUNDLE = "vn/hoidan/report/messages";
    private static final int GROUP = 3;
    private static final int CHANCE_PLACES = 3;
    private static final String DASH = "–";
    private static final String MINUS = "−";

    private final Messages messages;
    private final IndexRule rule;
    private final DateTimeFormatter time;

    ReportTexts(String language, IndexRule rule, ZoneId zone) {
        this.messages = Messages.of(BUNDLE, language);
        this.rule = rule;
        this.time = DateTimeFormatter.ofPattern(messages.get("time")).withZone(zone);
    }

    String get(String key, Object... values) {
        return messages.get(key, values);
    }

    /// A classifier's name in words, where there are some.
    String classifier(String name) {
        return word("class." + name, name);
    }

    @Override
    public String sentence(String key, Object... values) {
        return get(key, values);
    }

    @Override
    public String word(String key, String otherwise) {
        return messages.has(key) ? messages.get(key) : otherwise;
    }

    @Override
    public String in(Text text) {
        return text.in(messages.language());
    }

    String language() {
        return messages.language();
    }

    String time(Instant instant) {
        return time.format(instant);
    }

    /// `86,50` of a figure between 0 and 1; in the decimals of the rule.
    String percent(double figure) {
        return local(rule.percent(figure).toPlainString());
    }

    /// `95` of 0.95.
    @Override
    public String whole(double share) {
        return local(rule.percent(share).stripTrailingZeros().toPlainString());
    }

    /// With its sign, for differences.
    String signed(double figure) {
        BigDecimal percent = rule.percent(figure);
        String sign = percent.signum() > 0 ? "+" : percent.signum() < 0 ? MINUS : "";
        return sign + local(percent.abs().toPlainString());
    }

    /// A difference with its interval, in points.
    String change(Estimate change) {
        return signed(change.value()) + change.interval(rule.confidence())
                .map(each -> " (" + signed(each.low()) + DASH + signed(each.high()) + ")").orElse("");
    }

    /// A day, as dates are written.
    String day(LocalDate day) {
        return messages.get("day", day.getDayOfMonth(), day.getMonthValue(), String.valueOf(day.getYear()));
    }

    String interval(Optional<Interval> interval) {
        return interval.map(each -> percent(each.low()) + DASH + percent(each.high()))
                .orElse(get("interval.none"));
    }

    String rank(Ranking.Place place, int of) {
        return get("rank", place.rank(), of, place.best(), place.worst());
    }

    String shown(Optional<IndexReport.Shown> shown) {
        return shown.map(each -> percent(each.estimate().value())).orElse(get("base.small"));
    }

    String effect(Estimate estimate) {
        return estimate.designEffect().isPresent()
                ? local(BigDecimal.valueOf(estimate.designEffect().getAsDouble())
                        .setScale(2, RoundingMode.HALF_UP).toPlainString()) : "";
    }

    String weight(double weight) {
        return local(BigDecimal.valueOf(weight).setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    /// Of a probability, for which 0 is never printed.
    String chance(double chance) {
        BigDecimal smallest = BigDecimal.ONE.movePointLeft(CHANCE_PLACES);
        BigDecimal exact = BigDecimal.valueOf(chance);
        return exact.compareTo(smallest) < 0 ? "< " + local(smallest.toPlainString())
                : local(exact.setScale(CHANCE_PLACES, RoundingMode.HALF_UP).toPlainString());
    }

    /// In words where a month is one; else nothing.
    String changePoint(IndexSeries.Change change) {
        return !change.isChangePoint() ? "" : get(change.difference().value() > 0 ? "series.rise" : "series.fall");
    }

    /// `11/2024`.
    String month(YearMonth month) {
        return month.getMonthValue() + "/" + month.getYear();
    }

    @Override
    public String count(long count) {
        String digits = String.valueOf(count);
        StringBuilder grouped = new StringBuilder();
        for (int index = 0; index < digits.length(); index++) {
            if (index > 0 && (digits.length() - index) % GROUP == 0) {
                grouped.append(get("number.group"));
            }
            grouped.append(digits.charAt(index));
        }
        return grouped.toString();
    }

    private String local(String plain) {
        return plain.replace(".", get("number.decimal"));
    }
}
