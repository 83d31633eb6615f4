package vn.hoidan.core.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;

/// Looks at a completed interview the way an experienced supervisor would. Every limit is a guess to be tuned by data,
/// set so that careful interviews stay below it.
///
/// @param mode     how the answers were obtained: what is keyed from paper is not timed
/// @param sections the form as it stood at the end, with its answers
/// @param facts    all that are there
/// @param lost     facts that could not be brought over from a damaged file
/// @param own      answers of the enumerator's other interviews on the same questionnaire
/// @param server   the server's time as last heard of; the end of an interview cannot lie before it
/// @param zone     of the laptop, for the hour
public record QualityCheck(InterviewMode mode, List<Element.Group> sections, List<Fact> facts, int lost,
        AnswerSketch sketch, Map<InterviewId, AnswerSketch> own, Optional<Instant> server,
        ZoneId zone) {
    /// Nobody reads out a question and hears an answer in less.
    public static final long FASTEST_ANSWER_MILLIS = 1_500;
    /// A row of a grid, whose levels are known from the row above.
    public static final long FASTEST_ROW_MILLIS = 800;
    /// Texts take longer than choices.
    public static final long FASTEST_TEXT_MILLIS = 3_000;
    /// Answers below which speed says nothing.
    public static final int FEWEST_TIMED = 10;
    /// Rows of a grid below which equal answers say nothing.
    public static final int FEWEST_ROWS = 6;
    /// Of the rows of a grid, in percent.
    public static final int MOST_EQUAL_PERCENT = 90;
    /// Of two interviews, in percent: the limit of Kuriakose and Robbins, Don't get duped (2016), for near duplicates.
    public static final int MOST_ALIKE_PERCENT = 85;
    /// Hours of the day between which nobody visits a household.
    public static final int NIGHT_BEGINS_HOUR = 22;
    public static final int NIGHT_ENDS_HOUR = 5;
    /// Steps back for each hundred answers.
    public static final int MOST_BACK_STEPS_PERCENT = 50;
    public static final int FEWEST_BACK_STEPS = 10;
    public static final Duration LONG_PAUSE = Duration.ofHours(2);

    private static final int PERCENT = 100;

    /// What there is to say, in a fixed order; usually nothing.
    public List<QualityFlag> flags() {
        Timeline timeline = Timeline.of(facts);
        List<QualityFlag> flags = new ArrayList<>();
        tooFast(timeline).ifPresent(flags::add);
        grids(sections).forEach(grid -> straightLine(grid).ifPresent(flags::add));
        sameAnswers().ifPresent(flags::add);
        oddHour().ifPresent(flags::add);
        clockJumped(timeline).ifPresent(flags::add);
        manyBackSteps(timeline).ifPresent(flags::add);
        longPause(timeline).ifPresent(flags::add);
        if (lost > 0) {
            flags.add(new QualityFlag.FactsLost(lost));
        }
        return flags;
    }

    private Optional<QualityFlag> tooFast(Timeline timeline) {
        List<Long> least = new ArrayList<>();
        sections.forEach(section -> leastMillis(section, false, least));
        long needed = least.stream().mapToLong(Long::longValue).sum();
        boolean timed = mode != InterviewMode.PAPER && lost == 0 && least.size() >= FEWEST_TIMED;
        return timed && timeline.activeMillis() < needed
                ? Optional.of(new QualityFlag.TooFast(timeline.activeMillis(), needed)) : Optional.empty();
    }

    private static void leastMillis(Element element, boolean inGrid, List<Long> least) {
        switch (element) {
            case Element.Question question when question.asks() && question.answered() ->
                least.add(leastMillis(question.type(), inGrid));
            case Element.Question _ -> {
            }
            case Element.Group group -> group.elements().forEach(each -> leastMillis(each, isGrid(group), least));
            case Element.Repeat repeat -> repeat.instances().forEach(each -> leastMillis(each, false, least));
        }
    }

    private static long leastMillis(QuestionType type, boolean inGrid) {
        return switch (type) {
            case TEXT -> FASTEST_TEXT_MILLIS;
            case SELECT_ONE -> inGrid ? FASTEST_ROW_MILLIS : FASTEST_ANSWER_MILLIS;
            case INTEGER, DECIMAL, RANGE, SELECT_MULTIPLE, RANK, DATE, TIME, DATE_TIME, GEOPOINT, ACKNOWLEDGE, FILE,
                    IMAGE, BARCODE -> FASTEST_ANSWER_MILLIS;
            case NOTE, UNSUPPORTED -> 0;
        };
    }

    private static boolean isGrid(Element.Group group) {
        return group.appearance().contains("table-list");
    }

    private static List<Element.Group> grids(List<? extends Element> elements) {
        List<Element.Group> found = new ArrayList<>();
        for (Element element : elements) {
            switch (element) {
                case Element.Question _ -> {
                }
                case Element.Group group when isGrid(group) -> found.add(group);
                case Element.Group group -> found.addAll(grids(group.elements()));
                case Element.Repeat repeat -> found.addAll(grids(repeat.instances()));
            }
        }
        return found;
    }

    private static Optional<QualityFlag> straightLine(Element.Group grid) {
        Map<String, Integer> counts = new HashMap<>();
        int rows = 0;
        for (Element element : grid.elements()) {
            if (element instanceof Element.Question row && row.type() == QuestionType.SELECT_ONE) {
                rows += row.value().isPresent() ? 1 : 0;
                row.value().ifPresent(value -> counts.merge(value, 1, Integer::sum));
            }
        }
        int equal = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return rows >= FEWEST_ROWS && equal * PERCENT >= rows * MOST_EQUAL_PERCENT
                ? Optional.of(new QualityFlag.StraightLine(grid.path(), rows, equal)) : Optional.empty();
    }

    /// Only the one most alike: one is enough to look at.
    private Optional<QualityFlag> sameAnswers() {
        return own.entrySet().stream()
                .map(each -> new QualityFlag.SameAnswers(each.getKey(), sketch.percentAlike(each.getValue())))
                .filter(flag -> flag.percent() >= MOST_ALIKE_PERCENT)
                .max(Comparator.comparing(QualityFlag.SameAnswers::percent)
                        .thenComparing(flag -> flag.other().asText()))
                .map(flag -> flag);
    }

    private Optional<QualityFlag> oddHour() {
        return facts.stream().findFirst().map(first -> first.at().wall().atZone(zone).getHour())
                .filter(hour -> hour >= NIGHT_BEGINS_HOUR || hour < NIGHT_ENDS_HOUR)
                .filter(_ -> mode != InterviewMode.PAPER).map(QualityFlag.OddHour::new);
    }

    private Optional<QualityFlag> clockJumped(Timeline timeline) {
        List<Duration> jumps = new ArrayList<>(timeline.clockJumps());
        server.flatMap(known -> facts.stream().reduce((_, last) -> last)
                .flatMap(last -> Timeline.jump(new Moment(known, 0), last.at(), false))).ifPresent(jumps::add);
        return jumps.stream().max(Comparator.comparing(Duration::abs))
                .map(largest -> new QualityFlag.ClockJumped(jumps.size(), largest));
    }

    private static Optional<QualityFlag> manyBackSteps(Timeline timeline) {
        int answered = timeline.timings().size();
        int steps = timeline.backSteps();
        return steps >= FEWEST_BACK_STEPS && steps * PERCENT > answered * MOST_BACK_STEPS_PERCENT
                ? Optional.of(new QualityFlag.ManyBackSteps(steps, answered)) : Optional.empty();
    }

    private static Optional<QualityFlag> longPause(Timeline timeline) {
        List<Duration> found = timeline.pauses().stream().filter(each -> each.compareTo(LONG_PAUSE) >= 0).toList();
        return found.stream().max(Comparator.naturalOrder())
                .map(longest -> new QualityFlag.LongPause(found.size(), longest));
    }
}
