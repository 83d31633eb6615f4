package vn.hoidan.server.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.sync.OfficeMessage;
import vn.hoidan.server.app.OfficeMessages;

/// Messages to people; one text stands once, however many it goes to.
final class OfficeMessageTable implements OfficeMessages {

    private final Handle handle;

    OfficeMessageTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(OfficeMessage message, List<PersonId> to) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM office_message")
                .mapTo(Long.class).one();
        handle.createUpdate("""
                INSERT INTO office_message (number, id, sent_at, sender, text)
                VALUES (:number, :id, :at, :sender, :text)""")
                .bind("number", number).bind("id", message.id()).bind("at", message.sentAt().toEpochMilli())
                .bind("sender", message.sender()).bind("text", message.text()).execute();
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO office_message_to (person, number) VALUES (:person, :number)");
        to.forEach(person -> batch.bind("person", person.text()).bind("number", number).add());
        batch.execute();
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
                .map((row, context) -> new Numbered(row.getLong("number"), new OfficeMessage(row.getString("id"),
                        Columns.instant(row, "sent_at"), row.getString("sender"), row.getString("text")))).list();
    }

    @Override
    public void told(String device, long number) {
        handle.createUpdate("""
                INSERT INTO office_message_told (device, number) VALUES (:device, :number)
                ON CONFLICT (device) DO UPDATE SET number = excluded.number""")
                .bind("device", device).bind("number", number).execute();
    }
}
