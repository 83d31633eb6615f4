package vn.hoidan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import vn.hoidan.core.quota.Pace;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DraftCount;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.server.app.book.Devices;

/// Enrolled laptops.
final class DeviceTable implements Devices {

    private final Handle handle;

    DeviceTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(Device device, Instant at) {
        handle.createUpdate("""
                INSERT INTO device (id, position, person, survey, label, token_hash, enrolled_at, replaced_at,
                    stored_number, stored_hash, safe_number, safe_hash, told, cursor_at, accepted, device_name,
                    incarnation, lists_due, pace_heard_at, active_until)
                VALUES (:id, (SELECT COALESCE(MAX(position), 0) + 1 FROM device), :person, :survey, :label, :token, :at,
                    :replaced, :storedNumber, :storedHash, :safeNumber, :safeHash, 0, 0, 0,
                    :name, :incarnation, :due, :at, :activeUntil)""")
                .bind("id", device.id()).bind("name", device.name()).bind("incarnation", device.incarnation())
                .bind("replaced", device.replaced() ? at.toEpochMilli() : null)
                .bind("due", device.listsDue() ? 1 : 0).bind("person", device.person().text())
                .bind("survey", device.survey().text()).bind("label", device.label())
                .bind("token", device.tokenHash().toArray())
                .bind("at", at.toEpochMilli()).bind("storedNumber", device.stored().number())
                .bind("storedHash", device.stored().hash().toArray()).bind("safeNumber", device.safe().number())
                .bind("safeHash", device.safe().hash().toArray())
                .bind("activeUntil", Pace.usual(at).activeUntil().toEpochMilli()).execute();
    }

    @Override
    public Optional<Device> find(String id) {
        return handle.createQuery("SELECT * FROM device WHERE id = :id").bind("id", id)
                .map((row, context) -> device(row)).findOne();
    }

    @Override
    public List<Device> of(SurveyId survey) {
        return handle.createQuery("SELECT * FROM device WHERE survey = :survey ORDER BY position")
                .bind("survey", survey.text()).map((row, context) -> device(row)).list();
    }

    @Override
    public Optional<Device> current(PersonId person) {
        return handle.createQuery("SELECT * FROM device WHERE person = :person AND replaced_at IS NULL")
                .bind("person", person.text()).map((row, context) -> device(row)).findOne();
    }

    @Override
    public void reported(String id, long epoch) {
        one(handle.createUpdate("UPDATE device SET reported_epoch = :epoch WHERE id = :id").bind("epoch", epoch)
                .bind("id", id));
    }

    @Override
    public void listsDue(String id, boolean due) {
        one(handle.createUpdate("UPDATE device SET lists_due = :due WHERE id = :id").bind("due", due ? 1 : 0)
                .bind("id", id));
    }

    @Override
    public void replaced(String id, Instant at) {
        one(handle.createUpdate("UPDATE device SET replaced_at = :at WHERE id = :id AND replaced_at IS NULL")
                .bind("at", at.toEpochMilli()).bind("id", id));
    }

    @Override
    public void tokenChanged(String name, Bytes tokenHash) {
        handle.createUpdate("UPDATE device SET token_hash = :hash WHERE device_name = :name")
                .bind("hash", tokenHash.toArray()).bind("name", name).execute();
    }

    @Override
    public Optional<Device> newestLog(String name) {
        return handle.createQuery("SELECT * FROM device WHERE device_name = :name ORDER BY incarnation DESC LIMIT 1")
                .bind("name", name).map((row, context) -> device(row)).findOne();
    }

    @Override
    public void keyShown(String id, Bytes signingKey, Instant at) {
        one(handle.createUpdate("""
                INSERT INTO device_key (device, signing_key, position, shown_at)
                VALUES (:id, :key, (SELECT COALESCE(MAX(position), 0) + 1 FROM device_key WHERE device = :id), :at)
                ON CONFLICT (device, signing_key) DO UPDATE SET position = excluded.position""")
                .bind("id", id).bind("key", signingKey.toArray()).bind("at", at.toEpochMilli()));
    }

    @Override
    public void keyPutBack(String id, SigningKey key, Instant at) {
        one(handle.createUpdate("""
                INSERT INTO device_key (device, signing_key, position, shown_at, revoked_at)
                VALUES (:id, :key, (SELECT COALESCE(MIN(position), 1) - 1 FROM device_key WHERE device = :id), :at,
                    :revoked)""")
                .bind("id", id).bind("key", key.key().toArray()).bind("at", at.toEpochMilli())
                .bind("revoked", key.revoked() ? at.toEpochMilli() : null));
    }

    @Override
    public Optional<Bytes> recordKeyTold(String id) {
        return handle.createQuery("SELECT record_key_told FROM device WHERE id = :id AND record_key_told IS NOT NULL")
                .bind("id", id).map((row, context) -> Columns.bytes(row, "record_key_told")).findOne();
    }

    @Override
    public void recordKeyTold(String id, Bytes recordKey) {
        one(handle.createUpdate("UPDATE device SET record_key_told = :key WHERE id = :id").bind("id", id)
                .bind("key", recordKey.toArray()));
    }

