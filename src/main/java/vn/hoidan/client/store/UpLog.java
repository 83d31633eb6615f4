package vn.hoidan.client.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UpRecord;

/// The device's own log: numbered without gaps, each record chained to the one before.
record UpLog(Handle handle, Sealing sealing) {
    private record Line(long number, String type, byte[] chain, byte[] body) {
    }

    LogPosition head() {
        long last = handle.createQuery("SELECT coalesce(max(number), 0) FROM up_record").mapTo(Long.class).one();
        return last == 0 ? LogPosition.START : new LogPosition(last, hashOf(last).orElseThrow());
    }

    /// Gives the number of the new record.
    long append(RecordType type, Bytes body) {
        UpRecord record = UpRecord.after(head(), type, body);
        byte[] chain = Arrays.copyOf(record.previous().toArray(), 2 * LogPosition.HASH_BYTES);
        System.arraycopy(record.position().hash().toArray(), 0, chain, LogPosition.HASH_BYTES, LogPosition.HASH_BYTES);
        handle.execute("INSERT INTO up_record (number, type, body_bytes, sealed_chain, sealed_body) "
                + "VALUES (?, ?, ?, ?, ?)", record.number(), type.code(), body.length(),
                sealing.seal(chain, context("chain", record.number())),
                sealing.seal(body.toArray(), context("body", record.number())));
        return record.number();
    }

    Optional<Bytes> hashOf(long number) {
        return handle.createQuery("SELECT sealed_chain FROM up_record WHERE number = ?").bind(0, number)
                .map((row, context) -> row.getBytes("sealed_chain")).findOne()
                .map(sealed -> Bytes.of(Arrays.copyOfRange(sealing.open(sealed, context("chain", number)),
                        LogPosition.HASH_BYTES, 2 * LogPosition.HASH_BYTES)));
    }

    /// The position with this number, which must be in the log.
    LogPosition position(long number) {
        return number == 0 ? LogPosition.START : new LogPosition(number, hashOf(number).orElseThrow());
    }

    /// True when this log has exactly this record there.
    boolean holds(LogPosition position) {
        return position.equals(LogPosition.START)
                || hashOf(position.number()).map(hash -> hash.equals(position.hash())).orElse(false);
    }

    List<UpRecord> after(long number, int mostRecords, int mostBytes) {
        List<UpRecord> records = new ArrayList<>();
        long bytes = 0;
        for (Line line : linesWithin(number, mostRecords)) {
            Bytes body = Bytes.of(sealing.open(line.body(), context("body", line.number())));
            bytes += body.length();
            if (!records.isEmpty() && bytes > mostBytes) {
                break;
            }
            byte[] chain = sealing.open(line.chain(), context("chain", line.number()));
            records.add(new UpRecord(line.number(), Bytes.of(Arrays.copyOf(chain, LogPosition.HASH_BYTES)),
                    RecordType.ofCode(line.type()), body));
        }
        return records;
    }

    private List<Line> linesWithin(long number, int mostRecords) {
        return handle.createQuery("SELECT number, type, sealed_chain, sealed_body FROM up_record WHERE number > ? "
                + "ORDER BY number LIMIT ?").bind(0, number).bind(1, Math.max(1, mostRecords))
                .map((row, context) -> new Line(row.getLong("number"), row.getString("type"),
                        row.getBytes("sealed_chain"), row.getBytes("sealed_body"))).list();
    }

    private static String context(String part, long number) {
        return "up_record:" + part + ":" + number;
    }
}
