package vn.hoidan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.app.book.Logs;
import vn.hoidan.server.app.book.RecordAct;
import vn.hoidan.wire.Compression;
import vn.hoidan.wire.Wire;

/// What each device sent and what it is told.
final class LogTable implements Logs {

    private static final int SMALLEST_FOLDED_BYTES = 1024;

    private final Handle handle;

    LogTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Map<Long, Bytes> hashes(String device, long fromNumber, long toNumber) {
        Map<Long, Bytes> hashes = new HashMap<>();
        handle.createQuery("""
                SELECT number, hash FROM up_record WHERE device = :device AND number BETWEEN :from AND :to""")
                .bind("device", device).bind("from", fromNumber).bind("to", toNumber)
                .map((row, context) -> Map.entry(row.getLong("number"), Columns.bytes(row, "hash")))
                .forEach(each -> hashes.put(each.getKey(), each.getValue()));
        return hashes;
    }

    @Override
    public void keep(String device, UpRecord record, Instant at) {
        handle.createUpdate("""
                INSERT INTO up_record (device, number, previous, hash, type, body, signature, received_at)
                VALUES (:device, :number, :previous, :hash, :type, :body, :signature, :at)""")
                .bind("device", device).bind("number", record.number()).bind("previous", record.previous().toArray())
                .bind("hash", record.position().hash().toArray()).bind("type", record.type().code())
                .bind("body", record.body().toArray())
                .bind("signature", record.signature().map(Bytes::toArray).orElse(null))
                .bind("at", at.toEpochMilli()).execute();
    }

    @Override
    public void quarantine(String device, long number, String cause) {
        handle.createUpdate("INSERT INTO quarantine (device, number, cause) VALUES (:device, :number, :cause)")
                .bind("device", device).bind("number", number).bind("cause", cause).execute();
    }

    @Override
    public void release(String device, long number) {
        handle.createUpdate("DELETE FROM quarantine WHERE device = :device AND number = :number")
                .bind("device", device).bind("number", number).execute();
    }

    @Override
    public List<Quarantined> quarantined() {
        return handle.createQuery("SELECT * FROM quarantine ORDER BY device, number")
                .map((row, context) -> new Quarantined(row.getString("device"), row.getLong("number"),
                        row.getString("cause"))).list();
    }

    @Override
    public void acted(String device, long number, RecordAct act) {
        handle.createUpdate("""
                INSERT INTO record_act (device, number, act, kind, list, household, acted_by, reason, done_at)
                VALUES (:device, :number, (SELECT COALESCE(MAX(act), 0) + 1 FROM record_act
                    WHERE device = :device AND number = :number), :kind, :list, :household, :by, :reason, :at)""")
                .bind("device", device).bind("number", number).bind("kind", act.kind().code())
                .bind("list", act.place().map(place -> place.list().text()).orElse(null))
                .bind("household", act.place().map(RecordAct.Place::household).orElse(null))
                .bind("by", act.by()).bind("reason", act.reason()).bind("at", act.at().toEpochMilli()).execute();
    }

    @Override
    public List<RecordAct> acts(String device, long number) {
        return handle.createQuery("SELECT * FROM record_act WHERE device = :device AND number = :number ORDER BY act")
                .bind("device", device).bind("number", number).map((row, context) -> act(row)).list();
    }

    private static RecordAct act(ResultSet row) throws SQLException {
        int household = row.getInt("household");
        return new RecordAct(RecordAct.Kind.ofCode(row.getString("kind")), Optional.ofNullable(row.getString("list"))
                .map(list -> new RecordAct.Place(new ListId(list), household)), row.getString("acted_by"),
                row.getString("reason"), Columns.instant(row, "done_at"));
    }

    @Override
    public Optional<UpRecord> record(String device, long number) {
        return handle.createQuery("SELECT * FROM up_record WHERE device = :device AND number = :number")
                .bind("device", device).bind("number", number).map((row, context) -> record(row)).findOne();
    }

