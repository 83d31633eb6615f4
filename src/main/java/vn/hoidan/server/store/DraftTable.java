package vn.hoidan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.sync.DraftMark;
import vn.hoidan.core.sync.SealedDraft;
import vn.hoidan.server.app.book.Drafts;

/// Interviews in work.
final class DraftTable implements Drafts {

    private final Handle handle;

    DraftTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<Entry> find(InterviewId interview) {
        return handle.createQuery("SELECT * FROM draft WHERE interview = :interview")
                .bind("interview", interview.asText()).map((row, context) -> entry(row)).findOne();
    }

    @Override
    public List<Entry> of(PersonId person) {
        return handle.createQuery("SELECT * FROM draft WHERE person = :person ORDER BY interview")
                .bind("person", person.text()).map((row, context) -> entry(row)).list();
    }

    @Override
    public void each(Consumer<Entry> reader) {
        try (Stream<Entry> rows = handle.createQuery("SELECT * FROM draft").map((row, context) -> entry(row))
                .stream()) {
            rows.forEach(reader);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(new SealedDraft(new DraftMark(InterviewId.parse(row.getString("interview")),
                row.getInt("revision")), Columns.bytes(row, "sealed")), new PersonId(row.getString("person")),
                row.getString("device"), Columns.instant(row, "received_at"));
    }

    @Override
    public void put(Entry entry) {
        handle.createUpdate("""
                INSERT INTO draft (interview, revision, sealed, person, device, received_at)
                VALUES (:interview, :revision, :sealed, :person, :device, :at)
                ON CONFLICT (interview) DO UPDATE SET revision = excluded.revision, sealed = excluded.sealed,
                device = excluded.device, received_at = excluded.received_at""")
                .bind("interview", entry.draft().mark().interview().asText())
                .bind("revision", entry.draft().mark().revision()).bind("sealed", entry.draft().sealed().toArray())
                .bind("person", entry.person().text()).bind("device", entry.device())
                .bind("at", entry.receivedAt().toEpochMilli()).execute();
    }

    @Override
    public void delete(InterviewId interview) {
        handle.createUpdate("DELETE FROM draft WHERE interview = :interview").bind("interview", interview.asText())
                .execute();
    }

    @Override
    public void deleteBefore(Instant moment) {
        handle.createUpdate("DELETE FROM draft WHERE received_at < :moment").bind("moment", moment.toEpochMilli())
                .execute();
    }
}
