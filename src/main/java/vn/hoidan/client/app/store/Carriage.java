package vn.hoidan.client.app.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.QuestionnairePiece;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;

/// What of a store travels without the network: own requests in envelopes, and colleagues' envelopes that are kept here
/// on their way.
public interface Carriage {
    /// Own request, sealed to the office and signed.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException CARRIED_KEY_MISSING before the first round over the network
    UpEnvelope seal(SyncRequest request);

    /// The office's answer to an own envelope; empty if it is not one.
    Optional<SyncReply> open(DownEnvelope answer);

    /// Colleagues' envelopes, those taken first before the others.
    List<Kept> kept();

    /// A colleague's envelope.
    ///
    /// @param device   name of the laptop that wrote it
    /// @param envelope as it came; empty once it was answered or refused
    /// @param answer   of the server, to be taken back
    /// @param refused  why the server did not take it in
    /// @param bytes    that both take
    record Kept(Bytes id, String device, Instant takenAt, Optional<UpEnvelope> envelope,
            Optional<DownEnvelope> answer, Optional<Problem> refused, int bytes) {
    }

    /// Questionnaires that are whole here.
    List<QuestionnaireId> questionnaires();

    /// Pieces of others that came and are kept.
    List<QuestionnairePiece> pieces();

    /// The next file asks for another log, since the office has other records than this one, or none of it.
    boolean seeksLog();

    /// How far the own log is in a file that was written, and when; empty if it never was.
    Optional<Exported> exported();

    /// @param last number of the last record in the file
    record Exported(long last, Instant at) {
    }

    /// Envelopes in a file, on a stick or wherever it is; it may be anybody's.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException CARRIED_UNREADABLE
    List<Envelope> read(Path file);

    /// On the disk when it returns.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException FOLDER_NOT_WRITABLE, CARRIED_TOO_MUCH
    void write(List<Envelope> envelopes, Path file);
}
