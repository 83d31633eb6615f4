package vn.hoidan.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.interview.AnswerManner;
import vn.hoidan.core.interview.AnswerTiming;
import vn.hoidan.core.interview.Course;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.Moment;
import vn.hoidan.core.interview.Remarks;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.InterviewRecord;

/// JSON of facts, which is short because they are written at every answer, and what both forms of a completed
/// interview's JSON have in common. The first form is read only; see {@link CompactInterviewJson}.
final class InterviewJson {
    private static final String BACK_STEPS = "b";
    private static final String MANNER = "by";

    private InterviewJson() {
    }

    static JsonObject of(Fact fact) {
        return switch (fact) {
            case Fact.InterviewStarted started -> fact("started", fact).text("l", started.language())
                    .text("mode", started.mode().code()).text("consent", started.consentVersion())
                    .text("app", started.applicationVersion()).done();
            case Fact.AnswerSet set -> fact("set", fact).text("p", set.path().text()).text("v", set.value())
                    .textIfAny(MANNER, set.manner() == AnswerManner.ENTERED ? null : set.manner().code()).done();
            case Fact.CommentSet comment -> fact("comment", fact).text("p", comment.path().text())
                    .text("v", comment.text()).done();
            case Fact.AnswerCleared cleared -> fact("cleared", fact).text("p", cleared.path().text()).done();
            case Fact.AnswerRefused refused -> fact("refused", fact).text("p", refused.path().text()).done();
            case Fact.RepeatAdded added -> fact("repeat-added", fact).text("p", added.repeat().text()).done();
            case Fact.RepeatRemoved removed -> fact("repeat-removed", fact).text("p", removed.instance().text()).done();
            case Fact.LanguageChanged changed -> fact("language", fact).text("l", changed.language()).done();
            case Fact.Paused paused -> fact("paused", fact).text("p", paused.where().text())
                    .number(BACK_STEPS, paused.backSteps()).done();
            case Fact.Resumed _ -> fact("resumed", fact).done();
            case Fact.Completed completed -> fact("completed", fact).number(BACK_STEPS, completed.backSteps()).done();
            case Fact.BrokenOff broken -> fact("broken-off", fact).text("reason", broken.reason()).done();
            case Fact.Paper paper -> PaperJson.of(paper);
        };
    }

    static Entries fact(String type, Fact fact) {
        return new Entries().text("f", type).instant("at", fact.at().wall()).number("m", fact.at().monotonicNanos());
    }

    static Fact fact(Fields fields) {
        Moment at = new Moment(fields.instant("at"), fields.longNumber("m"));
        return switch (fields.text("f")) {
            case "started" -> new Fact.InterviewStarted(at, fields.text("l"),
                    InterviewMode.ofCode(fields.text("mode")), fields.text("consent"), fields.text("app"));
            case "set" -> new Fact.AnswerSet(at, path(fields), fields.text("v"), manner(fields));
            case "comment" -> new Fact.CommentSet(at, path(fields), fields.text("v"));
            case "cleared" -> new Fact.AnswerCleared(at, path(fields));
            case "refused" -> new Fact.AnswerRefused(at, path(fields));
            case "repeat-added" -> new Fact.RepeatAdded(at, path(fields));
            case "repeat-removed" -> new Fact.RepeatRemoved(at, path(fields));
            case "language" -> new Fact.LanguageChanged(at, fields.text("l"));
            case "paused" -> new Fact.Paused(at, path(fields), backSteps(fields));
            case "resumed" -> new Fact.Resumed(at);
            case "completed" -> new Fact.Completed(at, backSteps(fields));
            case "broken-off" -> new Fact.BrokenOff(at, fields.text("reason"));
            default -> PaperJson.fact(at, fields);
        };
    }

    /// Older programs did not count them.
    private static int backSteps(Fields fields) {
        return fields.has(BACK_STEPS) ? fields.count(BACK_STEPS) : 0;
    }

    /// Most answers, and all of older programs, were simply entered.
    private static AnswerManner manner(Fields fields) {
        return fields.textIfAny(MANNER).map(AnswerManner::ofCode).orElse(AnswerManner.ENTERED);
    }

    static Path path(Fields fields) {
        return new Path(fields.text("p"));
    }

