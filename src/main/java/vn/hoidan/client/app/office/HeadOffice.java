package vn.hoidan.client.app.office;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.sync.AsideOutcome;
import vn.hoidan.core.sync.AsideRecord;
import vn.hoidan.core.sync.AsideRelease;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.MessageOrder;
import vn.hoidan.core.sync.OfficePost;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;

/// The server as an enrolled device sees it. Every method may throw a ProblemException: no network, wrong certificate,
/// refused credentials and the other surroundings of the catalogue.
public interface HeadOffice {
    /// One round trip; the server has committed when it answers.
    SyncReply sync(SyncRequest request);

    /// An interview in work that the office keeps of this person's, from whatever laptop.
    Draft draft(InterviewId interview);

    /// Sends a piece of a sealed file. The office tells how much of the file it has then: what it had is passed over,
    /// and a piece that does not follow is left alone.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException ATTACHMENT_NO_ROOM
    AttachmentState attachment(AttachmentPiece piece);

    /// Brings an envelope of a colleague's laptop, and gets the answer to take back.
    DownEnvelope carried(UpEnvelope envelope);

    /// The XForm of a questionnaire.
    Bytes questionnaire(QuestionnaireId id);

    /// The quota board; supervisors only.
    Board board();

    /// Tells the office what a supervisor decides about quotas. It is written down there before it answers; told again
    /// after a lost answer it does nothing twice.
    QuotaDecision.Effect decide(QuotaDecision decision);

    /// Interviews that count in a cell, the newest first, at most {@link Board.Counted#MOST}; supervisors only.
    ///
    /// @param before number of the oldest that is known, {@link Board.Counted#NEWEST} at first
    List<Board.Counted> counted(CellKey cell, long before);

    /// Records of the supervisor's area that the office keeps and could not use; supervisors only.
    List<AsideRecord> aside();

    /// Has one of them tried again; supervisors only. It is written down there with the reason.
    AsideOutcome release(AsideRelease asked);

    /// What a supervisor has sent to enumerators and who has read it; supervisors only.
    OfficePost post();

    /// Sends something to enumerators of the own area; supervisors only. Told again after a lost answer it goes once.
    OfficePost send(MessageOrder order);

    /// The index as counted so far; supervisors only. Empty where the survey has none, or none that can be counted.
    Optional<IndexReport> index();

    /// What this device lacks to be opened again when its PIN is forgotten.
    ///
    /// @param turn the device's next, from 1
    SpareKeys spareKeys(int turn);
}
