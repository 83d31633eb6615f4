package vn.hoidan.core.sync;

import vn.hoidan.core.questionnaire.QuestionnaireId;

/// A piece of a questionnaire on its way to a laptop by other roads than the network. Pieces begin at multiples of
/// {@link #MOST_BYTES}, may come twice and in any order; what they are together is known by its name.
///
/// @param size    bytes of the whole questionnaire, as it is stored
/// @param offset  bytes before this piece
/// @param content all that is left from there on, at most {@link #MOST_BYTES}
public record QuestionnairePiece(QuestionnaireId questionnaire, int size, int offset, Bytes content) {
    /// Bytes of every piece but the last.
    public static final int MOST_BYTES = 512 * 1024;
    /// Most bytes of a questionnaire.
    public static final int MOST_SIZE = 32 * 1024 * 1024;
    /// Most pieces in one reply.
    public static final int MOST_OF_A_REPLY = 4;

    public QuestionnairePiece {
        if (size < 1 || size > MOST_SIZE || offset < 0 || offset >= size || offset % MOST_BYTES != 0
                || content.length() != Math.min(MOST_BYTES, size - offset)) {
            throw new IllegalArgumentException(content.length() + " bytes at " + offset + " of " + size);
        }
    }
}
