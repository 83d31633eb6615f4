package vn.hoidan.client.app.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.QuestionnaireLoader;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.SyncReply;

/// What a reply of the office changes here.
public final class Replies {
    private final FieldStore store;
    private final HeadOffice office;
    private final QuestionnaireLoader loader;
    private final CarriedQuestionnaires questionnaires;

    Replies(FieldStore store, HeadOffice office, QuestionnaireLoader loader) {
        this.store = store;
        this.office = office;
        this.loader = loader;
        this.questionnaires = new CarriedQuestionnaires(store);
    }

    /// Questionnaires that came in pieces.
    public CarriedQuestionnaires questionnaires() {
        return questionnaires;
    }

    static boolean isUnknown(DownItem item) {
        return item instanceof DownItem.NotKnownHere;
    }

    /// A reply counts only if it is about this log and names records that this laptop made: after a disk was put back
    /// to an older image the numbers would fit and the records would not. The server may also have more of the log than
    /// this disk, or none of it.
    boolean isOurs(SyncState state, SyncReply reply) {
        return reply.incarnation() == state.incarnation() && isOwn(reply.stored()) && isOwn(reply.safe());
    }

    private boolean isOwn(LogPosition position) {
        return position.number() == 0 ? position.equals(LogPosition.START)
                : store.hashOf(position.number()).equals(Optional.of(position.hash()));
    }

    /// The log of this number begins with everything that is still here; what was out on the one before is fenced.
    public static List<Change> anotherLog(FieldStore store, int incarnation) {
        List<Change> changes = new ArrayList<>(List.of(new Change.LogBegun(incarnation)));
        changes.addAll(ends(store, _ -> true));
        return changes;
    }

    /// @param late it came by another road, perhaps after newer ones
    List<Change> plan(SyncState before, SyncReply reply, boolean nothingSent, boolean late) {
        boolean sameEpoch = reply.epoch() == before.epoch();
        if (sameEpoch && !nothingSent && reply.stored().number() == before.stored().number()) {
            throw Problem.of(ProblemKind.SERVER_FAILED, "status", "no progress").exception();
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Acknowledged(reply.epoch(), reply.stored(), reply.safe()));
        if (!sameEpoch) {
            changes.add(new Change.DownLogBegun());
            changes.addAll(ends(store, lease -> !lease.isOfEpoch(reply.epoch())));
        }
        long cursor = sameEpoch ? before.cursor() : 0;
        for (DownEntry entry : reply.items()) {
            if (entry.number() <= cursor) {
                continue;
            }
            if (isUnknown(entry.item())) {
                // it comes again, and all behind it, until this program knows it
                break;
            }
            if (entry.number() != cursor + 1) {
                throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "down-log has a gap").exception();
            }
            changes.addAll(effects(entry.item(), reply.epoch()));
            changes.add(new Change.CursorMoved(cursor, entry.number()));
            cursor = entry.number();
        }
        changes.add(new Change.QuotaReceived(reply.quota()));
        reply.missing().stream().filter(id -> store.interview(id).filter(InterviewEntry::isUnproven).isPresent())
                .forEach(id -> changes.add(new Change.InterviewReopened(id)));
        if (!reply.files().isEmpty()) {
            changes.add(new Change.FilesTold(reply.files(), late));
        }
        return changes;
    }

    /// Leases that the server has fenced: all of another epoch, and of a log that was given up.
    private static List<Change> ends(FieldStore store, Predicate<LeaseId> which) {
        return store.hand().units().keySet().stream().filter(which)
                .<Change>map(lease -> new Change.HandChanged(new HandChange.LeaseEnded(lease))).toList();
    }

    private List<Change> effects(DownItem item, long epoch) {
        return switch (item) {
            case DownItem.SurveyAssigned assigned -> {
                List<Change> changes = new ArrayList<>();
                if (store.questionnaire(assigned.survey().questionnaire()).isEmpty()) {
                    Bytes xform = questionnaires.whole(assigned.survey().questionnaire())
                            .orElseGet(() -> office.questionnaire(assigned.survey().questionnaire()));
                    if (!loader.load(xform).id().equals(assigned.survey().questionnaire())) {
                        throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "questionnaire's hash").exception();
                    }
                    changes.add(new Change.QuestionnaireReceived(assigned.survey().questionnaire(), xform));
                    changes.add(new Change.QuestionnairePiecesDropped(assigned.survey().questionnaire()));
                }
                changes.add(new Change.SurveyReceived(assigned.survey()));
                yield changes;
            }
            case DownItem.ListAssigned assigned -> List.of(new Change.ListReceived(assigned.list(), assigned.lease()));
            case DownItem.PlaceAssigned assigned -> List.of(new Change.PlaceReceived(assigned.place()));
            // a server that was restored tells again of units from before, which it has fenced
            case DownItem.UnitsGranted granted -> granted.lease().id().isOfEpoch(epoch)
                    ? List.of(new Change.UnitsReceived(granted.lease(), granted.codes())) : List.of();
            case DownItem.LeaseEnded ended ->
                List.of(new Change.HandChanged(new HandChange.LeaseEnded(ended.lease())));
            case DownItem.ListWithdrawn withdrawn -> List.of(new Change.ListWithdrawn(withdrawn.list()));
            case DownItem.ListHistory history -> new ListMemory(store).missing(history);
            case DownItem.ListsBegin _ -> List.of(new Change.ListsBegun());
            case DownItem.InterviewRuled ruled -> List.of(new Change.InterviewRuled(ruled.interview(), ruled.ruling()));
            case DownItem.RecordKeyGiven given -> List.of(new Change.RecordKeyReceived(given.recordKey()));
            case DownItem.NotKnownHere unknown ->
                throw new IllegalStateException("is left for later: " + unknown.type());
            case DownItem.MessageGiven given -> List.of(new Change.MessageReceived(given.message()));
            case DownItem.TeamKnown team -> List.of(new Change.TeamReceived(team.mates()));
        };
    }
}