    @Override
    public void each(RecordType type, BiConsumer<String, UpRecord> reader) {
        try (Stream<Map.Entry<String, UpRecord>> rows = handle.createQuery("""
                SELECT * FROM up_record WHERE type = :type ORDER BY device, number""").bind("type", type.code())
                .map((row, context) -> Map.entry(row.getString("device"), record(row))).stream()) {
            rows.forEach(each -> reader.accept(each.getKey(), each.getValue()));
        }
    }

    /// @param row of `up_record`
    static UpRecord record(ResultSet row) throws SQLException {
        return new UpRecord(row.getLong("number"), Columns.bytes(row, "previous"),
                RecordType.ofCode(row.getString("type")), Columns.bytes(row, "body"),
                Optional.ofNullable(row.getBytes("signature")).map(Bytes::of));
    }

    @Override
    public void tell(String device, DownItem item, Instant at) {
        int changed = handle.createUpdate("UPDATE device SET told = told + 1 WHERE id = :device")
                .bind("device", device).execute();
        if (changed != 1) {
            throw new IllegalStateException("no such device");
        }
        handle.createUpdate("""
                INSERT INTO down_item (device, number, body, told_at)
                VALUES (:device, (SELECT told FROM device WHERE id = :device), :body, :at)""")
                .bind("device", device).bind("body", folded(Wire.of(item)))
                .bind("at", at.toEpochMilli()).execute();
    }

    @Override
    public void tell(String device, List<? extends DownItem> items, Instant at) {
        long last = handle.createQuery("UPDATE device SET told = told + :items WHERE id = :device RETURNING told")
                .bind("items", items.size()).bind("device", device).mapTo(long.class).findOne()
                .orElseThrow(() -> new IllegalStateException("no such device"));
        long number = last - items.size();
        List<Object[]> rows = new ArrayList<>();
        for (DownItem item : items) {
            rows.add(new Object[] {device, ++number, folded(Wire.of(item)), at.toEpochMilli()});
        }
        ManyRows.one(handle, "INSERT INTO down_item (device, number, body, told_at) VALUES (?, ?, ?, ?)", rows);
    }

    @Override
    public void tellDevice(String log, DownItem item, Instant at) {
        handle.createQuery("""
                SELECT id FROM device WHERE device_name = (SELECT device_name FROM device WHERE id = :log)
                ORDER BY position""")
                .bind("log", log).mapTo(String.class).list().forEach(each -> tell(each, item, at));
    }

    @Override
    public void begin(String device) {
        handle.createUpdate("DELETE FROM down_item WHERE device = :device").bind("device", device).execute();
        handle.createUpdate("UPDATE device SET told = 0, cursor_at = 0, record_key_told = NULL WHERE id = :device")
                .bind("device", device).execute();
        handle.createUpdate("DELETE FROM office_message_told WHERE device = :device").bind("device", device)
                .execute();
    }

    @Override
    public List<DownEntry> itemsAfter(String device, long cursor, int most) {
        return handle.createQuery("""
                SELECT number, body FROM down_item WHERE device = :device AND number > :cursor
                ORDER BY number LIMIT :most""")
                .bind("device", device).bind("cursor", cursor).bind("most", most)
                .map((row, context) -> new DownEntry(row.getLong("number"),
                        Wire.downItem(unfolded(row.getBytes("body"))))).list();
    }

    /// Small items, which are most, stay as they are: to compress them costs more than it saves.
    private static byte[] folded(byte[] message) {
        return message.length < SMALLEST_FOLDED_BYTES ? message : Compression.deflate(message);
    }

    /// A message begins with a brace, a compressed one never does (RFC 1950: 0x78).
    private static byte[] unfolded(byte[] stored) {
        return stored.length > 0 && stored[0] == '{' ? stored
                : Compression.inflate(stored, Wire.MOST_MESSAGE_BYTES);
    }
}
