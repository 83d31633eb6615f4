package vn.hoidan.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import vn.hoidan.core.sync.Along;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
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
    }

    static Along along(Fields fields) {
        List<Bytes> files = fields.has("files") ? fields.texts("files", Along.MOST_FILES).stream().map(Bytes::ofHex)
                .toList() : List.of();
        List<AttachmentPiece> pieces = fields.has("pieces")
                ? fields.list("pieces", Along.MOST_PIECES, AlongJson::piece) : List.of();
        return files.isEmpty() && pieces.isEmpty() ? Along.NONE : new Along(files, pieces);
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
