package vn.hoidan.client.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UpRecord;

/// Tries every seal of a store. A row whose seal does not open was changed, moved or made up by a damaged file.
record SealedRows(Handle handle, Sealing sealing) {
    /// A row, and whether what is sealed in it opens.
    private record Looked(List<Object> key, boolean opens) {
    }

    private interface Look {
        boolean opens(ResultSet row) throws SQLException;
    }

    /// @param select the key's columns first
    /// @param delete by the key
    private record Kind(String table, String select, int keyColumns, String delete, Look look) {
    }

    /// Facts of interviews in work and everything that is replaced as a whole: what the next hours stand on.
    List<String> brokenOfToday() {
        return broken(List.of(documents(), questionnaires(), lists(), interviews(), units(), holds(),
                facts(" WHERE interview.state = 'in-work'"),
                records(" WHERE number > (SELECT stored FROM position)")));
    }

    /// All there is.
    List<String> broken() {
        return broken(kinds());
    }

    private List<String> broken(List<Kind> kinds) {
        List<String> tables = new ArrayList<>();
        for (Kind kind : kinds) {
            if (looked(kind).stream().anyMatch(row -> !row.opens())) {
                tables.add(kind.table());
            }
        }
        return tables;
    }

    /// Deletes what does not open; gives how many rows that were, by table.
    Map<String, Integer> deleteBroken() {
        Map<String, Integer> deleted = new LinkedHashMap<>();
        for (Kind kind : kinds()) {
            List<Looked> broken = looked(kind).stream().filter(row -> !row.opens()).toList();
            broken.forEach(row -> handle.execute(kind.delete(), row.key().toArray()));
            deleted.put(kind.table(), broken.size());
        }
        return deleted;
    }

    private List<Kind> kinds() {
        return List.of(documents(), questionnaires(), lists(), contacts(), interviews(), facts(""), records(""),
                sketches(), files(), attachments(), units(), holds(), codes(), pieces());
    }

    private List<Looked> looked(Kind kind) {
        return handle.createQuery(kind.select()).map((row, context) -> {
            List<Object> key = new ArrayList<>();
            for (int column = 1; column <= kind.keyColumns(); column++) {
                key.add(row.getObject(column));
            }
            return new Looked(key, opens(kind.look(), row));
        }).list();
    }

    private static boolean opens(Look look, ResultSet row) throws SQLException {
        try {
            return look.opens(row);
        } catch (ProblemException | IllegalArgumentException | DateTimeException doesNot) {
            return false;
        }
    }

    private boolean opens(byte[] sealed, String context) {
        return sealing.open(sealed, context).length >= 0;
    }

    private Kind documents() {
        return new Kind("document", "SELECT name, sealed FROM document", 1, "DELETE FROM document WHERE name = ?",
                row -> opens(row.getBytes("sealed"), Documents.context(row.getString("name"))));
    }

    private Kind questionnaires() {
        return new Kind("questionnaire", "SELECT id, sealed FROM questionnaire", 1,
                "DELETE FROM questionnaire WHERE id = ?", row -> opens(row.getBytes("sealed"),
                        Contexts.questionnaire(new QuestionnaireId(row.getString("id")))));
    }

    private Kind pieces() {
        return new Kind("questionnaire_piece", "SELECT questionnaire, at, sealed FROM questionnaire_piece", 2,
                "DELETE FROM questionnaire_piece WHERE questionnaire = ? AND at = ?",
                row -> opens(row.getBytes("sealed"), Contexts.questionnairePiece(
                        new QuestionnaireId(row.getString("questionnaire")), row.getInt("at"))));
    }

    private Kind lists() {
        return new Kind("sample_list", "SELECT id, sealed, sealed_lease FROM sample_list", 1,
                "DELETE FROM sample_list WHERE id = ?", row -> {
                    ListId id = new ListId(row.getString("id"));
                    return opens(row.getBytes("sealed"), Contexts.list(id)) && (row.getBytes("sealed_lease") == null
                            || opens(row.getBytes("sealed_lease"), Contexts.leaseOf(id)));
                });
    }

    private Kind contacts() {
        return new Kind("contact", "SELECT list, number, sealed FROM contact", 2,
                "DELETE FROM contact WHERE list = ? AND number = ?", row -> opens(row.getBytes("sealed"),
                        Contexts.contact(new ListId(row.getString("list")), row.getInt("number"))));
    }

    /// Its columns make sense and one of its facts, if any, opens in its name. Before the facts: those of a row that
    /// goes are left alone and may be found to belong to another.
    private Kind interviews() {
        return new Kind("interview", "SELECT ordinal, interview.* FROM interview", 1,
                "DELETE FROM interview WHERE ordinal = ?", row -> namesItsFacts(row.getLong("ordinal"),
                        InterviewRows.asWritten(row).id()));
    }

