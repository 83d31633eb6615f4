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
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.DraftCount;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;

/// Sends what waits and takes what the server has, request by request, until neither has more. Each reply's effects and
/// positions become durable together, so a round may be cut anywhere and simply run again.
final class SyncRound {
    /// Another log is taken so often in a round: each is found to be somebody else's only when it is tried.
    private static final int MOST_LOGS_OF_A_ROUND = 5;

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
        long sent = 0;
        long received = 0;
        int begun = 0;
        boolean more = true;
        while (more && !stopped.getAsBoolean()) {
            SyncState before = store.syncState();
            Optional<List<UpRecord>> records = nextRecords(before);
            Optional<SyncReply> reply = records.map(batch -> office.sync(request(before, batch, false)))
                    .filter(each -> isOurs(before, each));
            if (reply.isEmpty()) {
                beginAnew(before, ++begun);
                continue;
            }
            store.apply(plan(before, reply.get(), records.orElseThrow().isEmpty()));
            received += reply.get().items().size();
            SyncState after = store.syncState();
            sent += Math.max(0, before.waiting() - after.waiting());
            progress.accept(new SyncProgress(sent, sent + after.waiting(), received));
            more = reply.get().more() || after.waiting() > 0;
        }
        if (!more) {
            store.apply(List.of(new Change.SyncEnded(clock.now())));
        }
    }

    private SyncRequest request(SyncState state, List<UpRecord> records, boolean ended) {
        return new SyncRequest(SyncRequest.PROTOCOL, new OwnLog(state.incarnation(), state.head().number(), ended),
                state.epoch(), state.cursor(), records, drafts(), false, clock.now(),
                Optional.of(store.signing().publicKey()));
    }

    /// What follows the last record acknowledged; empty if it was lost and nothing behind it can be sent in this log.
    private Optional<List<UpRecord>> nextRecords(SyncState state) {
        try {
            return Optional.of(store.recordsAfter(state.stored().number(), SyncRequest.RECORDS_PER_REQUEST,
                    SyncRequest.BYTES_PER_REQUEST));
        } catch (ProblemException torn) {
            if (torn.problem().kind() == ProblemKind.LOG_TORN) {
                return Optional.empty();
            }
            throw torn;
        }
    }

    /// A reply counts only if it is about this log and names records that this laptop made: after a disk was put back
    /// to an older image the numbers would fit and the records would not. The server may also have more of the log than
    /// this disk, or none of it.
    private boolean isOurs(SyncState state, SyncReply reply) {
        return reply.incarnation() == state.incarnation() && isOwn(reply.stored()) && isOwn(reply.safe());
    }

    private boolean isOwn(LogPosition position) {
        return position.number() == 0 ? position.equals(LogPosition.START)
                : store.hashOf(position.number()).equals(Optional.of(position.hash()));
    }

    /// Asks for another log and puts everything that is still here into it.
    private void beginAnew(SyncState before, int time) {
        int given = time > MOST_LOGS_OF_A_ROUND ? before.incarnation()
                : office.sync(request(before, List.of(), true)).incarnation();
        if (given <= before.incarnation()) {
            throw Problem.of(ProblemKind.LOG_FORKED).exception();
        }
        store.apply(List.of(new Change.LogBegun(given)));
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
        boolean sameEpoch = reply.epoch() == before.epoch();
        if (sameEpoch && !nothingSent && reply.stored().number() == before.stored().number()) {
            throw Problem.of(ProblemKind.SERVER_FAILED, "status", "no progress").exception();
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Acknowledged(reply.epoch(), reply.stored(), reply.safe()));
        if (!sameEpoch) {
            changes.add(new Change.DownLogBegun());
        }
        long cursor = sameEpoch ? before.cursor() : 0;
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
            case DownItem.ListsBegin _ -> List.of(new Change.ListsBegun());
            case DownItem.InterviewRuled ruled -> List.of(new Change.InterviewRuled(ruled.interview(), ruled.ruling()));
            case DownItem.TeamKnown team -> List.of(new Change.TeamReceived(team.mates()));
        };
    }
}
