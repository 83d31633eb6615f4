package vn.hoidan.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sync.Along;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.DraftMark;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.QuestionnaireNeeds;
import vn.hoidan.core.sync.QuestionnairePiece;
import vn.hoidan.core.sync.SealedDraft;
import vn.hoidan.core.sync.SyncReply;

/// JSON of what goes along with a round of sync. Entries that hold nothing are left out; programs that do not know
/// them pass them over.
final class AlongJson {
    private AlongJson() {
    }

    static void add(Entries entries, Along along) {
        if (!along.files().isEmpty()) {
            entries.list("files", along.files(), hash -> new JsonPrimitive(hash.hex()));
        }
        if (!along.pieces().isEmpty()) {
            entries.list("pieces", along.pieces(), AlongJson::of);
        }
        along.inWork().ifPresent(marks -> entries.list("work", marks, DraftJson::of));
        if (!along.drafts().isEmpty()) {
            entries.list("bodies", along.drafts(), DraftJson::of);
        }
        add(entries, "broken-off", along.brokenOff());
        if (!along.read().isEmpty()) {
            entries.list("read", along.read(), JsonPrimitive::new);
        }
        add(entries, "unproven", along.unproven());
        along.proof().ifPresent(proof -> entries.bytes("proof", proof));
        along.needs().ifPresent(needs -> entries.object("forms", of(needs)));
    }

    static Along along(Fields fields) {
        List<Bytes> files = fields.has("files") ? fields.texts("files", Along.MOST_FILES).stream().map(Bytes::ofHex)
                .toList() : List.of();
        List<AttachmentPiece> pieces = fields.has("pieces")
                ? fields.list("pieces", Along.MOST_PIECES, AlongJson::piece) : List.of();
        List<SealedDraft> drafts = fields.has("bodies")
                ? fields.list("bodies", Along.MOST_DRAFTS, DraftJson::sealed) : List.of();
        return new Along(files, pieces, marks(fields), drafts,
                interviews(fields, "broken-off", Draft.MOST_OF_A_PERSON), fields.has("forms")
                ? Optional.of(needs(fields.object("forms"))) : Optional.empty(),
                fields.has("read") ? fields.texts("read", Along.MOST_READ) : List.of(),
                interviews(fields, "unproven", Along.MOST_UNPROVEN),
                fields.has("proof") ? Optional.of(fields.bytes("proof", LogPosition.HASH_BYTES)) : Optional.empty());
    }

    private static Optional<List<DraftMark>> marks(Fields fields) {
        return fields.has("work") ? Optional.of(fields.list("work", Draft.MOST_OF_A_PERSON, DraftJson::mark))
                : Optional.empty();
    }

    private static JsonObject of(AttachmentPiece piece) {
        return new Entries().bytes("hash", piece.hash()).number("size", piece.size()).number("offset", piece.offset())
                .bytes("content", piece.content()).done();
    }

    private static AttachmentPiece piece(Fields fields) {
        return new AttachmentPiece(fields.bytes("hash", LogPosition.HASH_BYTES), fields.longNumber("size"),
                fields.longNumber("offset"), fields.bytes("content"));
    }

    static void add(Entries entries, SyncReply reply) {
        if (!reply.files().isEmpty()) {
            entries.list("files", reply.files(), AlongJson::of);
        }
        reply.drafts().ifPresent(marks -> entries.list("work", marks, DraftJson::of));
        add(entries, "missing", reply.missing());
        if (!reply.questionnaires().isEmpty()) {
            entries.list("forms", reply.questionnaires(), AlongJson::of);
        }
    }

    private static void add(Entries entries, String name, List<InterviewId> interviews) {
        if (!interviews.isEmpty()) {
            entries.list(name, interviews, id -> new JsonPrimitive(id.asText()));
        }
    }

    static List<InterviewId> missing(Fields reply) {
        return interviews(reply, "missing", Along.MOST_UNPROVEN);
    }

    private static List<InterviewId> interviews(Fields fields, String name, int most) {
        return fields.has(name) ? fields.texts(name, most).stream().map(InterviewId::parse).toList()
                : List.of();
    }

    static List<QuestionnairePiece> questionnaires(Fields reply) {
        return reply.has("forms") ? reply.list("forms", QuestionnairePiece.MOST_OF_A_REPLY, AlongJson::formPiece)
                : List.of();
    }

    private static JsonObject of(QuestionnaireNeeds needs) {
        return new Entries().list("here", needs.here(), id -> new JsonPrimitive(id.text()))
                .list("pieces", needs.pieces(), piece -> new Entries().text("form", piece.questionnaire().text())
                        .number("offset", piece.offset()).done()).done();
    }

    private static QuestionnaireNeeds needs(Fields fields) {
        return new QuestionnaireNeeds(fields.texts("here", QuestionnaireNeeds.MOST_HERE).stream()
                .map(QuestionnaireId::new).toList(), fields.list("pieces", QuestionnairePiece.MOST_OF_A_REPLY,
                        each -> new QuestionnaireNeeds.Piece(new QuestionnaireId(each.text("form")),
                                each.count("offset"))));
    }

    /// Compressed each by itself: what is written in base 64 compresses badly.
    private static JsonObject of(QuestionnairePiece piece) {
        return new Entries().text("form", piece.questionnaire().text()).number("size", piece.size())
                .number("offset", piece.offset())
                .bytes("content", Bytes.of(Compression.deflate(piece.content().toArray()))).done();
    }

    private static QuestionnairePiece formPiece(Fields fields) {
        return new QuestionnairePiece(new QuestionnaireId(fields.text("form")), fields.count("size"),
                fields.count("offset"), Bytes.of(Compression.inflate(fields.bytes("content").toArray(),
                        QuestionnairePiece.MOST_BYTES)));
    }

    static Optional<List<DraftMark>> drafts(Fields reply) {
        return marks(reply);
    }

    static List<AttachmentState> files(Fields fields) {
        return fields.has("files") ? fields.list("files", Along.MOST_FILES, AlongJson::state) : List.of();
    }

    static JsonObject of(AttachmentState state) {
        return new Entries().bytes("hash", state.hash()).number("held", state.held())
                .text("stage", state.stage().code()).done();
    }

    static AttachmentState state(Fields fields) {
        return new AttachmentState(fields.bytes("hash", LogPosition.HASH_BYTES), fields.longNumber("held"),
                AttachmentState.Stage.ofCode(fields.text("stage")));
    }
}
