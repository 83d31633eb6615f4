package vn.hoidan.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hoidan.core.interview.AnswerTiming;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.sync.InterviewRecord;

/// The second form of an interview's JSON, `"v":2`: answers and times by columns, which compresses to half of the first
/// form's size. Everything else is as in the first form.
///
/// - `paths`: of all answers, in the form's order; after them paths that have a time and no answer any more.
/// - `short`: a character for each answer: the answer itself if it is one plain character, else `~`.
/// - `longer`: the others, in order.
/// - `times`: for each timing how long after the timing before, in `unit` milliseconds.
/// - `order`: for each timing how many paths further than the next one; left out if all are 0.
/// - `length`: nanoseconds from start to end.
final class CompactInterviewJson {
    /// Of the form, in `v`; the first form has none.
    static final int VERSION = 2;
    /// Milliseconds.
    private static final long TENTH = 100;
    private static final char LONGER = '~';

    private CompactInterviewJson() {
    }

    static JsonObject of(InterviewRecord record) {
        List<Path> paths = paths(record);
        StringBuilder characters = new StringBuilder();
        JsonArray longer = new JsonArray();
        record.answers().values().forEach(value -> {
            boolean plain = isShort(value);
            characters.append(plain ? value.charAt(0) : LONGER);
            if (!plain) {
                longer.add(value);
            }
        });
        long unit = record.timings().stream().allMatch(timing -> timing.milliseconds() % TENTH == 0) ? TENTH : 1;
        Entries entries = InterviewJson.beginning(new Entries().number("v", VERSION), record)
                .number("length", Duration.between(record.startedAt(), record.completedAt()).toNanos())
                .number("active", record.activeMillis()).number("changes", record.changes())
                .text("short", characters.toString()).number("unit", unit)
                .list("times", times(record, unit), JsonPrimitive::new)
                .list("paths", paths, path -> new JsonPrimitive(path.text()));
        if (!longer.isEmpty()) {
            entries.list("longer", longer.asList(), value -> value);
        }
        List<Integer> order = order(record, paths);
        if (order.stream().anyMatch(step -> step != 0)) {
            entries.list("order", order, JsonPrimitive::new);
        }
        return InterviewJson.withEnd(entries.done(), record);
    }

    static InterviewRecord interviewRecord(Fields fields) {
        List<Path> paths = fields.texts("paths", 2 * Limits.MOST_ANSWERS).stream().map(Path::new).toList();
        Instant start = fields.instant("start");
        return InterviewJson.interviewRecord(fields, answers(fields, paths), timings(fields, paths), start,
                start.plusNanos(fields.longNumber("length")));
    }

    private static Map<Path, String> answers(Fields fields, List<Path> paths) {
        String characters = fields.text("short");
        List<String> longer = fields.has("longer") ? fields.texts("longer", Limits.MOST_ANSWERS) : List.of();
        if (characters.length() > paths.size() || characters.length() > Limits.MOST_ANSWERS) {
            throw Fields.unreadable("more answers than paths");
        }
        Map<Path, String> answers = new LinkedHashMap<>();
        int used = 0;
        for (int place = 0; place < characters.length(); place++) {
            char character = characters.charAt(place);
            if (character == LONGER && used == longer.size()) {
                throw Fields.unreadable("an answer is missing");
            }
            answers.put(paths.get(place), character == LONGER ? longer.get(used++) : String.valueOf(character));
        }
        if (used < longer.size() || answers.size() < characters.length()) {
            throw Fields.unreadable("answers without a path of their own");
        }
        return answers;
    }

    /// One UTF-16 unit that JSON need not escape and that is no half of a pair.
    private static boolean isShort(String value) {
        return value.length() == 1 && value.charAt(0) > ' ' && value.charAt(0) < LONGER && value.charAt(0) != '"'
                && value.charAt(0) != '\\';
    }

    private static List<Path> paths(InterviewRecord record) {
        List<Path> paths = new ArrayList<>(record.answers().keySet());
        record.timings().stream().map(AnswerTiming::path).distinct()
                .filter(path -> !record.answers().containsKey(path)).forEach(paths::add);
        return paths;
    }

    private static List<Long> times(InterviewRecord record, long unit) {
        List<Long> times = new ArrayList<>();
        long before = 0;
        for (AnswerTiming timing : record.timings()) {
            times.add((timing.milliseconds() - before) / unit);
            before = timing.milliseconds();
        }
        return times;
    }

    private static List<Integer> order(InterviewRecord record, List<Path> paths) {
        Map<Path, Integer> places = new HashMap<>();
        paths.forEach(path -> places.put(path, places.size()));
        List<Integer> order = new ArrayList<>();
        int next = 0;
        for (AnswerTiming timing : record.timings()) {
            int place = places.get(timing.path());
            order.add(place - next);
            next = place + 1;
        }
        return order;
    }

    private static List<AnswerTiming> timings(Fields fields, List<Path> paths) {
        List<Long> times = fields.elements("times", Limits.MOST_ANSWERS, Fields::longOf);
        List<Long> order = fields.has("order") ? fields.elements("order", Limits.MOST_ANSWERS, Fields::longOf)
                : times.stream().map(_ -> 0L).toList();
        if (order.size() != times.size()) {
            throw Fields.unreadable("order has not as many entries as times");
        }
        List<AnswerTiming> timings = new ArrayList<>();
        long unit = fields.longNumber("unit");
        long at = 0;
        long next = 0;
        for (int index = 0; index < times.size(); index++) {
            at = Math.addExact(at, Math.multiplyExact(unit, times.get(index)));
            long place = Math.addExact(next, order.get(index));
            if (place < 0 || place >= paths.size()) {
                throw Fields.unreadable("order names a path that is not there");
            }
            timings.add(new AnswerTiming(paths.get((int) place), at));
            next = place + 1;
        }
        return timings;
    }
}
