package vn.hoidan.client.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.QuestionnaireLoader;
import vn.hoidan.client.app.store.RecordEncoder;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Along;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.DraftCount;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.QuestionnaireNeeds;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;

/// Sends what waits and takes what the server has, request by request, until neither has more. Each reply's effects and
/// positions become durable together, so a round may be cut anywhere and simply run again. In a free quota the units
/// not used go back after that and new ones are asked for: units whose return was written down are gone, even if it is
/// not sent for days.
public final class SyncRound {
    /// Another log is taken so often in a round: each is found to be somebody else's only when it is tried.
    private static final int MOST_LOGS_OF_A_ROUND = 5;
    /// A round by itself asks for units anew only so long after the last time, unless none are left: what is in hand
    /// would be on its way now and then while somebody stands at a door.
    public static final Duration BETWEEN_TURNS = Duration.ofHours(2);

    private final FieldStore store;
    private final HeadOffice office;
    private final Replies replies;
    private final RecordEncoder encoder;
    private final DeviceClock clock;
    /// The last reply held something that is not known here.
    private boolean officeIsNewer;
    /// Interviews that this round put in work again.
    private long reopened;
    private final FileRound files;
    private final DraftRound work;

    public SyncRound(FieldStore store, HeadOffice office, QuestionnaireLoader loader, RecordEncoder encoder,
            DeviceClock clock) {
        this.encoder = encoder;
        this.store = store;
        this.office = office;
        this.replies = new Replies(store, office, loader);
        this.clock = clock;
        this.files = new FileRound(store, office);
        this.work = new DraftRound(store, office, loader);
    }

    /// Files kept with interviews, which are sent after the records.
    FileRound files() {
        return files;
    }

    /// What takes the answers.
    public Replies replies() {
        return replies;
    }

    /// @param stopped asked between requests
    /// @param asked   the person wants it now
    /// @return something that the person should know, although the round ended well
    public Optional<Problem> run(Consumer<SyncProgress> progress, BooleanSupplier stopped, boolean asked) {
        int log = store.syncState().incarnation();
        work.begin();
        reopened = 0;
        if (!exchanged(progress, stopped, false)) {
            return Optional.empty();
        }
        work.bringBack();
        List<Change> ended = new ArrayList<>(List.of(new Change.SyncEnded(clock.now(), false)));
        store.quota().ifPresent(known -> ended.addAll(SafeAnswers.plan(store.interviews(), store.syncState(),
                store.files().unsafeInterviews(), known.at())));
        store.apply(ended);
        // units that could not be taken would be out for nothing
        if (!officeIsNewer && turnIsDue(asked)) {
            store.applyFromHand(this::returns);
            if (exchanged(progress, stopped, true)) {
                store.apply(List.of(new Change.SyncEnded(clock.now(), true)));
            }
        }
        if (officeIsNewer) {
            return Optional.of(Problem.of(ProblemKind.OFFICE_IS_NEWER));
        }
        if (reopened > 0) {
            return Optional.of(Problem.of(ProblemKind.INTERVIEWS_REOPENED, "count", String.valueOf(reopened)));
        }
        return Optional.of(Problem.of(ProblemKind.LOG_BEGUN)).filter(_ -> store.syncState().incarnation() != log);
    }

    /// @param wants units are asked for once everything is sent
    /// @return true when neither side has more
    private boolean exchanged(Consumer<SyncProgress> progress, BooleanSupplier stopped, boolean wants) {
        long sent = 0;
        long received = 0;
        int begun = 0;
        boolean asking = wants;
        boolean more = true;
        while (more && !stopped.getAsBoolean()) {
            SyncState before = store.syncState();
            Optional<List<UpRecord>> records = nextRecords(before);
            boolean reaches = records.filter(batch -> reachesHead(batch, before)).isPresent();
            boolean asksNow = asking && reaches;
            Along along = reaches ? along(false) : Along.NONE;
            Optional<SyncReply> reply = records.map(batch -> office.sync(request(before, batch, asksNow, along)))
                    .filter(each -> replies.isOurs(before, each));
            if (reply.isEmpty()) {
                beginAnew(before, ++begun);
                continue;
            }
            asking &= !asksNow;
            List<Change> changes = replies.plan(before, reply.get(), records.orElseThrow().isEmpty(), false);
            store.apply(changes);
            reopened += changes.stream().filter(Change.InterviewReopened.class::isInstance).count();
            if (!along.read().isEmpty()) {
                store.apply(List.of(new Change.MessagesReadTold(along.read())));
            }
            reply.get().drafts().ifPresent(work::told);
            received += reply.get().items().size();
            SyncState after = store.syncState();
            sent += Math.max(0, before.waiting() - after.waiting());
            progress.accept(new SyncProgress(sent, sent + after.waiting(), received));
            officeIsNewer = reply.get().items().stream().anyMatch(entry -> Replies.isUnknown(entry.item()));
            asking &= !officeIsNewer;
            more = reply.get().more() && !officeIsNewer || asking || after.waiting() > 0 || work.unsent();
        }
        return !more;
    }

