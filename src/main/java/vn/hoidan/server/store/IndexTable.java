package vn.hoidan.server.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.index.Round;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.server.app.book.IndexBooks;
import vn.hoidan.wire.Wire;

/// What is kept for the index of each survey.
final class IndexTable implements IndexBooks {

    private final Handle handle;

    IndexTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<IndexMethod> method(SurveyId survey) {
        return handle.createQuery("SELECT body FROM index_method WHERE survey = :survey")
                .bind("survey", survey.text()).mapTo(byte[].class).findOne().map(Wire::indexMethod);
    }

    @Override
    public void setMethod(SurveyId survey, IndexMethod method) {
        handle.createUpdate("""
                INSERT INTO index_method (survey, body) VALUES (:survey, :body)
                ON CONFLICT (survey) DO UPDATE SET body = excluded.body""")
                .bind("survey", survey.text()).bind("body", Wire.of(method)).execute();
    }

    @Override
    public List<Round> rounds(SurveyId survey) {
        return handle.createQuery("SELECT body FROM index_round WHERE survey = :survey ORDER BY day, name")
                .bind("survey", survey.text()).mapTo(byte[].class).map(Wire::round).list();
    }

    @Override
    public void putRound(SurveyId survey, Round round) {
        handle.createUpdate("""
                INSERT INTO index_round (survey, name, day, body) VALUES (:survey, :name, :day, :body)
                ON CONFLICT (survey, name) DO UPDATE SET day = excluded.day, body = excluded.body""")
                .bind("survey", survey.text()).bind("name", round.name()).bind("day", round.day().toString())
                .bind("body", Wire.of(round)).execute();
    }

    @Override
    public boolean removeRound(SurveyId survey, String name) {
        return handle.createUpdate("DELETE FROM index_round WHERE survey = :survey AND name = :name")
                .bind("survey", survey.text()).bind("name", name).execute() > 0;
    }
}