    @Override
    public void keysRevoked(String id, Instant at) {
        handle.createUpdate("UPDATE device_key SET revoked_at = :at WHERE device = :id AND revoked_at IS NULL")
                .bind("id", id).bind("at", at.toEpochMilli()).execute();
    }

    @Override
    public List<SigningKey> signingKeys(String id) {
        return handle.createQuery("SELECT * FROM device_key WHERE device = :id ORDER BY position DESC").bind("id", id)
                .map((row, context) -> new SigningKey(Columns.bytes(row, "signing_key"),
                        Columns.maybeInstant(row, "revoked_at").isPresent())).list();
    }

    @Override
    public void heard(String id, Heard heard) {
        one(handle.createUpdate("""
                UPDATE device SET stored_number = :number, stored_hash = :hash, cursor_at = :cursor, last_sync_at = :at,
                    clock_behind_millis = COALESCE(:clock, clock_behind_millis),
                    forked_at = CASE WHEN :forked THEN :at ELSE forked_at END,
                    pace_per_day = :perDay, pace_days_between = :daysBetween, pace_heard_at = :paceAt,
                    pace_done = :done, active_until = :activeUntil
                WHERE id = :id AND stored_number <= :number""")
                .bind("number", heard.stored().number()).bind("hash", heard.stored().hash().toArray())
                .bind("cursor", heard.cursor()).bind("at", heard.at().toEpochMilli())
                .bind("clock", heard.clockMillis().isPresent() ? heard.clockMillis().getAsLong() : null)
                .bind("forked", heard.forked())
                .bind("perDay", heard.pace().perDay()).bind("daysBetween", heard.pace().daysBetween())
                .bind("paceAt", heard.pace().heardAt().toEpochMilli()).bind("done", heard.pace().doneSince())
                .bind("activeUntil", heard.pace().activeUntil().toEpochMilli()).bind("id", id));
        handle.createUpdate("DELETE FROM draft_count WHERE device = :id").bind("id", id).execute();
        for (DraftCount draft : heard.drafts()) {
            handle.createUpdate("""
                    INSERT INTO draft_count (device, list, count) VALUES (:id, :list, :count)
                    ON CONFLICT (device, list) DO UPDATE SET count = :count""")
                    .bind("id", id).bind("list", draft.list().text()).bind("count", draft.count()).execute();
        }
    }

    @Override
    public Pace pace(String id) {
        return handle.createQuery("""
                SELECT pace_per_day, pace_days_between, COALESCE(pace_heard_at, enrolled_at) AS heard, pace_done
                FROM device WHERE id = :id""").bind("id", id)
                .map((row, context) -> new Pace(row.getDouble("pace_per_day"), row.getDouble("pace_days_between"),
                        Columns.instant(row, "heard"), row.getInt("pace_done"))).one();
    }

    @Override
    public void notCountedOn(String id) {
        one(handle.createUpdate("UPDATE device SET active_until = 0 WHERE id = :id").bind("id", id));
    }

    @Override
    public boolean isCountedOn(String id) {
        return handle.createQuery("SELECT active_until > 0 FROM device WHERE id = :id").bind("id", id)
                .mapTo(boolean.class).one();
    }

    @Override
    public void storedLate(String id, LogPosition stored) {
        one(handle.createUpdate("UPDATE device SET stored_number = :number, stored_hash = :hash WHERE id = :id "
                + "AND stored_number <= :number").bind("number", stored.number())
                .bind("hash", stored.hash().toArray()).bind("id", id));
    }

    @Override
    public List<Drafts> drafts(SurveyId survey) {
        return handle.createQuery("""
                SELECT draft_count.device, list, count FROM draft_count JOIN device ON device.id = draft_count.device
                WHERE survey = :survey AND replaced_at IS NULL ORDER BY device.position, list""")
                .bind("survey", survey.text()).map((row, context) -> new Drafts(row.getString("device"),
                        new DraftCount(new ListId(row.getString("list")), row.getInt("count")))).list();
    }

    @Override
    public void acceptedChanged(String id, int by) {
        one(handle.createUpdate("UPDATE device SET accepted = accepted + :by WHERE id = :id").bind("by", by)
                .bind("id", id));
    }

    @Override
    public void safe(String id, LogPosition position) {
        one(handle.createUpdate("UPDATE device SET safe_number = :number, safe_hash = :hash WHERE id = :id")
                .bind("number", position.number()).bind("hash", position.hash().toArray()).bind("id", id));
    }

    private static void one(Update update) {
        int changed = update.execute();
        if (changed != 1) {
            throw new IllegalStateException("devices changed: " + changed);
        }
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(row.getString("id"), row.getString("device_name"), row.getInt("incarnation"),
                new PersonId(row.getString("person")), new SurveyId(row.getString("survey")), row.getString("label"),
                Columns.bytes(row, "token_hash"),
                Columns.position(row, "stored"), Columns.position(row, "safe"),
                Columns.maybeInstant(row, "last_sync_at"), Columns.maybeInstant(row, "replaced_at").isPresent(),
                row.getInt("accepted"), row.getLong("told"), row.getLong("reported_epoch"),
                row.getInt("lists_due") == 1);
    }
}
