package vn.hoidan.client.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Along;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.DraftCount;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;

/// Sends what waits and takes what the server has, request by request, until neither has more. Each reply's effects and
/// positions become durable together, so a round may be cut anywhere and simply run again. In a free quota the units
/// not used go back after that and new ones are asked for: units whose return was written down are gone, even if it is
/// not sent for days.
final class SyncRound {
    /// Another log is taken so often in a round: each is found to be somebody else's only when it is tried.
    private static final int MOST_LOGS_OF_A_ROUND = 5;
    /// A round by itself asks for units anew only so long after the last time, unless none are left: what is in hand
    /// would be on its way now and then while somebody stands at a door.
    static final Duration BETWEEN_TURNS = Duration.ofHours(2);

    private final FieldStore store;
    private final HeadOffice office;
    private final QuestionnaireLoader loader;
    private final RecordEncoder encoder;
    private final DeviceClock clock;
    /// The last reply held something that is not known here.
    private boolean officeIsNewer;
    private final FileRound files;
    private final DraftRound work;

    SyncRound(FieldStore store, HeadOffice office, QuestionnaireLoader loader, RecordEncoder encoder,
            DeviceClock clock) {
        this.encoder = encoder;
        this.store = store;
        this.office = office;
        this.loader = loader;
        this.clock = clock;
        this.files = new FileRound(store, office);
        this.work = new DraftRound(store, office, loader);
    }

    /// Files kept with interviews, which are sent after the records.
    FileRound files() {
        return files;
    }

    /// @param stopped asked between requests
    /// @param asked   the person wants it now
    /// @return something that the person should know, although the round ended well
    Optional<Problem> run(Consumer<SyncProgress> progress, BooleanSupplier stopped, boolean asked) {
        int log = store.syncState().incarnation();
        work.begin();
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
            boolean asksNow = asking && records.filter(batch -> reachesHead(batch, before)).isPresent();
            Optional<SyncReply> reply = records.map(batch -> office.sync(request(before, batch, asksNow,
                    reachesHead(batch, before) ? along(false) : Along.NONE))).filter(each -> isOurs(before, each));
            if (reply.isEmpty()) {
                beginAnew(before, ++begun);
                continue;
            }
            asking &= !asksNow;
            store.apply(plan(before, reply.get(), records.orElseThrow().isEmpty(), false));
            reply.get().drafts().ifPresent(work::told);
            received += reply.get().items().size();
            SyncState after = store.syncState();
            sent += Math.max(0, before.waiting() - after.waiting());
            progress.accept(new SyncProgress(sent, sent + after.waiting(), received));
            officeIsNewer = reply.get().items().stream().anyMatch(entry -> isUnknown(entry.item()));
            asking &= !officeIsNewer;
            more = reply.get().more() && !officeIsNewer || asking || after.waiting() > 0 || work.unsent();
        }
        return !more;
    }

    /// What the server is told by another road: everything after a record, in as many requests as it needs, at least
    /// one. Units are asked for over the network only, where the answer comes at once.
    List<SyncRequest> carried(long afterRecord) {
        SyncState state = store.syncState();
        List<SyncRequest> requests = new ArrayList<>();
        long last = afterRecord;
        do {
            List<UpRecord> batch = store.recordsAfter(last, SyncRequest.RECORDS_PER_REQUEST,
                    SyncRequest.BYTES_PER_REQUEST);
            last = batch.isEmpty() ? state.head().number() : batch.getLast().number();
            requests.add(request(state, batch, false, last < state.head().number() ? Along.NONE : along(true)));
        } while (last < state.head().number());
        for (List<AttachmentPiece> pieces : files.carried()) {
            requests.add(request(state, List.of(), false, Along.NONE.with(pieces)));
        }
        return requests;
    }

    /// What a reply that came by another road was good for.
    enum Carried {
        APPLIED,
        NOTHING_NEW,
        /// Something of it can only be had over the network: another log, or a questionnaire.
        NETWORK_NEEDED
    }

    /// Takes a reply that may come late, twice or after newer ones: positions only go forward, and items are taken
    /// only where they follow what is here.
    Carried takeCarried(SyncReply reply) {
        SyncState before = store.syncState();
        if (reply.epoch() < before.epoch()
                || reply.incarnation() != SyncReply.UNKNOWN_LOG && reply.incarnation() < before.incarnation()) {
            return Carried.NOTHING_NEW;
        }
        if (!isOurs(before, reply)) {
            return Carried.NETWORK_NEEDED;
        }
        boolean sameEpoch = reply.epoch() == before.epoch();
        List<DownEntry> fresh = following(reply.items(), sameEpoch ? before.cursor() : 0);
        List<DownEntry> takeable = fresh.stream().takeWhile(entry -> !lacksQuestionnaire(entry.item())
                && !isUnknown(entry.item())).toList();
        SyncReply merged = new SyncReply(reply.epoch(), reply.incarnation(),
                sameEpoch ? later(before.stored(), reply.stored()) : reply.stored(),
                sameEpoch ? later(before.safe(), reply.safe()) : reply.safe(), takeable, reply.more(),
                store.quota().filter(known -> known.at().isAfter(reply.quota().at())).orElse(reply.quota()),
                reply.serverTime(), reply.files(),
                Optional.empty());
        store.apply(plan(before, merged, true, true));
        SyncState after = store.syncState();
        return takeable.size() < fresh.size() ? Carried.NETWORK_NEEDED : after.epoch() == before.epoch()
                && after.cursor() == before.cursor() && after.stored().equals(before.stored())
                && after.safe().equals(before.safe()) ? Carried.NOTHING_NEW : Carried.APPLIED;
    }

    private static List<DownEntry> following(List<DownEntry> items, long cursor) {
        List<DownEntry> fresh = items.stream().filter(entry -> entry.number() > cursor).toList();
        return fresh.isEmpty() || fresh.getFirst().number() != cursor + 1 ? List.of() : fresh;
    }

    private static boolean isUnknown(DownItem item) {
        return item instanceof DownItem.NotKnownHere;
    }

    private boolean lacksQuestionnaire(DownItem item) {
        return item instanceof DownItem.SurveyAssigned assigned
                && store.questionnaire(assigned.survey().questionnaire()).isEmpty();
    }

    private static LogPosition later(LogPosition one, LogPosition other) {
        return one.number() >= other.number() ? one : other;
    }

    /// Only somebody who works in a place of a free quota has turns.
    private boolean turnIsDue(boolean asked) {
        boolean works = store.lists().stream().anyMatch(held -> held.list().isOpen() && !held.withdrawn());
        Optional<Instant> last = store.syncState().lastTurn();
        return works && (asked || store.hand().units().values().stream().allMatch(units -> units.free() == 0)
                || last.isEmpty() || !clock.now().isBefore(last.get().plus(BETWEEN_TURNS)));
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
        return new Along(files.asked(), List.of(), Optional.of(work.inWork()), work.next(untold));
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
                : office.sync(request(before, List.of(), true, false, Along.NONE)).incarnation();
        if (given <= before.incarnation()) {
            throw Problem.of(ProblemKind.LOG_FORKED).exception();
        }
        store.apply(anotherLog(store, given));
    }

    /// The log of this number begins with everything that is still here; what was out on the one before is fenced.
    static List<Change> anotherLog(FieldStore store, int incarnation) {
        List<Change> changes = new ArrayList<>(List.of(new Change.LogBegun(incarnation)));
        changes.addAll(ends(store, _ -> true));
        return changes;
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

    /// @param late it came by another road, perhaps after newer ones
    private List<Change> plan(SyncState before, SyncReply reply, boolean nothingSent, boolean late) {
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
