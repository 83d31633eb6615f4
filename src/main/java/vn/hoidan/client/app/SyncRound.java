package vn.hoidan.client.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.DraftCount;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;

/// Sends what waits and takes what the server has, request by request, until neither has more. Each reply's effects and
/// positions become durable together, so a round may be cut anywhere and simply run again.
final class SyncRound {
    private final FieldStore store;
    private final HeadOffice office;
    private final QuestionnaireLoader loader;
    private final DeviceClock clock;

    SyncRound(FieldStore store, HeadOffice office, QuestionnaireLoader loader, DeviceClock clock) {
        this.store = store;
        this.office = office;
        this.loader = loader;
        this.clock = clock;
    }

    /// @param stopped asked between requests
    void run(Consumer<SyncProgress> progress, BooleanSupplier stopped) {
        long toSend = store.syncState().waiting();
        long received = 0;
        boolean more = true;
        while (more && !stopped.getAsBoolean()) {
            SyncState before = store.syncState();
            List<UpRecord> records = store.recordsAfter(before.stored().number(),
                    SyncRequest.RECORDS_PER_REQUEST, SyncRequest.BYTES_PER_REQUEST);
            SyncReply reply = office.sync(new SyncRequest(SyncRequest.PROTOCOL, before.epoch(), before.cursor(),
                    records, drafts(), false, clock.now(), Optional.of(store.signing().publicKey())));
            store.apply(plan(before, reply, records.isEmpty()));
            received += reply.items().size();
            SyncState after = store.syncState();
            progress.accept(new SyncProgress(Math.max(0, toSend - after.waiting()), toSend, received));
            more = reply.more() || after.waiting() > 0;
        }
        if (!more) {
            store.apply(List.of(new Change.SyncEnded(clock.now())));
        }
    }

    private List<DraftCount> drafts() {
        Map<ListId, Integer> counts = new HashMap<>();
        for (InterviewEntry entry : store.interviews()) {
            if (entry.state() == InterviewState.IN_WORK) {
                counts.merge(entry.list(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream().map(each -> new DraftCount(each.getKey(), each.getValue())).toList();
    }

    private List<Change> plan(SyncState before, SyncReply reply, boolean nothingSent) {
        refuseForeign(reply.stored());
        refuseForeign(reply.safe());
        boolean sameEpoch = reply.epoch() == before.epoch();
        if (sameEpoch && !nothingSent && reply.stored().number() <= before.stored().number()) {
            throw Problem.of(ProblemKind.SERVER_FAILED, "status", "no progress").exception();
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Acknowledged(reply.epoch(), reply.stored(), reply.safe()));
        long cursor = before.cursor();
        for (DownEntry entry : reply.items()) {
            if (entry.number() <= cursor) {
                continue;
            }
            if (entry.number() != cursor + 1) {
                throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "down-log has a gap").exception();
            }
            changes.addAll(effects(entry.item()));
            changes.add(new Change.CursorMoved(cursor, entry.number()));
            cursor = entry.number();
        }
        changes.add(new Change.QuotaReceived(reply.quota()));
        return changes;
    }

    /// An acknowledgement counts only if it names a record that this laptop made: after a disk was put back to an older
    /// image the numbers would fit and the records would not.
    private void refuseForeign(LogPosition position) {
        Optional<Bytes> own = position.number() == 0 ? Optional.of(LogPosition.START.hash())
                : store.hashOf(position.number());
        if (!own.equals(Optional.of(position.hash()))) {
            throw Problem.of(ProblemKind.LOG_FORKED).exception();
        }
    }

    private List<Change> effects(DownItem item) {
        return switch (item) {
            case DownItem.SurveyAssigned assigned -> {
                List<Change> changes = new ArrayList<>();
                if (store.questionnaire(assigned.survey().questionnaire()).isEmpty()) {
                    Bytes xform = office.questionnaire(assigned.survey().questionnaire());
                    if (!loader.load(xform).id().equals(assigned.survey().questionnaire())) {
                        throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "questionnaire's hash").exception();
                    }
                    changes.add(new Change.QuestionnaireReceived(assigned.survey().questionnaire(), xform));
                }
                changes.add(new Change.SurveyReceived(assigned.survey()));
                yield changes;
            }
            case DownItem.ListAssigned assigned -> List.of(new Change.ListReceived(assigned.list(), assigned.lease()));
            case DownItem.PlaceAssigned _, DownItem.UnitsGranted _, DownItem.LeaseEnded _ ->
                throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "free quota").exception();
            case DownItem.ListWithdrawn withdrawn -> List.of(new Change.ListWithdrawn(withdrawn.list()));
            case DownItem.InterviewRuled ruled -> List.of(new Change.InterviewRuled(ruled.interview(), ruled.ruling()));
            case DownItem.TeamKnown team -> List.of(new Change.TeamReceived(team.mates()));
        };
    }
}
