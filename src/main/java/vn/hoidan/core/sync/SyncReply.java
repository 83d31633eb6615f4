package vn.hoidan.core.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.QuotaSnapshot;

/// What the server answers after its commit.
///
/// @param incarnation of the log that the reply is about; {@link #UNKNOWN_LOG} if the server does not know the log,
///                    because it was restored from an older backup: the device asks for another one
/// @param stored how far the device's log is committed at the server
/// @param safe   how far it is in a checked backup; only up to here may a device delete
/// @param items  what follows the device's cursor
/// @param more   true when further items wait
/// @param files  how the sealed files stand that were asked about
/// @param drafts what is kept of interviews in work with which this laptop may go on; empty where it is not told
/// @param missing interviews asked about that the office does not have
/// @param questionnaires pieces of those that the items name and the laptop lacks; by other roads than the network only
public record SyncReply(long epoch, int incarnation, LogPosition stored, LogPosition safe, List<DownEntry> items,
        boolean more, QuotaSnapshot quota, Instant serverTime, List<AttachmentState> files,
        Optional<List<DraftMark>> drafts, List<InterviewId> missing, List<QuestionnairePiece> questionnaires) {
    /// Stands in the place of an incarnation.
    public static final int UNKNOWN_LOG = 0;
    /// Most down-items in one reply.
    public static final int ITEMS_PER_REPLY = 200;

    public SyncReply {
        items = List.copyOf(items);
        files = List.copyOf(files);
        drafts = drafts.map(List::copyOf);
        missing = List.copyOf(missing);
        questionnaires = List.copyOf(questionnaires);
    }

    /// Of what goes along nothing is told.
    public SyncReply(long epoch, int incarnation, LogPosition stored, LogPosition safe, List<DownEntry> items,
            boolean more, QuotaSnapshot quota, Instant serverTime) {
        this(epoch, incarnation, stored, safe, items, more, quota, serverTime, List.of(),
                Optional.empty(), List.of(), List.of());
    }

    /// The same, telling of files.
    public SyncReply with(List<AttachmentState> states) {
        return new SyncReply(epoch, incarnation, stored, safe, items, more, quota, serverTime, states, drafts,
                missing, questionnaires);
    }

    /// The same, telling of interviews in work.
    public SyncReply keeping(List<DraftMark> marks) {
        return new SyncReply(epoch, incarnation, stored, safe, items, more, quota, serverTime, files,
                Optional.of(marks), missing, questionnaires);
    }

    /// The same, telling of interviews that the office does not have.
    public SyncReply lacking(List<InterviewId> interviews) {
        return new SyncReply(epoch, incarnation, stored, safe, items, more, quota, serverTime, files, drafts,
                interviews, questionnaires);
    }

    /// The same with pieces of questionnaires.
    public SyncReply bringing(List<QuestionnairePiece> pieces) {
        return new SyncReply(epoch, incarnation, stored, safe, items, more, quota, serverTime, files, drafts,
                missing, pieces);
    }
}
