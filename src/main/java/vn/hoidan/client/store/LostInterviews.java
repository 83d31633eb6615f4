package vn.hoidan.client.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.wire.RecordBodies;
import vn.hoidan.wire.RecordDictionary;

/// Interviews whose own row was lost while a store was brought over. A completed one is told by its record in the
/// up-log, so that nobody visits its household again; facts that belong to no interview any more cannot be opened,
/// because their seals name it.
record LostInterviews(Handle handle, Sealing sealing) {
    private record Line(long number, byte[] sealed) {
    }

    /// Gives how many interviews stay lost, as far as their facts tell.
    long findAgain() {
        for (long number : handle.createQuery("SELECT number FROM up_record WHERE type = ? AND "
                + UpLog.WITH_BODY + " ORDER BY number")
                .bind(0, RecordType.INTERVIEW.code()).mapTo(Long.class).list()) {
            read(number).filter(record -> !known(record)).ifPresent(record -> insert(record, number));
        }
        long gone = orphans().size();
        handle.execute("DELETE FROM fact WHERE interview NOT IN (SELECT ordinal FROM interview)");
        handle.execute("DELETE FROM sketch WHERE interview NOT IN (SELECT ordinal FROM interview)");
        return gone;
    }

    private Optional<InterviewRecord> read(long number) {
        try {
            return Optional.of(RecordBodies.interview(new UpLog(handle, sealing).content(number), this::dictionary));
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<RecordDictionary> dictionary(int name) {
        return handle.createQuery("SELECT id, sealed FROM questionnaire").map((row, context) -> {
            QuestionnaireId id = new QuestionnaireId(row.getString("id"));
            return RecordDictionary.of(id, Bytes.of(sealing.open(row.getBytes("sealed"), Contexts.questionnaire(id))));
        }).stream().filter(dictionary -> dictionary.name() == name).findFirst();
    }

    private boolean known(InterviewRecord record) {
        return handle.createQuery("SELECT count(*) FROM interview WHERE id = ?").bind(0, record.id().asText())
                .mapTo(Integer.class).one() > 0;
    }

    private List<Long> orphans() {
        return handle.createQuery("SELECT DISTINCT interview FROM fact WHERE interview NOT IN "
                + "(SELECT ordinal FROM interview)").mapTo(Long.class).list();
    }

    private void insert(InterviewRecord record, long number) {
        long ordinal = orphans().stream().filter(each -> owns(record, each)).findFirst()
                .orElseGet(this::freeOrdinal);
        handle.createUpdate("INSERT INTO interview (ordinal, id, questionnaire, list, household, lease, mode, state, "
                + "started_at, changed_at, answered, asked, facts, record_number) VALUES (:ordinal, :id, "
                + ":questionnaire, :list, :household, :lease, :mode, :state, :started, :changed, :answered, :answered, "
                + "(SELECT coalesce(max(number), 0) FROM fact WHERE interview = :ordinal), :number)")
                .bind("ordinal", ordinal).bind("id", record.id().asText())
                .bind("questionnaire", record.questionnaire().text()).bind("list", record.list().text())
                .bind("household", record.household())
                .bind("lease", record.lease().map(lease -> lease.text()).orElse(null))
                .bind("mode", record.mode().code()).bind("state", InterviewState.COMPLETED.code())
                .bind("started", record.startedAt().toString()).bind("changed", record.completedAt().toString())
                .bind("answered", record.answers().size()).bind("number", number).execute();
    }

    /// A fact opens only in the name of its interview.
    private boolean owns(InterviewRecord record, long ordinal) {
        List<Line> some = new ArrayList<>(handle.createQuery("SELECT number, sealed FROM fact WHERE interview = ? "
                + "ORDER BY number LIMIT 1").bind(0, ordinal)
                .map((row, context) -> new Line(row.getLong("number"), row.getBytes("sealed"))).list());
        try {
            some.forEach(fact -> sealing.open(fact.sealed(), Contexts.fact(record.id(), (int) fact.number())));
            return !some.isEmpty();
        } catch (ProblemException ofAnother) {
            return false;
        }
    }

    private long freeOrdinal() {
        return handle.createQuery("SELECT max(coalesce((SELECT max(ordinal) FROM interview), 0), "
                + "coalesce((SELECT max(interview) FROM fact), 0)) + 1").mapTo(Long.class).one();
    }
}
