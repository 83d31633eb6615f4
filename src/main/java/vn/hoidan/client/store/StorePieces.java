package vn.hoidan.client.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.QuestionnairePiece;

/// Pieces of questionnaires that are not whole yet.
record StorePieces(Handle handle, Sealing sealing) {
    void keep(QuestionnairePiece piece) {
        handle.execute("INSERT INTO questionnaire_piece (questionnaire, at, size, sealed) VALUES (?, ?, ?, ?) "
                + "ON CONFLICT (questionnaire, at) DO NOTHING", piece.questionnaire().text(), piece.offset(),
                piece.size(), sealing.seal(piece.content().toArray(),
                        Contexts.questionnairePiece(piece.questionnaire(), piece.offset())));
    }

    List<QuestionnairePiece> all() {
        return handle.createQuery("SELECT questionnaire, at, size, sealed FROM questionnaire_piece "
                + "ORDER BY questionnaire, at").map((row, context) -> {
                    QuestionnaireId id = new QuestionnaireId(row.getString("questionnaire"));
                    int at = row.getInt("at");
                    return new QuestionnairePiece(id, row.getInt("size"), at,
                            Bytes.of(sealing.open(row.getBytes("sealed"), Contexts.questionnairePiece(id, at))));
                }).list();
    }
}
