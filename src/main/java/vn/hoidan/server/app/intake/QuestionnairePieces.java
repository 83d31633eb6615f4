package vn.hoidan.server.app.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.QuestionnaireNeeds;
import vn.hoidan.core.sync.QuestionnairePiece;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.server.app.book.CentralStore;

/// Adds questionnaires to replies that go by other roads than the network, piece by piece.
final class QuestionnairePieces {
    private final CentralStore store;

    QuestionnairePieces(CentralStore store) {
        this.store = store;
    }

    /// First the pieces that are asked for, then those of questionnaires of which the laptop has nothing.
    SyncReply added(SyncReply reply, QuestionnaireNeeds needs) {
        List<QuestionnaireNeeds.Piece> wanted = new ArrayList<>(needs.pieces());
        Set<QuestionnaireId> known = new LinkedHashSet<>(needs.here());
        needs.pieces().forEach(piece -> known.add(piece.questionnaire()));
        for (DownEntry entry : reply.items()) {
            if (entry.item() instanceof DownItem.SurveyAssigned assigned
                    && known.add(assigned.survey().questionnaire())) {
                for (int part = 0; part < QuestionnairePiece.MOST_OF_A_REPLY; part++) {
                    wanted.add(new QuestionnaireNeeds.Piece(assigned.survey().questionnaire(),
                            part * QuestionnairePiece.MOST_BYTES));
                }
            }
        }
        return reply.bringing(wanted.stream().flatMap(piece -> piece(piece).stream())
                .limit(QuestionnairePiece.MOST_OF_A_REPLY).toList());
    }

    private Optional<QuestionnairePiece> piece(QuestionnaireNeeds.Piece wanted) {
        return store.read(central -> central.surveys().questionnaire(wanted.questionnaire()))
                .filter(whole -> wanted.offset() < whole.length()).map(whole -> piece(wanted, whole));
    }

    private static QuestionnairePiece piece(QuestionnaireNeeds.Piece wanted, Bytes whole) {
        int end = Math.min(whole.length(), wanted.offset() + QuestionnairePiece.MOST_BYTES);
        return new QuestionnairePiece(wanted.questionnaire(), whole.length(), wanted.offset(),
                whole.part(wanted.offset(), end));
    }
}