    private boolean namesItsFacts(long ordinal, InterviewId id) {
        try (ResultIterator<Boolean> facts = handle.createQuery("SELECT number, sealed FROM fact WHERE interview = ? "
                + "ORDER BY number").bind(0, ordinal).map((row, context) -> opens(factOf(id), row)).iterator()) {
            boolean named = !facts.hasNext();
            while (!named && facts.hasNext()) {
                named = facts.next();
            }
            return named;
        }
    }

    private Look factOf(InterviewId id) {
        return row -> opens(row.getBytes("sealed"), Contexts.fact(id, row.getInt("number")));
    }

    private Kind facts(String where) {
        return new Kind("fact", "SELECT interview, number, sealed, at, id FROM fact JOIN interview "
                + "ON ordinal = interview" + where, 2, "DELETE FROM fact WHERE interview = ? AND number = ?",
                row -> atMakesSense(row.getString("at"))
                        && factOf(InterviewId.parse(row.getString("id"))).opens(row));
    }

    /// Facts of older versions say it in their sealed part only.
    private static boolean atMakesSense(String at) {
        return at == null || Instant.parse(at).isAfter(Instant.MIN);
    }

    private Kind sketches() {
        return new Kind("sketch", "SELECT interview, sealed, id FROM sketch JOIN interview ON ordinal = interview", 1,
                "DELETE FROM sketch WHERE interview = ?", row -> opens(row.getBytes("sealed"),
                        Sketches.context(InterviewId.parse(row.getString("id")))));
    }

    private Kind attachments() {
        return new Kind("attachment", "SELECT number, sealed_hash, sealed FROM attachment", 1,
                "DELETE FROM attachment WHERE number = ?", row -> opens(row.getBytes("sealed"), Contexts.attachment(
                        Bytes.of(sealing.open(row.getBytes("sealed_hash"),
                                Contexts.attachmentHash(row.getLong("number")))))));
    }

    /// One on its way that is not as it was sealed is sealed anew. Before the files themselves.
    private Kind files() {
        return new Kind("file_sent", "SELECT attachment, hash, size, held, stage, head, sealed_secret FROM file_sent",
                1, "DELETE FROM file_sent WHERE attachment = ?", row -> StoreFiles.isAsSealed(handle, sealing, row));
    }

    private Kind units() {
        return new Kind("unit_lease", "SELECT ordinal, lease, sealed FROM unit_lease", 1,
                "DELETE FROM unit_lease WHERE ordinal = ?", row -> opens(row.getBytes("sealed"),
                        Contexts.units(new LeaseId(row.getString("lease")))));
    }

    private Kind holds() {
        return new Kind("unit_hold", "SELECT ordinal, interview, sealed FROM unit_hold", 1,
                "DELETE FROM unit_hold WHERE ordinal = ?", row -> opens(row.getBytes("sealed"),
                        Contexts.hold(InterviewId.parse(row.getString("interview")))));
    }

    private Kind codes() {
        return new Kind("unit_code", "SELECT number, sealed FROM unit_code", 1,
                "DELETE FROM unit_code WHERE number = ?",
                row -> opens(row.getBytes("sealed"), Contexts.unitCode(row.getLong("number"))));
    }

    /// The hash covers number, kind and body, and stands sealed beside them.
    private Kind records(String where) {
        return new Kind("up_record", "SELECT number, type, sealed_chain, sealed_body, sealed_content FROM up_record"
                + where, 1,
                "DELETE FROM up_record WHERE number = ?", row -> {
                    long number = row.getLong("number");
                    byte[] chain = sealing.open(row.getBytes("sealed_chain"), UpLog.context("chain", number));
                    if (row.getBytes("sealed_body").length == 0) {
                        return chain.length == 2 * LogPosition.HASH_BYTES;
                    }
                    byte[] body = sealing.open(row.getBytes("sealed_body"), UpLog.context("body", number));
                    UpRecord record = new UpRecord(number, Bytes.of(Arrays.copyOf(chain, LogPosition.HASH_BYTES)),
                            RecordType.ofCode(row.getString("type")), Bytes.of(body));
                    byte[] content = row.getBytes("sealed_content");
                    return (content == null || opens(content, UpLog.context("content", number)))
                            && Arrays.equals(record.position().hash().toArray(),
                            Arrays.copyOfRange(chain, LogPosition.HASH_BYTES, chain.length));
                });
    }
}
