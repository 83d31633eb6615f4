package vn.hoidan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.sync.OfficeMessage;
import vn.hoidan.server.app.book.OfficeMessages;

/// Messages to people; one text stands once, however many it goes to.
final class OfficeMessageTable implements OfficeMessages {

    private final Handle handle;

    OfficeMessageTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(Posted posted) {
        OfficeMessage message = posted.message();
        boolean there = handle.createQuery("SELECT COUNT(*) FROM office_message WHERE id = :id")
                .bind("id", message.id()).mapTo(Integer.class).one() > 0;
        if (there) {
            return;
        }
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM office_message")
                .mapTo(Long.class).one();
        handle.createUpdate("""
                INSERT INTO office_message (number, id, sent_at, sender, text, sent_by)
                VALUES (:number, :id, :at, :sender, :text, :by)""")
                .bind("number", number).bind("id", message.id()).bind("at", message.sentAt().toEpochMilli())
                .bind("sender", message.sender()).bind("text", message.text())
                .bind("by", posted.by().map(PersonId::text).orElse(null)).execute();
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO office_message_to (person, number) VALUES (:person, :number)");
        posted.to().forEach(person -> batch.bind("person", person.text()).bind("number", number).add());
        batch.execute();
    }

    @Override
    public List<Stored> sent(PersonId by, int most) {
        return stored(handle.createQuery("SELECT number, id, sent_at, sender, text FROM office_message "
                + "WHERE sent_by = :by ORDER BY number DESC LIMIT :most").bind("by", by.text()).bind("most", most));
    }

    @Override
    public List<Stored> sent(int most) {
        return stored(handle.createQuery("SELECT number, id, sent_at, sender, text FROM office_message "
                + "ORDER BY number DESC LIMIT :most").bind("most", most));
    }

    private List<Stored> stored(Query query) {
        return query.map((row, context) -> numbered(row)).list().stream()
                .map(each -> new Stored(each.message(), readers(each.number()))).toList();
    }

    private List<Reader> readers(long number) {
        return handle.createQuery("SELECT person, read_at FROM office_message_to WHERE number = :number "
                + "ORDER BY person").bind("number", number).map((row, context) -> new Reader(
                        new PersonId(row.getString("person")), Columns.maybeInstant(row, "read_at"))).list();
    }

    @Override
    public void read(PersonId person, List<String> ids, Instant at) {
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE office_message_to SET read_at = :at WHERE person = :person AND read_at IS NULL
                  AND number = (SELECT number FROM office_message WHERE id = :id)""");
        ids.forEach(id -> batch.bind("at", at.toEpochMilli()).bind("person", person.text()).bind("id", id).add());
        batch.execute();
    }

    private static Numbered numbered(ResultSet row) throws SQLException {
        return new Numbered(row.getLong("number"), new OfficeMessage(row.getString("id"),
                Columns.instant(row, "sent_at"), row.getString("sender"), row.getString("text")));
    }

    @Override
    public List<Numbered> untold(PersonId person, String device, Instant since, int most) {
        return handle.createQuery("""
                SELECT m.number, m.id, m.sent_at, m.sender, m.text
                FROM office_message_to t JOIN office_message m ON m.number = t.number
                WHERE t.person = :person AND m.sent_at >= :since AND t.number >
                  COALESCE((SELECT number FROM office_message_told WHERE device = :device), 0)
                ORDER BY t.number LIMIT :most""")
                .bind("person", person.text()).bind("since", since.toEpochMilli()).bind("device", device)
                .bind("most", most)
                .map((row, context) -> numbered(row)).list();
    }

    @Override
    public void told(String device, long number) {
        handle.createUpdate("""
                INSERT INTO office_message_told (device, number) VALUES (:device, :number)
                ON CONFLICT (device) DO UPDATE SET number = excluded.number""")
                .bind("device", device).bind("number", number).execute();
    }
}
