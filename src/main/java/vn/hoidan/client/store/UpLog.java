package vn.hoidan.client.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.sqlite.Direct;

/// The device's own log: numbered without gaps, each record chained to the one before.
record UpLog(Handle handle, Sealing sealing) {
    private record Line(long number, String type, byte[] chain, byte[] body) {
    }

    LogPosition head() {
        long last = handle.createQuery("SELECT coalesce(max(number), 0) FROM up_record").mapTo(Long.class).one();
        return last == 0 ? LogPosition.START : new LogPosition(last, hashOf(last).orElseThrow());
    }

    /// Gives the number of the new record. Where records were lost, their numbers are left out for ever: the gap is
    /// what keeps the log from being sent as if it were whole.
    long append(RecordType type, Bytes body) {
        LogPosition head = head();
        long made = Direct.numbers(handle, "SELECT made FROM position")[0];
        UpRecord record = new UpRecord(Math.max(head.number(), made) + 1, head.hash(), type, body);
        byte[] chain = Arrays.copyOf(record.previous().toArray(), 2 * LogPosition.HASH_BYTES);
        System.arraycopy(record.position().hash().toArray(), 0, chain, LogPosition.HASH_BYTES, LogPosition.HASH_BYTES);
        handle.execute("INSERT INTO up_record (number, type, body_bytes, sealed_chain, sealed_body) "
                + "VALUES (?, ?, ?, ?, ?)", record.number(), type.code(), body.length(),
                sealing.seal(chain, context("chain", record.number())),
                sealing.seal(body.toArray(), context("body", record.number())));
        return record.number();
    }

    /// Everything that is still here becomes another log: the same bodies in their order, numbered and chained anew.
    void beginAnew(int incarnation) {
        List<Line> lines = handle.createQuery("SELECT number, type, sealed_chain, sealed_body FROM up_record "
                + "ORDER BY number").map((row, context) -> line(row)).list();
        Map<Long, String> interviews = new HashMap<>();
        handle.createQuery("SELECT record_number, id FROM interview WHERE record_number IS NOT NULL")
                .map((row, context) -> Map.entry(row.getLong("record_number"), row.getString("id")))
                .forEach(each -> interviews.put(each.getKey(), each.getValue()));
        handle.execute("UPDATE interview SET record_number = NULL");
        handle.execute("DELETE FROM up_record");
        handle.execute("UPDATE position SET incarnation = ?, cursor = 0, stored = 0, safe = 0, made = 0, "
                + "brought_back = 0", incarnation);
        for (Line line : lines) {
            long number = append(RecordType.ofCode(line.type()),
                    Bytes.of(sealing.open(line.body(), context("body", line.number()))));
            Optional.ofNullable(interviews.get(line.number())).ifPresent(id ->
                    handle.execute("UPDATE interview SET record_number = ? WHERE id = ?", number, id));
        }
    }

    Optional<Bytes> hashOf(long number) {
        return hashAt(number).or(() -> hashBefore(number));
    }

    private Optional<Bytes> hashAt(long number) {
        return handle.createQuery("SELECT sealed_chain FROM up_record WHERE number = ?").bind(0, number)
                .map((row, context) -> row.getBytes("sealed_chain")).findOne()
                .map(sealed -> Bytes.of(Arrays.copyOfRange(sealing.open(sealed, context("chain", number)),
                        LogPosition.HASH_BYTES, 2 * LogPosition.HASH_BYTES)));
    }

    /// The hash before the record after it tells the same, where a record was lost.
    private Optional<Bytes> hashBefore(long number) {
        return handle.createQuery("SELECT sealed_chain FROM up_record WHERE number = ?").bind(0, number + 1)
                .map((row, context) -> row.getBytes("sealed_chain")).findOne()
                .map(sealed -> Bytes.of(Arrays.copyOf(sealing.open(sealed, context("chain", number + 1)),
                        LogPosition.HASH_BYTES)));
    }

    /// What the server has said is told by a hash that is there.
    boolean positionsKnown() {
        long[] said = Direct.numbers(handle, "SELECT stored, safe FROM position");
        return said.length == 2 && Arrays.stream(said).allMatch(number -> number >= 0
                && (number == 0 || hashOf(number).isPresent()));
    }

    /// After records were lost: what the server has said stays as it is where its hash is still known, else it goes
    /// back to a record that is there. A number that no record had tells nothing: all is sent again.
    void settlePositions() {
        long newest = Direct.numbers(handle, "SELECT coalesce(max(number), 0) FROM up_record")[0];
        for (String column : List.of("stored", "safe")) {
            long said = Direct.numbers(handle, "SELECT " + column + " FROM position")[0];
            long number = said > newest && hashOf(said).isEmpty() ? 0 : said;
            while (number > 0 && hashOf(number).isEmpty()) {
                number--;
            }
            Direct.update(handle, "UPDATE position SET " + column + " = ?", number);
        }
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

    /// @throws vn.hoidan.core.problem.ProblemException LOG_TORN if the next record was lost
    List<UpRecord> after(long number, int mostRecords, int mostBytes) {
        if (Direct.numbers(handle, "SELECT brought_back FROM position")[0] == 1) {
            // the server is asked first whether it holds records that this copy does not
            return List.of();
        }
        List<UpRecord> records = new ArrayList<>();
        long bytes = 0;
        for (Line line : linesWithin(number, mostRecords)) {
            if (line.number() != number + 1 + records.size()) {
                if (records.isEmpty()) {
                    throw Problem.of(ProblemKind.LOG_TORN, "number", String.valueOf(number + 1)).exception();
                }
                break;
            }
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
                .map((row, context) -> line(row)).list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getLong("number"), row.getString("type"), row.getBytes("sealed_chain"),
                row.getBytes("sealed_body"));
    }

    static String context(String part, long number) {
        return "up_record:" + part + ":" + number;
    }
}
