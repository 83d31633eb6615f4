package vn.hoidan.client.app.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.SyncReply;

/// Takes what the office answered to own envelopes, which may come late, twice or after newer answers.
public final class CarriedReplies {
    private final FieldStore store;
    private final Replies replies;

    public CarriedReplies(FieldStore store, Replies replies) {
        this.store = store;
        this.replies = replies;
    }

    /// What a reply that came by another road was good for.
    public enum Outcome {
        APPLIED,
        NOTHING_NEW,
        /// The office has another log than this one: the next file asks for a new one.
        LOG_SOUGHT,
        /// The laptop has begun the log that it asked for: everything goes with the next file.
        LOG_BEGUN,
        /// A questionnaire is not here, or not all of it: the next file asks for what is missing.
        QUESTIONNAIRE_MISSING,
        /// It holds something for a newer version of the program, which comes over the network.
        NETWORK_NEEDED
    }

    /// Takes a reply that may come late, twice or after newer ones: positions only go forward, and items are taken
    /// only where they follow what is here.
    public Outcome take(SyncReply reply) {
        SyncState before = store.syncState();
        if (reply.epoch() < before.epoch()
                || reply.incarnation() != SyncReply.UNKNOWN_LOG && reply.incarnation() < before.incarnation()) {
            return Outcome.NOTHING_NEW;
        }
        if (reply.incarnation() > before.incarnation()) {
            // nobody is told of a log after the own one who has not asked for it
            List<Change> changes = new ArrayList<>(Replies.anotherLog(store, reply.incarnation()));
            changes.add(new Change.QuotaReceived(reply.quota()));
            store.apply(changes);
            take(reply);
            return Outcome.LOG_BEGUN;
        }
        if (!replies.isOurs(before, reply)) {
            return sought(reply);
        }
        boolean sameEpoch = reply.epoch() == before.epoch();
        List<DownEntry> fresh = following(reply.items(), sameEpoch ? before.cursor() : 0);
        List<DownEntry> takeable = fresh.stream().takeWhile(entry -> !lacksQuestionnaire(entry.item())
                && !Replies.isUnknown(entry.item())).toList();
        SyncReply merged = new SyncReply(reply.epoch(), reply.incarnation(),
                sameEpoch ? later(before.stored(), reply.stored()) : reply.stored(),
                sameEpoch ? later(before.safe(), reply.safe()) : reply.safe(), takeable, reply.more(),
                store.quota().filter(known -> known.at().isAfter(reply.quota().at())).orElse(reply.quota()),
                reply.serverTime(), reply.files(), Optional.empty(), reply.missing(), List.of());
        store.apply(replies.plan(before, merged, true, true));
        SyncState after = store.syncState();
        if (takeable.size() < fresh.size()) {
            return Replies.isUnknown(fresh.get(takeable.size()).item()) ? Outcome.NETWORK_NEEDED
                    : Outcome.QUESTIONNAIRE_MISSING;
        }
        return after.epoch() == before.epoch()
                && after.cursor() == before.cursor() && after.stored().equals(before.stored())
                && after.safe().equals(before.safe()) ? Outcome.NOTHING_NEW : Outcome.APPLIED;
    }

    /// A reply that does not know this log does not say which one it means: it may be from before this one began.
    private Outcome sought(SyncReply reply) {
        boolean late = reply.incarnation() == SyncReply.UNKNOWN_LOG
                && store.quota().filter(known -> !reply.serverTime().isAfter(known.at())).isPresent();
        if (late) {
            return Outcome.NOTHING_NEW;
        }
        store.apply(List.of(new Change.LogSought()));
        return Outcome.LOG_SOUGHT;
    }

    private static List<DownEntry> following(List<DownEntry> items, long cursor) {
        List<DownEntry> fresh = items.stream().filter(entry -> entry.number() > cursor).toList();
        return fresh.isEmpty() || fresh.getFirst().number() != cursor + 1 ? List.of() : fresh;
    }

    private boolean lacksQuestionnaire(DownItem item) {
        return item instanceof DownItem.SurveyAssigned assigned
                && store.questionnaire(assigned.survey().questionnaire())
                        .or(() -> replies.questionnaires().whole(assigned.survey().questionnaire())).isEmpty();
    }

    private static LogPosition later(LogPosition one, LogPosition other) {
        return one.number() >= other.number() ? one : other;
    }
}
