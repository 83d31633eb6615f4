package vn.hoidan.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.Surveys;
import vn.hoidan.wire.Wire;

/// Surveys, their questionnaires, and what the server knows of itself.
final class SurveyTable implements Surveys {

    private final Handle handle;
    private final Remembered remembered;
    private boolean addedHere;

    SurveyTable(Handle handle, Remembered remembered) {
        this.handle = handle;
        this.remembered = remembered;
    }

    @Override
    public void add(Survey survey, Bytes xform, Instant at) {
        addedHere = true;
        handle.createUpdate("INSERT INTO questionnaire (id, xform) VALUES (:id, :xform) ON CONFLICT (id) DO NOTHING")
                .bind("id", survey.questionnaire().text()).bind("xform", xform.toArray()).execute();
        handle.createUpdate("""
                INSERT INTO survey (id, position, questionnaire, body, created_at)
                VALUES (:id, (SELECT COALESCE(MAX(position), 0) + 1 FROM survey), :questionnaire, :body, :at)""")
                .bind("id", survey.id().text()).bind("questionnaire", survey.questionnaire().text())
                .bind("body", Wire.of(survey)).bind("at", at.toEpochMilli()).execute();
    }

    /// A survey is not changed once it is created. One that is added in a transaction still open is not remembered,
    /// because that transaction may be undone.
    @Override
    public Optional<Survey> find(SurveyId id) {
        Survey known = remembered.surveys().get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Survey> found = handle.createQuery("SELECT body FROM survey WHERE id = :id").bind("id", id.text())
                .mapTo(byte[].class).findOne().map(Wire::survey);
        if (!addedHere) {
            found.ifPresent(survey -> remembered.surveys().put(id, survey));
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
        return handle.createQuery("SELECT epoch FROM server").mapTo(long.class).one();
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