    /// What the server is told by another road: everything after a record, in as many requests as it needs, at least
    /// one. Units are asked for besides those in hand: with the answer days away none are given back. A log that cannot
    /// go on asks for another one and for nothing else.
    public List<SyncRequest> carried(long afterRecord) {
        SyncState state = store.syncState();
        List<SyncRequest> requests = new ArrayList<>();
        List<QuestionnaireNeeds> needs = replies.questionnaires().needs();
        long last = afterRecord;
        do {
            Optional<List<UpRecord>> next = store.carriage().seeksLog() ? Optional.empty() : recordsAfter(last);
            if (next.isEmpty()) {
                return List.of(request(state, List.of(), true, false, Along.NONE));
            }
            List<UpRecord> batch = next.get();
            last = batch.isEmpty() ? state.head().number() : batch.getLast().number();
            boolean ends = last >= state.head().number();
            requests.add(request(state, batch, ends && worksInPlace() && !officeIsNewer,
                    ends ? along(true).with(needs.getFirst()) : Along.NONE));
        } while (last < state.head().number());
        needs.stream().skip(1).forEach(more ->
                requests.add(request(state, List.of(), false, Along.NONE.with(more))));
        for (List<AttachmentPiece> pieces : files.carried()) {
            requests.add(request(state, List.of(), false, Along.NONE.with(pieces)));
        }
        return requests;
    }

    /// Only somebody who works in a place of a free quota has turns.
    private boolean turnIsDue(boolean asked) {
        Optional<Instant> last = store.syncState().lastTurn();
        return worksInPlace() && (asked || store.hand().units().values().stream().allMatch(units -> units.free() == 0)
                || last.isEmpty() || !clock.now().isBefore(last.get().plus(BETWEEN_TURNS)));
    }

    private boolean worksInPlace() {
        return store.lists().stream().anyMatch(held -> held.list().isOpen() && !held.withdrawn());
    }

    private List<Change> returns(Hand hand) {
        List<Change> changes = new ArrayList<>();
        for (HandChange.UnitsReturned returned : HandPlanner.giveAllBack(hand)) {
            changes.add(new Change.HandChanged(returned));
            changes.add(new Change.RecordAppended(RecordType.UNITS_RETURNED, encoder.units(
                    new UnitsRecord.Returned(returned.lease(), returned.units())), Optional.empty()));
        }
        return changes;
    }

    private static boolean reachesHead(List<UpRecord> batch, SyncState state) {
        return (batch.isEmpty() ? state.stored().number() : batch.getLast().number()) == state.head().number();
    }

    private SyncRequest request(SyncState state, List<UpRecord> records, boolean wants, Along along) {
        return request(state, records, false, wants, along);
    }

    private SyncRequest request(SyncState state, List<UpRecord> records, boolean ended, boolean wants, Along along) {
        return new SyncRequest(SyncRequest.PROTOCOL, new OwnLog(state.incarnation(), state.head().number(), ended),
                state.epoch(), state.cursor(), records, drafts(), wants, clock.now(),
                Optional.of(store.signing().publicKey()), along);
    }

    /// What goes along with the last records.
    ///
    /// @param untold also what the office may have: by other roads it is told at once
    private Along along(boolean untold) {
        return new Along(files.asked(), List.of(), Optional.of(work.inWork()), work.next(untold),
                work.brokenOff(untold), Optional.empty(), readUntold(), unproven(), Optional.empty());
    }

    /// Messages that the person has seen and of which the office does not know that.
    private List<String> readUntold() {
        return store.officeMessages().stream().filter(each -> each.read() && !each.told())
                .map(each -> each.message().id()).limit(Along.MOST_READ).toList();
    }

    private List<InterviewId> unproven() {
        return store.interviews().stream().filter(InterviewEntry::isUnproven).map(InterviewEntry::id)
                .limit(Along.MOST_UNPROVEN).toList();
    }

    /// What follows the last record acknowledged; empty if it was lost and nothing behind it can be sent in this log.
    private Optional<List<UpRecord>> nextRecords(SyncState state) {
        return recordsAfter(state.stored().number());
    }

    private Optional<List<UpRecord>> recordsAfter(long number) {
        try {
            return Optional.of(store.recordsAfter(number, SyncRequest.RECORDS_PER_REQUEST,
                    SyncRequest.BYTES_PER_REQUEST));
        } catch (ProblemException torn) {
            if (torn.problem().kind() == ProblemKind.LOG_TORN) {
                return Optional.empty();
            }
            throw torn;
        }
    }

    /// Asks for another log and puts everything that is still here into it.
    private void beginAnew(SyncState before, int time) {
        int given = time > MOST_LOGS_OF_A_ROUND ? before.incarnation()
                : office.sync(request(before, List.of(), true, false, Along.NONE)).incarnation();
        if (given <= before.incarnation()) {
            throw Problem.of(ProblemKind.LOG_FORKED).exception();
        }
        store.apply(Replies.anotherLog(store, given));
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
}
