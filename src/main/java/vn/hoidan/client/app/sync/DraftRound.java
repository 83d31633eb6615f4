package vn.hoidan.client.app.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.QuestionnaireLoader;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Along;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.DraftMark;
import vn.hoidan.core.sync.SealedDraft;

/// Interviews in work go along with each round of sync, so that a lost laptop costs no more than the time since its
/// last one; and what the office keeps for this person from another laptop comes back to this one. Belongs to the lane
/// of sync.
final class DraftRound {
    private static final System.Logger LOG = System.getLogger(DraftRound.class.getName());

    private final FieldStore store;
    private final HeadOffice office;
    private final QuestionnaireLoader loader;
    /// What the office has, as it last told; empty before it told.
    private Optional<Map<InterviewId, Integer>> held = Optional.empty();
    /// Sent in this round; what the office does not take is not sent again and again.
    private final Map<InterviewId, Integer> sent = new HashMap<>();
    /// Told in this round that they were broken off.
    private final Set<InterviewId> ended = new HashSet<>();
    /// Of other laptops, not to be gone on with here.
    private final Set<InterviewId> left = new HashSet<>();

    DraftRound(FieldStore store, HeadOffice office, QuestionnaireLoader loader) {
        this.store = store;
        this.office = office;
        this.loader = loader;
    }

    void begin() {
        sent.clear();
        ended.clear();
    }

    /// All that is in work here, what changed last first.
    List<DraftMark> inWork() {
        return store.interviews().stream().filter(entry -> entry.state() == InterviewState.IN_WORK)
                .sorted(Comparator.comparing(InterviewEntry::changedAt).reversed()).limit(Draft.MOST_OF_A_PERSON)
                .map(entry -> new DraftMark(entry.id(), entry.facts())).toList();
    }

    /// Broken off here, what changed last first, and kept by the office, as far as it told.
    ///
    /// @param untold also before it told
    List<InterviewId> brokenOff(boolean untold) {
        List<InterviewId> over = over(untold);
        ended.addAll(over);
        return over;
    }

    private List<InterviewId> over(boolean untold) {
        Set<InterviewId> kept = held.orElse(Map.of()).keySet();
        return store.interviews().stream().filter(entry -> entry.state() == InterviewState.BROKEN_OFF)
                .filter(entry -> kept.contains(entry.id()) || untold && held.isEmpty())
                .sorted(Comparator.comparing(InterviewEntry::changedAt).reversed()).limit(Draft.MOST_OF_A_PERSON)
                .map(InterviewEntry::id).toList();
    }

    /// Sealed drafts that the office has not got, as far as it told: none before it told what it has.
    ///
    /// @param untold also before it told: by other roads there is one message
    List<SealedDraft> next(boolean untold) {
        List<SealedDraft> drafts = new ArrayList<>();
        long bytes = 0;
        for (DraftMark mark : held.isPresent() || untold ? lacking(untold) : List.<DraftMark>of()) {
            Optional<SealedDraft> sealed = sealed(mark.interview());
            bytes += sealed.map(draft -> draft.sealed().length()).orElse(0);
            if (drafts.size() == Along.MOST_DRAFTS || !drafts.isEmpty() && bytes > Along.MOST_DRAFT_BYTES) {
                break;
            }
            sent.put(mark.interview(), mark.revision());
            sealed.ifPresent(drafts::add);
        }
        return drafts;
    }

    private List<DraftMark> lacking(boolean untold) {
        Map<InterviewId, Integer> known = held.orElse(Map.of());
        return inWork().stream().filter(mark -> known.getOrDefault(mark.interview(), -1) < mark.revision())
                .filter(mark -> untold || sent.getOrDefault(mark.interview(), -1) < mark.revision()).toList();
    }

    /// Empty for one that is too large, or when the office has given no key.
    private Optional<SealedDraft> sealed(InterviewId id) {
        InterviewEntry entry = store.interview(id).orElseThrow();
        return store.seal(new Draft(entry.id(), entry.questionnaire(), entry.list(), entry.household(), entry.mode(),
                entry.startedAt(), entry.answered(), entry.asked(), store.facts(id)));
    }

    /// @param marks what the office keeps of this person's; an older office tells nothing and keeps nothing
    void told(List<DraftMark> marks) {
        Map<InterviewId, Integer> revisions = new HashMap<>();
        marks.forEach(mark -> revisions.put(mark.interview(), mark.revision()));
        held = Optional.of(revisions);
    }

    /// The office wants drafts that were not sent in this round, or keeps some of which it was not told that they are
    /// broken off.
    boolean unsent() {
        return held.isPresent() && (!lacking(false).isEmpty() || !ended.containsAll(over(false)));
    }

    /// Takes over what the office keeps from a laptop that this one replaces. What goes wrong is tried again at the
    /// next round: it must not make the own round fail.
    void bringBack() {
        for (InterviewId id : Set.copyOf(held.orElse(Map.of()).keySet())) {
            if (store.interview(id).isEmpty() && !left.contains(id)) {
                try {
                    takeOver(office.draft(id));
                } catch (ProblemException later) {
                    LOG.log(System.Logger.Level.WARNING, "an interview in work did not come back", later);
                }
            }
        }
    }

    private void takeOver(Draft draft) {
        Optional<HeldList> list = store.lists().stream().filter(held -> held.list().id().equals(draft.list()))
                .filter(held -> !held.withdrawn()).findFirst();
        boolean begunHere = store.interviews().stream().anyMatch(entry -> entry.list().equals(draft.list())
                && entry.household() == draft.household() && entry.state() != InterviewState.BROKEN_OFF);
        if (list.isEmpty() || begunHere) {
            left.add(draft.id());
            return;
        }
        List<Change> changes = new ArrayList<>();
        if (store.questionnaire(draft.questionnaire()).isEmpty()) {
            Bytes xform = office.questionnaire(draft.questionnaire());
            if (!loader.load(xform).id().equals(draft.questionnaire())) {
                throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "questionnaire's hash").exception();
            }
            changes.add(new Change.QuestionnaireReceived(draft.questionnaire(), xform));
        }
        changes.add(new Change.InterviewBegun(draft.id(), draft.questionnaire(), draft.list(), draft.household(),
                list.get().lease().map(lease -> lease.id()), draft.mode(), draft.startedAt()));
        for (Fact fact : draft.facts()) {
            changes.add(new Change.FactAppended(draft.id(), fact, draft.answered(), draft.asked()));
        }
        store.apply(changes);
    }
}
