package vn.hoidan.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.book.Surveys;
import vn.hoidan.wire.Wire;

/// Surveys, their questionnaires, and what the server knows of itself.
final class SurveyTable implements Surveys {

    private final Handle handle;
    private final Remembered remembered;
    private boolean changedHere;
    /// As this transaction sees it; asked several times in each round of sync.
    private OptionalLong epoch = OptionalLong.empty();

    SurveyTable(Handle handle, Remembered remembered) {
        this.handle = handle;
        this.remembered = remembered;
    }

    @Override
    public void add(Survey survey, Bytes xform, Instant at) {
        changedHere = true;
        keep(survey.questionnaire(), xform);
        handle.createUpdate("""
                INSERT INTO survey (id, position, questionnaire, body, created_at)
                VALUES (:id, (SELECT COALESCE(MAX(position), 0) + 1 FROM survey), :questionnaire, :body, :at)""")
                .bind("id", survey.id().text()).bind("questionnaire", survey.questionnaire().text())
                .bind("body", Wire.of(survey)).bind("at", at.toEpochMilli()).execute();
        addVersion(survey, at);
    }

    @Override
    public void change(Survey survey, Bytes xform, Instant at) {
        changedHere = true;
        keep(survey.questionnaire(), xform);
        int changed = handle.createUpdate(
                """
                UPDATE survey SET questionnaire = :questionnaire, body = :body, revision = revision + 1
                WHERE id = :id""")
                .bind("questionnaire", survey.questionnaire().text()).bind("body", Wire.of(survey))
                .bind("id", survey.id().text()).execute();
        if (changed != 1) {
            throw new IllegalStateException("no such survey: " + survey.id().text());
        }
        addVersion(survey, at);
    }

    @Override
    public void changeQuotas(Survey survey) {
        changedHere = true;
        int changed = handle.createUpdate("""
                UPDATE survey SET body = :body, revision = revision + 1
                WHERE id = :id AND questionnaire = :questionnaire""")
                .bind("body", Wire.of(survey)).bind("id", survey.id().text())
                .bind("questionnaire", survey.questionnaire().text()).execute();
        if (changed != 1) {
            throw new IllegalStateException("no such survey: " + survey.id().text());
        }
    }

    private void keep(QuestionnaireId id, Bytes xform) {
        handle.createUpdate("INSERT INTO questionnaire (id, xform) VALUES (:id, :xform) ON CONFLICT (id) DO NOTHING")
                .bind("id", id.text()).bind("xform", xform.toArray()).execute();
    }

    private void addVersion(Survey survey, Instant at) {
        handle.createUpdate("""
                INSERT INTO survey_questionnaire (survey, number, questionnaire, valid_from)
                VALUES (:survey, (SELECT COALESCE(MAX(number), 0) + 1 FROM survey_questionnaire
                    WHERE survey = :survey), :questionnaire, :at)""")
                .bind("survey", survey.id().text()).bind("questionnaire", survey.questionnaire().text())
                .bind("at", at.toEpochMilli()).execute();
    }

    @Override
    public List<Version> versions(SurveyId id) {
        return handle.createQuery("SELECT * FROM survey_questionnaire WHERE survey = :id ORDER BY number")
                .bind("id", id.text())
                .map((row, context) -> new Version(row.getInt("number"),
                        new QuestionnaireId(row.getString("questionnaire")), Columns.instant(row, "valid_from")))
                .list();
    }

    /// Another process may have changed it: what is remembered holds as long as its revision does. What a transaction
    /// still open changed is not remembered, because that transaction may be undone.
    @Override
    public Optional<Survey> find(SurveyId id) {
        Optional<Integer> revision = handle.createQuery("SELECT revision FROM survey WHERE id = :id")
                .bind("id", id.text()).mapTo(Integer.class).findOne();
        Remembered.Revision known = remembered.surveys().get(id);
        if (known != null && revision.filter(Integer.valueOf(known.number())::equals).isPresent()) {
            return Optional.of(known.survey());
        }
        Optional<Survey> found = handle.createQuery("SELECT body FROM survey WHERE id = :id").bind("id", id.text())
                .mapTo(byte[].class).findOne().map(Wire::survey);
        if (!changedHere) {
            found.ifPresent(survey -> remembered.surveys()
                    .put(id, new Remembered.Revision(revision.orElseThrow(), survey)));
        }
        return found;
    }

    @Override
    public List<Survey> all() {
        return handle.createQuery("SELECT body FROM survey ORDER BY position").mapTo(byte[].class).map(Wire::survey)
                .list();
    }

    @Override
    public Optional<Bytes> questionnaire(QuestionnaireId id) {
        return handle.createQuery("SELECT xform FROM questionnaire WHERE id = :id").bind("id", id.text())
                .mapTo(byte[].class).findOne().map(Bytes::of);
    }

    @Override
    public long epoch() {
        if (epoch.isEmpty()) {
            epoch = OptionalLong.of(handle.createQuery("SELECT epoch FROM server").mapTo(long.class).one());
        }
        return epoch.getAsLong();
    }

    @Override
    public void epochBegins(long next, Instant at) {
        handle.createUpdate("UPDATE server SET epoch = :epoch, restored_at = :at").bind("epoch", next)
                .bind("at", at.toEpochMilli()).execute();
        epoch = OptionalLong.of(next);
    }

    @Override
    public Optional<Instant> restoredAt() {
        return handle.createQuery("SELECT restored_at FROM server")
                .map((row, context) -> Columns.maybeInstant(row, "restored_at")).one();
    }

    @Override
    public Optional<String> address() {
        return handle.createQuery("SELECT address FROM server").mapTo(String.class).findOne()
                .filter(text -> !text.isEmpty());
    }

    @Override
    public void setAddress(String address) {
        handle.createUpdate("UPDATE server SET address = :address").bind("address", address).execute();
    }
}
