package vn.hoidan.client.app.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.QuestionnaireNeeds;
import vn.hoidan.core.sync.QuestionnairePiece;

/// Questionnaires that come by other roads than the network, in pieces that are kept until all are here and the survey
/// that names them is taken.
public final class CarriedQuestionnaires {
    /// Requests for pieces in one file, each of which brings back up to {@link QuestionnairePiece#MOST_OF_A_REPLY}.
    static final int MOST_REQUESTS = 6;
    private static final System.Logger LOG = System.getLogger(CarriedQuestionnaires.class.getName());

    private final FieldStore store;

    CarriedQuestionnaires(FieldStore store) {
        this.store = store;
    }

    /// What the office is told, in one request after another; the first goes with what is said besides.
    List<QuestionnaireNeeds> needs() {
        List<QuestionnaireId> here = store.carriage().questionnaires();
        List<QuestionnaireNeeds.Piece> missing = new ArrayList<>();
        kept().forEach((id, pieces) -> missing.addAll(missing(id, pieces)));
        List<QuestionnaireNeeds> needs = new ArrayList<>();
        do {
            int from = needs.size() * QuestionnairePiece.MOST_OF_A_REPLY;
            needs.add(new QuestionnaireNeeds(here.subList(0, Math.min(here.size(), QuestionnaireNeeds.MOST_HERE)),
                    missing.subList(from, Math.min(missing.size(), from + QuestionnairePiece.MOST_OF_A_REPLY))));
        } while (needs.size() < MOST_REQUESTS
                && needs.size() * QuestionnairePiece.MOST_OF_A_REPLY < missing.size());
        return needs;
    }

    private Map<QuestionnaireId, List<QuestionnairePiece>> kept() {
        return store.carriage().pieces().stream().collect(Collectors.groupingBy(QuestionnairePiece::questionnaire));
    }

    private static List<QuestionnaireNeeds.Piece> missing(QuestionnaireId id, List<QuestionnairePiece> pieces) {
        List<Integer> there = pieces.stream().map(QuestionnairePiece::offset).toList();
        List<QuestionnaireNeeds.Piece> missing = new ArrayList<>();
        for (int at = 0; at < pieces.getFirst().size(); at += QuestionnairePiece.MOST_BYTES) {
            if (!there.contains(at)) {
                missing.add(new QuestionnaireNeeds.Piece(id, at));
            }
        }
        return missing;
    }

    /// Keeps what is not here yet. Pieces that are together another questionnaire than they are called go, so that it
    /// begins anew.
    public void keep(List<QuestionnairePiece> pieces) {
        List<Change> changes = new ArrayList<>();
        pieces.stream().filter(piece -> store.questionnaire(piece.questionnaire()).isEmpty())
                .forEach(piece -> changes.add(new Change.QuestionnairePieceKept(piece)));
        if (!changes.isEmpty()) {
            store.apply(changes);
        }
        kept().forEach((id, kept) -> {
            if (missing(id, kept).isEmpty() && whole(id).isEmpty()) {
                LOG.log(System.Logger.Level.WARNING, "the pieces of a questionnaire do not make it");
                store.apply(List.of(new Change.QuestionnairePiecesDropped(id)));
            }
        });
    }

    /// A questionnaire of which all pieces are here.
    Optional<Bytes> whole(QuestionnaireId id) {
        List<QuestionnairePiece> pieces = kept().getOrDefault(id, List.of());
        if (pieces.isEmpty() || !missing(id, pieces).isEmpty()) {
            return Optional.empty();
        }
        TreeMap<Integer, Bytes> ordered = new TreeMap<>();
        pieces.forEach(piece -> ordered.put(piece.offset(), piece.content()));
        Bytes whole = Bytes.joined(List.copyOf(ordered.values()));
        return Optional.of(whole).filter(_ -> id.equals(QuestionnaireId.ofHash(Envelope.hash(whole).hex())));
    }
}
