package vn.hoidan.client.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.sqlite.Direct;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.RecordBodies;

/// The device's own log: numbered without gaps, each record chained to the one before.
record UpLog(Handle handle, Sealing sealing) {
    static final String WITH_BODY = "length(sealed_body) > 0";

    private record Line(long number, String type, byte[] chain, byte[] body, byte[] signature) {
    }

    /// Records that follow are sealed to this key of the office.
    ///
    /// @throws ProblemException MESSAGE_UNREADABLE if it cannot be used: a key that is found to be none only when an
    ///                          interview is completed would stop the work
    void sealFromNowOn(Bytes recordKey) {
        try {
            RecordSeals.seal(recordKey, recordKey, recordKey);
        } catch (IllegalArgumentException unusable) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "record key").exception(unusable);
        }
        new Documents(handle, sealing).put(Documents.RECORD_KEY, recordKey.toArray());
    }

    LogPosition head() {
        long last = handle.createQuery("SELECT coalesce(max(number), 0) FROM up_record").mapTo(Long.class).one();
        return last == 0 ? LogPosition.START : new LogPosition(last, hashOf(last).orElseThrow());
    }

    /// Gives the number of the new record. Where records were lost, their numbers are left out for ever: the gap is
    /// what keeps the log from being sent as if it were whole.
    long append(RecordType type, Bytes content) {
        LogPosition head = head();
        long made = Direct.numbers(handle, "SELECT made FROM position")[0];
        UpRecord record = record(Math.max(head.number(), made) + 1, head.hash(), type, content);
        boolean sealed = record.signature().isPresent();
        byte[] chain = Arrays.copyOf(record.previous().toArray(), 2 * LogPosition.HASH_BYTES);
        System.arraycopy(record.position().hash().toArray(), 0, chain, LogPosition.HASH_BYTES, LogPosition.HASH_BYTES);
        handle.createUpdate("INSERT INTO up_record (number, type, body_bytes, sealed_chain, sealed_body, "
                + "sealed_content, signature) VALUES (:number, :type, :bytes, :chain, :body, :content, :signature)")
                .bind("number", record.number()).bind("type", type.code()).bind("bytes", record.body().length())
                .bind("chain", sealing.seal(chain, context("chain", record.number())))
                .bind("body", sealing.seal(record.body().toArray(), context("body", record.number())))
                .bind("content", sealed ? sealing.seal(content.toArray(), context("content", record.number())) : null)
                .bind("signature", record.signature().map(Bytes::toArray).orElse(null)).execute();
        return record.number();
    }

    /// What stays of an interview's record is its place in the chain.
    void deleteBody(InterviewId interview) {
        handle.execute("UPDATE up_record SET sealed_body = x'', sealed_content = NULL WHERE number = "
                + "(SELECT record_number FROM interview WHERE id = ?)", interview.asText());
    }

    /// Everything that is still here becomes another log: the same contents in their order, numbered, chained and
    /// sealed anew. What is only at the office any more has its place in the log that ended.
    void beginAnew(int incarnation) {
        List<Line> lines = handle.createQuery("SELECT number, type, sealed_chain, sealed_body, signature "
                + "FROM up_record WHERE " + WITH_BODY + " ORDER BY number").map((row, context) -> line(row)).list();
        Map<Long, String> interviews = new HashMap<>();
        handle.createQuery("SELECT record_number, id FROM interview WHERE record_number IS NOT NULL")
                .map((row, context) -> Map.entry(row.getLong("record_number"), row.getString("id")))
                .forEach(each -> interviews.put(each.getKey(), each.getValue()));
        List<Bytes> contents = lines.stream().map(line -> content(line.number())).toList();
        handle.execute("UPDATE interview SET record_number = NULL");
        handle.execute("DELETE FROM up_record");
        handle.execute("UPDATE position SET incarnation = ?, cursor = 0, stored = 0, safe = 0, made = 0, "
                + "brought_back = 0, log_sought = 0, exported = 0, exported_at = NULL", incarnation);
        for (int index = 0; index < lines.size(); index++) {
            Line line = lines.get(index);
            long number = append(RecordType.ofCode(line.type()), contents.get(index));
            Optional.ofNullable(interviews.get(line.number())).ifPresent(id ->
                    handle.execute("UPDATE interview SET record_number = ? WHERE id = ?", number, id));
        }
    }

    /// Sealed and signed once the office has given its key; before that as older programs made it.
    private UpRecord record(long number, Bytes previous, RecordType type, Bytes content) {
        Documents documents = new Documents(handle, sealing);
        Optional<Bytes> recordKey = documents.find(Documents.RECORD_KEY).map(Bytes::of);
        if (recordKey.isEmpty()) {
            return new UpRecord(number, previous, type, content);
        }
        RecordHeader header = new RecordHeader(OwnLog.name(documents.profile().device(), incarnation()), number,
                previous, type);
        UpRecord record = new UpRecord(number, previous, type,
                RecordSeals.seal(recordKey.get(), header.toBytes(), content));
        return record.signed(StoreSigning.keptOrMade(handle, sealing)
                .sign(SignaturePurpose.RECORD, record.position().hash()));
    }

    private int incarnation() {
        return Math.toIntExact(Direct.numbers(handle, "SELECT incarnation FROM position")[0]);
    }

    /// What a record says, as it was before it was sealed to the office.
    Bytes content(long number) {
        return handle.createQuery("SELECT sealed_body, sealed_content FROM up_record WHERE number = ?").bind(0, number)
                .map((row, context) -> row.getBytes("sealed_content") == null
                        ? sealing.open(row.getBytes("sealed_body"), context("body", number))
                        : sealing.open(row.getBytes("sealed_content"), context("content", number)))
                .findOne().map(Bytes::of).orElseThrow();
    }

    /// Newest first.
    List<SignedVoucher> vouchersGiven(int most) {
        return handle.createQuery("SELECT number FROM up_record WHERE type = ? ORDER BY number DESC LIMIT ?")
                .bind(0, RecordType.VOUCHER_GIVEN.code()).bind(1, most).mapTo(Long.class).list().stream()
                .map(number -> voucher(number, RecordType.VOUCHER_GIVEN)).toList();
    }

    /// Given or taken, in records that the server does not have.
    List<SignedVoucher> vouchersUntold() {
        return Stream.of(RecordType.VOUCHER_GIVEN, RecordType.VOUCHER_TAKEN).flatMap(type -> handle.createQuery(
                "SELECT number FROM up_record WHERE type = ? AND number > (SELECT stored FROM position)")
                .bind(0, type.code()).mapTo(Long.class).list().stream().map(number -> voucher(number, type)))
                .toList();
    }

    private SignedVoucher voucher(long number, RecordType type) {
        return switch (RecordBodies.units(type, content(number))) {
            case UnitsRecord.VoucherGiven given -> given.voucher();
            case UnitsRecord.VoucherTaken taken -> taken.voucher();
            case UnitsRecord.Returned _, UnitsRecord.CodeGiven _ ->
                throw new IllegalStateException("no voucher in a record of " + type.code());
        };
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

    /// @throws ProblemException LOG_TORN if the next record was lost, or was deleted because it was safe and the office
    ///                          has lost it since
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
                    throw torn(number + 1);
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
                    RecordType.ofCode(line.type()), body, Optional.ofNullable(line.signature()).map(Bytes::of)));
        }
        if (records.isEmpty() && head().number() > number) {
            throw torn(number + 1);
        }
        return records;
    }

    private static ProblemException torn(long number) {
        return Problem.of(ProblemKind.LOG_TORN, "number", String.valueOf(number)).exception();
    }

    private List<Line> linesWithin(long number, int mostRecords) {
        return handle.createQuery("SELECT number, type, sealed_chain, sealed_body, signature FROM up_record "
                + "WHERE number > ? AND " + WITH_BODY + " ORDER BY number LIMIT ?").bind(0, number)
                .bind(1, Math.max(1, mostRecords)).map((row, context) -> line(row)).list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getLong("number"), row.getString("type"), row.getBytes("sealed_chain"),
                row.getBytes("sealed_body"), row.getBytes("signature"));
    }

    static String context(String part, long number) {
        return "up_record:" + part + ":" + number;
    }
}
