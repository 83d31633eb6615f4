package vn.hoidan.wire;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.QualityFlag;
import vn.hoidan.core.questionnaire.Path;

/// JSON of quality flags. What a newer program adds is passed over: a flag never stands in the way of its interview.
final class FlagJson {
    /// Flags of one interview.
    private static final int MOST_FLAGS = 1_000;

    private FlagJson() {
    }

    static JsonObject of(QualityFlag flag) {
        Entries entries = new Entries().text("flag", flag.code());
        return (switch (flag) {
            case QualityFlag.TooFast fast -> entries.number("active", fast.activeMillis())
                    .number("least", fast.leastMillis());
            case QualityFlag.StraightLine line -> entries.text("p", line.grid().text()).number("rows", line.rows())
                    .number("equal", line.equal());
            case QualityFlag.SameAnswers same -> entries.text("id", same.other().asText())
                    .number("percent", same.percent());
            case QualityFlag.OddHour odd -> entries.number("hour", odd.hour());
            case QualityFlag.ClockJumped jumped -> entries.number("times", jumped.times())
                    .number("millis", jumped.largest().toMillis());
            case QualityFlag.ManyBackSteps steps -> entries.number("steps", steps.backSteps())
                    .number("answered", steps.answered());
            case QualityFlag.LongPause pause -> entries.number("times", pause.times())
                    .number("millis", pause.longest().toMillis());
            case QualityFlag.FactsLost lost -> entries.number("count", lost.count());
            case QualityFlag.StaleUnit stale -> entries.number("millis", stale.late().toMillis());
        }).done();
    }

    /// Empty when an older program sent the interview.
    static List<QualityFlag> flags(Fields fields, String name) {
        return fields.has(name) ? fields.list(name, MOST_FLAGS, FlagJson::flag).stream().flatMap(Optional::stream)
                .toList() : List.of();
    }

    private static Optional<QualityFlag> flag(Fields fields) {
        return Optional.ofNullable(switch (fields.text("flag")) {
            case "too-fast" -> new QualityFlag.TooFast(fields.longNumber("active"), fields.longNumber("least"));
            case "straight-line" -> new QualityFlag.StraightLine(new Path(fields.text("p")), fields.count("rows"),
                    fields.count("equal"));
            case "same-answers" -> new QualityFlag.SameAnswers(InterviewId.parse(fields.text("id")),
                    fields.count("percent"));
            case "odd-hour" -> new QualityFlag.OddHour(fields.count("hour"));
            case "clock-jumped" -> new QualityFlag.ClockJumped(fields.count("times"),
                    Duration.ofMillis(fields.longNumber("millis")));
            case "many-back-steps" -> new QualityFlag.ManyBackSteps(fields.count("steps"), fields.count("answered"));
            case "long-pause" -> new QualityFlag.LongPause(fields.count("times"),
                    Duration.ofMillis(fields.longNumber("millis")));
            case "stale-unit" -> new QualityFlag.StaleUnit(Duration.ofMillis(fields.longNumber("millis")));
            case "facts-lost" -> new QualityFlag.FactsLost(fields.count("count"));
            default -> null;
        });
    }
}
