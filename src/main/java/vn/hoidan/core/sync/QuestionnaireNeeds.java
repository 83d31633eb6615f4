package vn.hoidan.core.sync;

import java.util.List;
import vn.hoidan.core.questionnaire.QuestionnaireId;

/// Which questionnaires a laptop has that has no network to fetch one by. The office adds those that its reply names
/// besides, from their beginning.
///
/// @param here   that are whole there
/// @param pieces that are missing of others, which are there in part
public record QuestionnaireNeeds(List<QuestionnaireId> here, List<Piece> pieces) {
    /// Most questionnaires told of; a laptop keeps a few.
    public static final int MOST_HERE = 100;

    public QuestionnaireNeeds {
        here = List.copyOf(here);
        pieces = List.copyOf(pieces);
        if (here.size() > MOST_HERE || pieces.size() > QuestionnairePiece.MOST_OF_A_REPLY) {
            throw new IllegalArgumentException(here.size() + " questionnaires, " + pieces.size() + " pieces");
        }
    }

    /// @param offset where the piece begins
    public record Piece(QuestionnaireId questionnaire, int offset) {
        public Piece {
            if (offset < 0 || offset % QuestionnairePiece.MOST_BYTES != 0
                    || offset >= QuestionnairePiece.MOST_SIZE) {
                throw new IllegalArgumentException("piece at " + offset);
            }
        }
    }
}
