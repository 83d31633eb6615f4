package vn.hoidan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.book.Attachments;

/// Sealed files and the contents that interviews name.
final class AttachmentTable implements Attachments {

    private final Handle handle;

    AttachmentTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(Entry entry) {
        handle.createUpdate("""
                INSERT INTO attachment (hash, file, cover, bytes, device, received_at, safe)
                VALUES (:hash, :file, :cover, :bytes, :device, :at, :safe)
                ON CONFLICT (hash) DO NOTHING""")
                .bind("hash", entry.hash().toArray()).bind("file", entry.file().toArray())
                .bind("cover", entry.cover().map(Bytes::toArray).orElse(null)).bind("bytes", entry.bytes())
                .bind("device", entry.device()).bind("at", entry.receivedAt().toEpochMilli())
                .bind("safe", entry.safe() ? 1 : 0).execute();
    }

    @Override
    public Optional<Entry> find(Bytes hash) {
        return handle.createQuery("SELECT * FROM attachment WHERE hash = :hash").bind("hash", hash.toArray())
                .map((row, context) -> entry(row)).findOne();
    }

    @Override
    public Optional<Entry> covering(Bytes cover) {
        return handle.createQuery("SELECT * FROM attachment WHERE cover = :cover AND hash = file")
                .bind("cover", cover.toArray()).map((row, context) -> entry(row)).findFirst();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(Columns.bytes(row, "hash"), Columns.bytes(row, "file"),
                Optional.ofNullable(row.getBytes("cover")).map(Bytes::of), row.getLong("bytes"),
                row.getString("device"), Columns.instant(row, "received_at"), row.getInt("safe") == 1);
    }

    @Override
    public long bytesOf(String device) {
        return handle.createQuery("SELECT COALESCE(SUM(bytes), 0) FROM attachment WHERE device = :device")
                .bind("device", device).mapTo(Long.class).one();
    }

    @Override
    public List<Entry> all() {
        return handle.createQuery("SELECT * FROM attachment ORDER BY file, hash").map((row, context) -> entry(row))
                .list();
    }

    @Override
    public boolean anyUnsafe() {
        return handle.createQuery("SELECT COUNT(*) FROM attachment WHERE safe = 0").mapTo(Long.class).one() > 0;
    }

    @Override
    public void safe(Bytes file) {
        handle.createUpdate("UPDATE attachment SET safe = 1 WHERE file = :file").bind("file", file.toArray())
                .execute();
    }

    @Override
    public void forget(Bytes file) {
        handle.createUpdate("DELETE FROM attachment WHERE file = :file").bind("file", file.toArray()).execute();
    }

    @Override
    public boolean holds(Bytes file) {
        return handle.createQuery("SELECT COUNT(*) FROM attachment WHERE file = :file").bind("file", file.toArray())
                .mapTo(Long.class).one() > 0;
    }

    @Override
    public List<Entry> unnamed(Instant before) {
        return handle.createQuery("""
                SELECT * FROM attachment WHERE cover IS NOT NULL
                    AND cover NOT IN (SELECT cover FROM attachment_wanted) AND NOT EXISTS
                    (SELECT 1 FROM attachment AS newer
                    WHERE newer.file = attachment.file AND newer.received_at >= :before)
                ORDER BY received_at, hash""")
                .bind("before", before.toEpochMilli()).map((row, context) -> entry(row)).list();
    }

    @Override
    public List<Entry> unopened() {
        return handle.createQuery("SELECT * FROM attachment WHERE cover IS NULL ORDER BY received_at, hash")
                .map((row, context) -> entry(row)).list();
    }

    @Override
    public void opened(Bytes hash, Bytes cover) {
        handle.createUpdate("UPDATE attachment SET cover = :cover WHERE hash = :hash AND cover IS NULL")
                .bind("cover", cover.toArray()).bind("hash", hash.toArray()).execute();
    }

    @Override
    public void wanted(InterviewId interview, Collection<Bytes> covers) {
        covers.forEach(cover -> handle.createUpdate("""
                INSERT INTO attachment_wanted (interview, cover) VALUES (:interview, :cover)
                ON CONFLICT (interview, cover) DO NOTHING""")
                .bind("interview", interview.asText()).bind("cover", cover.toArray()).execute());
    }

    @Override
    public List<Awaited> awaited(SurveyId survey) {
        return handle.createQuery("""
                SELECT device.person, device.device_name, COUNT(DISTINCT interview.id) AS interviews,
                    COUNT(*) AS contents, MIN(interview.received_at) AS since
                FROM attachment_wanted JOIN interview ON interview.id = attachment_wanted.interview
                JOIN device ON device.id = interview.device
                WHERE interview.survey = :survey AND NOT EXISTS
                    (SELECT 1 FROM attachment WHERE attachment.cover = attachment_wanted.cover)
                GROUP BY device.person, device.device_name ORDER BY since, device.device_name""")
                .bind("survey", survey.text()).map((row, context) -> new Awaited(
                        new PersonId(row.getString("person")), row.getString("device_name"),
                        row.getInt("interviews"), row.getInt("contents"), Columns.instant(row, "since"))).list();
    }
}
