package vn.hoidan.client.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FilePost;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.AttachmentState.Stage;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.Direct;
import vn.hoidan.vault.FileSeals;
import vn.hoidan.vault.FileSeals.FileKey;

/// How the files of one store stand that are on their way to the office.
record StoreFiles(Database database, Sealing sealing) implements FilePost {
    /// A row, with what it is sealed with.
    private record Row(long number, Parcel parcel, byte[] head, byte[] sealedSecret) {
    }

    @Override
    public boolean allSafe() {
        return database.read(handle -> Direct.numbers(handle, "SELECT count(*) FROM attachment WHERE number NOT IN "
                + "(SELECT attachment FROM file_sent WHERE stage = 'safe')")[0] == 0);
    }

    @Override
    public List<Parcel> parcels(Map<InterviewId, Set<Bytes>> named) {
        return database.write(handle -> {
            Optional<Bytes> recordKey = new Documents(handle, sealing).find(Documents.RECORD_KEY).map(Bytes::of);
            recordKey.ifPresent(key -> seal(handle, key, named));
            return rows(handle).values().stream().map(Row::parcel).filter(each -> each.stage() != Stage.SAFE)
                    .toList();
        });
    }

    private void seal(Handle handle, Bytes recordKey, Map<InterviewId, Set<Bytes>> named) {
        Map<Bytes, Long> numbers = new Attachments(handle, sealing).numbers();
        Map<Long, Row> rows = rows(handle);
        Set<Long> sealed = new HashSet<>(rows.keySet());
        named.forEach((interview, contents) -> contents.stream().filter(numbers::containsKey).forEach(hash -> {
            long number = numbers.get(hash);
            if (sealed.add(number)) {
                seal(handle, recordKey, hash, number);
            }
            handle.execute("INSERT INTO file_use (interview, attachment) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    interview.asText(), number);
        }));
    }

    private void seal(Handle handle, Bytes recordKey, Bytes hash, long number) {
        byte[] content = new Attachments(handle, sealing).content(hash, number);
        FileKey key = FileSeals.newKey(recordKey, hash, content.length);
        handle.execute("INSERT INTO file_sent (attachment, hash, size, held, stage, head, sealed_secret) "
                + "VALUES (?, ?, ?, 0, ?, ?, ?)", number, FileSeals.hash(key, content).toArray(),
                FileSeals.sealedBytes(content.length), Stage.PART.code(), key.head().toArray(),
                sealing.seal(key.secret().toArray(), Contexts.fileSecret(number)));
    }

    @Override
    public Map<InterviewId, Stage> unsafeInterviews() {
        return database.read(handle -> {
            Map<InterviewId, Stage> stages = new HashMap<>();
            handle.createQuery("SELECT interview, stage FROM file_use JOIN file_sent "
                    + "ON file_sent.attachment = file_use.attachment WHERE stage <> 'safe'")
                    .map((row, context) -> Map.entry(InterviewId.parse(row.getString("interview")),
                            Stage.ofCode(row.getString("stage"))))
                    .forEach(each -> stages.merge(each.getKey(), each.getValue(),
                            (one, other) -> one.compareTo(other) < 0 ? one : other));
            return stages;
        });
    }

    @Override
    public Pieces open(Parcel parcel) {
        return database.read(handle -> {
            Row row = rows(handle).values().stream().filter(each -> each.parcel().hash().equals(parcel.hash()))
                    .findFirst().orElseThrow();
            FileKey key = key(row, sealing);
            byte[] content = content(handle, sealing, row.number()).orElseThrow();
            return offset -> new AttachmentPiece(parcel.hash(), parcel.size(), offset,
                    FileSeals.piece(key, content, offset, AttachmentPiece.MOST_BYTES));
        });
    }

    /// Hash, size and head of a sealed file stand here as the office knows them, and not sealed: whether they still
    /// are those of its content.
    ///
    /// @param found a row with all columns
    /// @throws vn.hoidan.core.problem.ProblemException STORE_DAMAGED
    static boolean isAsSealed(Handle handle, Sealing sealing, ResultSet found) throws SQLException {
        Row row = row(found);
        FileKey key = key(row, sealing);
        return content(handle, sealing, row.number()).filter(content ->
                row.parcel().size() == FileSeals.sealedBytes(content.length)
                        && (!row.parcel().toSend() || row.parcel().hash().equals(FileSeals.hash(key, content))))
                .isPresent();
    }

    private static FileKey key(Row row, Sealing sealing) {
        return new FileKey(Bytes.of(row.head()),
                Bytes.of(sealing.open(row.sealedSecret(), Contexts.fileSecret(row.number()))));
    }

    private static Optional<byte[]> content(Handle handle, Sealing sealing, long number) {
        Attachments attachments = new Attachments(handle, sealing);
        return attachments.numbers().entrySet().stream().filter(each -> each.getValue() == number)
                .map(Map.Entry::getKey).findFirst().map(hash -> attachments.content(hash, number));
    }

    private static Map<Long, Row> rows(Handle handle) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        handle.createQuery("SELECT attachment, hash, size, held, stage, head, sealed_secret FROM file_sent "
                + "ORDER BY attachment").map((row, context) -> row(row)).list()
                .forEach(row -> rows.put(row.number(), row));
        return rows;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("attachment"), new Parcel(Bytes.of(row.getBytes("hash")), row.getLong("size"),
                row.getLong("held"), Stage.ofCode(row.getString("stage"))), row.getBytes("head"),
                row.getBytes("sealed_secret"));
    }

    static void apply(Handle handle, Change.FilesTold told) {
        Map<Bytes, Parcel> known = new LinkedHashMap<>();
        rows(handle).values().forEach(row -> known.put(row.parcel().hash(), row.parcel()));
        for (AttachmentState state : told.states()) {
            Parcel before = known.get(state.hash());
            if (before != null && (!told.late() || before.stage().compareTo(state.stage()) < 0
                    || before.stage() == state.stage() && before.held() < state.held())) {
                handle.execute("UPDATE file_sent SET held = ?, stage = ? WHERE hash = ?",
                        Math.min(state.held(), before.size()), state.stage().code(), state.hash().toArray());
            }
        }
    }

    /// The answers of an interview were deleted: so are its safe files that no other interview names.
    static void deleteOf(Handle handle, InterviewId id) {
        handle.execute("DELETE FROM attachment WHERE number IN (SELECT file_use.attachment FROM file_use "
                + "JOIN file_sent ON file_sent.attachment = file_use.attachment WHERE interview = ? "
                + "AND stage = 'safe') AND number NOT IN (SELECT attachment FROM file_use JOIN interview "
                + "ON interview.id = file_use.interview WHERE only_at_office = 0)", id.asText());
    }

    /// The office does not remember what it told: it was restored from a backup.
    static void nothingTold(Handle handle) {
        handle.execute("UPDATE file_sent SET held = 0, stage = ?", Stage.PART.code());
    }
}
