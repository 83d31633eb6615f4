package vn.hoidan.journey;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.core.interview.AnswerTiming;
import vn.hoidan.core.interview.Course;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.interview.Remarks;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.form.XForms;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.support.RandomAnswers;

/// Completed SIPAS interviews, drawn and put into a laptop's store as the window puts them.
final class ReadyInterviews {
    private final Random random;
    private final int different;
    private final Bytes form = SipasOffice.xform();
    private final Questionnaire questionnaire = new XForms().load(form);
    private final List<Held> held = new ArrayList<>();

    private record Held(Map<vn.hoidan.core.questionnaire.Path, String> answers, List<AnswerTiming> timings) {
    }

    /// @param different so many are drawn; then their answers come again, which does not matter where records are
    ///                  compressed one by one
    ReadyInterviews(Random random, int different) {
        this.random = random;
        this.different = different;
    }

    InterviewRecord complete(FieldStore store, int household) {
        if (held.size() < different) {
            held.add(hold());
        }
        Held one = held.get(household % held.size());
        long at = one.timings().getLast().milliseconds();
        InterviewId id = new InterviewId(new UUID(random.nextLong(), random.nextLong()));
        Instant start = Instant.parse("2026-11-01T00:00:00Z").plusNanos(random.nextLong(2_000_000_000L) * 1_000_000);
        Optional<Lease> lease = store.lists().getFirst().lease();
        InterviewRecord record = new InterviewRecord(id, SmallSurvey.ID, questionnaire.id(), SipasOffice.LIST,
                household, lease.map(Lease::id), Optional.empty(), InterviewMode.FACE_TO_FACE, "vi", "2024-1", "0.1.0",
                start, start.plusMillis(at), at, random.nextInt(5), one.answers(), one.timings(), Optional.empty(),
                List.of(), Remarks.NONE, Optional.of(new Course(random.nextInt(4), 0, 0, random.nextInt(2))));
        Bytes content = new CompressedRecords().interview(record, form);
        store.apply(List.of(new Change.InterviewBegun(id, questionnaire.id(), SipasOffice.LIST, household,
                lease.map(Lease::id), InterviewMode.FACE_TO_FACE, start),
                new Change.InterviewMoved(id, InterviewState.IN_WORK, InterviewState.COMPLETED, start.plusMillis(at)),
                new Change.RecordAppended(RecordType.INTERVIEW, content, Optional.of(id))));
        return record;
    }

    private Held hold() {
        Session session = questionnaire.begin(new SessionContext(
                ZonedDateTime.of(2026, 11, 2, 9, 30, 0, 0, ZoneOffset.ofHours(7)), "bench", "p-bench", "vi"));
        List<AnswerTiming> timings = new ArrayList<>();
        answerAll(session, timings);
        return new Held(session.answers(), timings);
    }

    /// Goes through the form as an interviewer does; two of three say the second best on a scale of five, one in three
    /// says something in own words.
    private void answerAll(Session session, List<AnswerTiming> timings) {
        Set<vn.hoidan.core.questionnaire.Path> done = new HashSet<>();
        long at = 0;
        while (true) {
            List<Element.Question> asked = new ArrayList<>();
            session.sections().forEach(section -> RandomAnswers.collect(section, asked, new ArrayList<>()));
            Optional<Element.Question> next = asked.stream().filter(each -> !done.contains(each.path())).findFirst();
            if (next.isEmpty()) {
                return;
            }
            done.add(next.get().path());
            String value = answer(next.get());
            if (!value.isEmpty()) {
                session.answer(next.get().path(), value);
                at += 2_000 + (long) (random.nextDouble() * random.nextDouble() * 20_000);
                timings.add(new AnswerTiming(next.get().path(), at).inTenths());
            }
        }
    }

    private String answer(Element.Question question) {
        if (question.choices().size() == 5 && random.nextInt(3) > 0) {
            return question.choices().get(3).code();
        }
        if (question.type() == QuestionType.TEXT) {
            return random.nextInt(3) > 0 ? "" : "Cán bộ hướng dẫn rõ ràng, nhưng phải chờ " + random.nextInt(90)
                    + " phút mới đến lượt";
        }
        return RandomAnswers.value(question, random);
    }
}
