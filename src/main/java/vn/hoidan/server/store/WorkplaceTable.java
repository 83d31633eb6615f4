package vn.hoidan.server.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.server.app.book.Workplaces;

/// Who works where, and towards which cells.
final class WorkplaceTable implements Workplaces {

    private final Handle handle;

    WorkplaceTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(PersonId person, AreaKey area, Instant at) {
        handle.createUpdate("INSERT INTO workplace (person, area, since) VALUES (:person, :area, :at)")
                .bind("person", person.text()).bind("area", area.asText()).bind("at", at.toEpochMilli()).execute();
    }

    @Override
    public void remove(PersonId person, AreaKey area) {
        LedgerTable.one(handle.createUpdate("DELETE FROM workplace WHERE person = :person AND area = :area")
                .bind("person", person.text()).bind("area", area.asText()).execute());
    }

    @Override
    public List<AreaKey> of(PersonId person) {
        return handle.createQuery("SELECT area FROM workplace WHERE person = :person ORDER BY since, area")
                .bind("person", person.text()).mapTo(String.class).map(AreaKey::parse).list();
    }

    @Override
    public void worksTowards(SurveyId survey, PersonId person, Collection<CellKey> cells, Instant at) {
        handle.createUpdate("DELETE FROM worker_cell WHERE person = :person").bind("person", person.text()).execute();
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO worker_cell (survey, cell, person, since) VALUES (:survey, :cell, :person, :at)""");
        cells.forEach(cell -> batch.bind("survey", survey.text()).bind("cell", cell.text())
                .bind("person", person.text()).bind("at", at.toEpochMilli()).add());
        if (!cells.isEmpty()) {
            batch.execute();
        }
    }
}
