package vn.hoidan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.OpenListName;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.server.app.book.SampleLists;
import vn.hoidan.wire.Wire;

/// Village lists, their households and holders.
final class ListTable implements SampleLists {

    private static final String ENTRY =
            "SELECT id, survey, village, village_name, target, holder, device FROM sample_list ";

    private final Handle handle;

    ListTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(SurveyId survey, SampleList list) {
        insert(survey, list, Optional.empty(), Optional.empty());
        PreparedBatch batch = handle.prepareBatch("INSERT INTO household (list, number) VALUES (:list, :number)");
        for (Household household : list.households()) {
            batch.bind("list", list.id().text()).bind("number", household.number()).add();
        }
        batch.execute();
    }

    @Override
    public void addOpen(SurveyId survey, SampleList place, PersonId holder, String device) {
        insert(survey, place, Optional.of(holder), Optional.of(device));
    }

    @Override
    public ListId nextOpen(SurveyId survey, AreaKey place) {
        return handle.createQuery("""
                SELECT epoch, (SELECT COALESCE(MAX(position), 0) + 1 FROM sample_list) AS next FROM server
                WHERE id = 1""").map((row, context) -> new OpenListName(survey.text(), place.code(),
                        row.getLong("epoch"), row.getLong("next"))).one().id();
    }

    private void insert(SurveyId survey, SampleList list, Optional<PersonId> holder, Optional<String> device) {
        handle.createUpdate("""
                INSERT INTO sample_list (id, position, survey, village, village_name, target, holder, device, body)
                VALUES (:id, (SELECT COALESCE(MAX(position), 0) + 1 FROM sample_list), :survey, :village, :name,
                    :target, :holder, :device, :body)""")
                .bind("id", list.id().text()).bind("survey", survey.text()).bind("village", list.village().asText())
                .bind("name", list.villageName()).bind("target", list.target())
                .bind("holder", holder.map(PersonId::text).orElse(null)).bind("device", device.orElse(null))
                .bind("body", Wire.of(list)).execute();
    }

    @Override
    public Optional<Entry> find(ListId id) {
        return handle.createQuery(ENTRY + "WHERE id = :id").bind("id", id.text()).map((row, context) -> entry(row))
                .findOne();
    }

    @Override
    public Optional<SampleList> households(ListId id) {
        return handle.createQuery("SELECT body FROM sample_list WHERE id = :id").bind("id", id.text())
                .mapTo(byte[].class).findOne().map(Wire::sampleList);
    }

    @Override
    public boolean hasHousehold(ListId id, int number) {
        return handle.createQuery("SELECT COUNT(*) FROM household WHERE list = :id AND number = :number")
                .bind("id", id.text()).bind("number", number).mapTo(int.class).one() > 0;
    }

    @Override
    public List<Entry> of(SurveyId survey) {
        return handle.createQuery(ENTRY + "WHERE survey = :survey ORDER BY position").bind("survey", survey.text())
                .map((row, context) -> entry(row)).list();
    }

    @Override
    public List<Entry> heldBy(PersonId person) {
        return handle.createQuery(ENTRY + "WHERE holder = :person ORDER BY position").bind("person", person.text())
                .map((row, context) -> entry(row)).list();
    }

    @Override
    public void assigned(ListId id, PersonId person) {
        int changed = handle.createUpdate("UPDATE sample_list SET holder = :person WHERE id = :id AND holder IS NULL")
                .bind("person", person.text()).bind("id", id.text()).execute();
        if (changed != 1) {
            throw new IllegalStateException("list assigned twice: " + id.text());
        }
    }

    @Override
    public void free(ListId id) {
        handle.createUpdate("UPDATE sample_list SET holder = NULL WHERE id = :id").bind("id", id.text()).execute();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(new ListId(row.getString("id")), new SurveyId(row.getString("survey")),
                AreaKey.parse(row.getString("village")), row.getString("village_name"), row.getInt("target"),
                Optional.ofNullable(row.getString("holder")).map(PersonId::new),
                Optional.ofNullable(row.getString("device")));
    }
}