    /// What the first form began with, and the second does.
    static Entries beginning(Entries entries, InterviewRecord record) {
        return entries.text("id", record.id().asText()).text("survey", record.survey().text())
                .text("form", record.questionnaire().text()).text("list", record.list().text())
                .number("household", record.household())
                .textIfAny("lease", record.lease().map(LeaseId::text).orElse(null))
                .textIfAny("code", record.code().map(UnitCode::digits).orElse(null))
                .text("mode", record.mode().code()).text("l", record.language())
                .text("consent", record.consentVersion()).text("app", record.applicationVersion())
                .instant("start", record.startedAt());
    }

    /// What both end with.
    static JsonObject withEnd(JsonObject object, InterviewRecord record) {
        record.paper().ifPresent(paper -> object.add("paper", PaperJson.of(paper)));
        if (!record.flags().isEmpty()) {
            object.add("flags", new Entries().list("flags", record.flags(), FlagJson::of).done().get("flags"));
        }
        if (!record.remarks().isEmpty()) {
            object.add("remarks", RemarksJson.of(record.remarks()));
        }
        record.course().ifPresent(course -> object.add("course", of(course)));
        return object;
    }

    /// Of either form.
    static InterviewRecord interviewRecord(Fields fields) {
        if (fields.has("v")) {
            if (fields.number("v") != CompactInterviewJson.VERSION) {
                throw Fields.unreadable("v is no known form");
            }
            return CompactInterviewJson.interviewRecord(fields);
        }
        Map<Path, String> answers = new LinkedHashMap<>();
        fields.map("answers", Limits.MOST_ANSWERS).forEach((path, value) -> answers.put(new Path(path), value));
        return interviewRecord(fields, answers, timings(fields, new ArrayList<>(answers.keySet())),
                fields.instant("start"), fields.instant("end"));
    }

    static InterviewRecord interviewRecord(Fields fields, Map<Path, String> answers, List<AnswerTiming> timings,
            Instant start, Instant end) {
        return new InterviewRecord(InterviewId.parse(fields.text("id")), new SurveyId(fields.text("survey")),
                new QuestionnaireId(fields.text("form")), new ListId(fields.text("list")), fields.number("household"),
                fields.textIfAny("lease").map(LeaseId::new), fields.textIfAny("code").map(UnitCode::new),
                InterviewMode.ofCode(fields.text("mode")), fields.text("l"), fields.text("consent"),
                fields.text("app"), start, end, fields.longNumber("active"),
                fields.count("changes"), answers, timings,
                fields.has("paper") ? Optional.of(PaperJson.form(fields.object("paper"))) : Optional.empty(),
                FlagJson.flags(fields, "flags"),
                fields.has("remarks") ? RemarksJson.remarks(fields.object("remarks")) : Remarks.NONE,
                fields.has("course") ? Optional.of(course(fields.object("course"))) : Optional.empty());
    }

    private static JsonObject of(Course course) {
        return new Entries().number("back", course.backSteps()).number("pauses", course.pauses())
                .number("paused", course.pausedMillis()).number("refused", course.refused()).done();
    }

    private static Course course(Fields fields) {
        return new Course(fields.count("back"), fields.count("pauses"), fields.longNumber("paused"),
                fields.count("refused"));
    }

    /// One flat list, for each timing in turn: the place of its answer among the answers (or its path, when it is no
    /// longer among them), and the milliseconds since the timing before.
    private static List<AnswerTiming> timings(Fields fields, List<Path> paths) {
        List<JsonElement> flat = fields.elements("timings", 2 * Limits.MOST_ANSWERS, (element, at) -> element);
        if (flat.size() % 2 != 0) {
            throw Fields.unreadable("timings has half an entry");
        }
        List<AnswerTiming> timings = new ArrayList<>();
        long before = 0;
        for (int index = 0; index < flat.size(); index += 2) {
            before = Math.addExact(before, Fields.longOf(flat.get(index + 1), "timings"));
            timings.add(new AnswerTiming(timedPath(flat.get(index), paths), before));
        }
        return timings;
    }

    private static Path timedPath(JsonElement element, List<Path> paths) {
        if (element instanceof JsonPrimitive value && value.isString()) {
            return new Path(Fields.textOf(value, "timings"));
        }
        long place = Fields.longOf(element, "timings");
        if (place < 0 || place >= paths.size()) {
            throw Fields.unreadable("timings names an answer that is not there");
        }
        return paths.get((int) place);
    }
}
