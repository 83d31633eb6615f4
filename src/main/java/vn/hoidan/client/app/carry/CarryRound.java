package vn.hoidan.client.app.carry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.meeting.MeetingLine;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.store.Carriage;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.client.app.sync.CarriedReplies;
import vn.hoidan.client.app.sync.SyncRound;
import vn.hoidan.client.app.sync.Unsent;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;

/// Writes own work and what is carried for colleagues to files, takes such files in, and brings colleagues' envelopes
/// to the server. Runs where rounds of sync run, so that both never take replies at once.
public final class CarryRound {
    /// Most envelopes of colleagues that are kept.
    static final int MOST_KEPT = 500;
    /// Most bytes of them.
    static final long MOST_KEPT_BYTES = 32L * 1024 * 1024;
    /// Kept no longer than this.
    static final Duration LONGEST = Duration.ofDays(60);
    /// What lies at one envelope and would be the same at the next round.
    private static final Set<ProblemKind> OF_THE_ENVELOPE = EnumSet.of(ProblemKind.CARRIED_NOT_GENUINE,
            ProblemKind.CARRIED_UNREADABLE, ProblemKind.CLIENT_TOO_OLD, ProblemKind.MESSAGE_TOO_LARGE);
    private static final System.Logger LOG = System.getLogger(CarryRound.class.getName());

    private final String device;
    private final FieldStore store;
    private final SyncRound round;
    private final HeadOffice office;
    private final DeviceClock clock;

    /// @param device name of this laptop
    public CarryRound(String device, FieldStore store, SyncRound round, HeadOffice office,
            DeviceClock clock) {
        this.device = device;
        this.store = store;
        this.round = round;
        this.office = office;
        this.clock = clock;
    }

    CarryOverview overview() {
        Map<String, String> names = store.team().stream().collect(Collectors.toMap(Mate::device, Mate::name));
        List<Carriage.Kept> kept = store.carriage().kept();
        return new CarryOverview(Unsent.of(store), parcels(kept, names, Carriage.Kept::envelope),
                parcels(kept, names, Carriage.Kept::answer), refused(kept, names),
                store.carriage().seeksLog());
    }

    private static List<CarryOverview.Refused> refused(List<Carriage.Kept> kept, Map<String, String> names) {
        return kept.stream().flatMap(each -> each.refused().stream().map(problem -> new CarryOverview.Refused(
                names.getOrDefault(each.device(), each.device()), 1, problem)))
                .collect(Collectors.groupingBy(one -> List.of(one.whose(), one.problem()))).values().stream()
                .map(same -> new CarryOverview.Refused(same.getFirst().whose(), same.size(),
                        same.getFirst().problem()))
                .sorted(Comparator.comparing(CarryOverview.Refused::whose)).toList();
    }

    /// The person knows of the envelopes that were refused.
    void refusalsSeen() {
        store.apply(store.carriage().kept().stream().filter(each -> each.refused().isPresent())
                .<Change>map(each -> new Change.EnvelopeDropped(each.id())).toList());
    }

    private static List<CarryOverview.Parcel> parcels(List<Carriage.Kept> kept, Map<String, String> names,
            Function<Carriage.Kept, Optional<? extends Envelope>> which) {
        Map<String, List<Carriage.Kept>> devices = kept.stream().filter(each -> which.apply(each).isPresent())
                .collect(Collectors.groupingBy(Carriage.Kept::device));
        return devices.entrySet().stream().map(each -> new CarryOverview.Parcel(
                names.getOrDefault(each.getKey(), each.getKey()), each.getValue().size(), each.getValue().stream()
                        .flatMap(one -> one.envelope().stream()).mapToLong(UpEnvelope::records).sum()))
                .sorted(Comparator.comparing(CarryOverview.Parcel::whose)).toList();
    }

    /// @param all with what the server has and has not yet put into a checked backup
    CarryOverview.Written write(Path file, boolean all) {
        Packed packed = pack(file, all);
        exported(packed);
        return new CarryOverview.Written(file, packed.ofOthers());
    }

    /// A file that holds the own log up to a number, and how many envelopes of others.
    ///
    /// @param asks it holds nothing of the own log, but asks for another one
    private record Packed(long last, int ofOthers, boolean asks) {
    }

    private Packed pack(Path file, boolean all) {
        SyncState state = store.syncState();
        LogPosition after = all ? state.safe() : state.stored();
        List<Envelope> envelopes = new ArrayList<>();
        List<SyncRequest> requests = round.carried(after.number());
        requests.forEach(request -> envelopes.add(store.carriage().seal(request)));
        int own = envelopes.size();
        for (Carriage.Kept kept : store.carriage().kept()) {
            kept.envelope().ifPresent(envelopes::add);
            kept.answer().ifPresent(envelopes::add);
        }
        store.carriage().write(envelopes, file);
        return new Packed(state.head().number(), envelopes.size() - own, requests.getLast().log().ended());
    }

    private void exported(Packed packed) {
        if (!packed.asks()) {
            store.apply(List.of(new Change.WorkExported(packed.last(), clock.now())));
        }
    }

    /// Swaps files with a colleague's laptop, both of which hold what a stick would. The own work counts as being
    /// elsewhere only when the other side has said that it keeps it.
    ///
    /// @param all with what the server has and has not yet put into a checked backup
    CarryOverview.Met meet(MeetingLine line, boolean all, Consumer<MeetingLine.Progress> progress) {
        try (line; MeetingFolder folder = MeetingFolder.open()) {
            Packed packed = pack(folder.mine(), all);
            line.swap(folder.mine(), folder.theirs(), progress);
            CarryOverview.Read read = read(folder.theirs());
            line.conclude();
            exported(packed);
            return new CarryOverview.Met(read, packed.ofOthers());
        }
    }

    /// Nothing of a file that is not whole is taken.
    CarryOverview.Read read(Path file) {
        List<Envelope> envelopes = store.carriage().read(file);
        int foreignAnswers = 0;
        List<SyncReply> replies = new ArrayList<>();
        List<UpEnvelope> brought = new ArrayList<>();
        for (Envelope envelope : envelopes) {
            switch (envelope) {
                case UpEnvelope up -> {
                    if (!up.device().equals(device)) {
                        brought.add(up);
                    }
                }
                case DownEnvelope down -> {
                    if (down.device().equals(device)) {
                        store.carriage().open(down).ifPresent(replies::add);
                    } else {
                        foreignAnswers++;
                    }
                }
            }
        }
        CarriedReplies taking = new CarriedReplies(store, round.replies());
        round.replies().questionnaires().keep(replies.stream()
                .flatMap(reply -> reply.questionnaires().stream()).toList());
        Set<CarriedReplies.Outcome> outcomes = new HashSet<>();
        replies.stream().sorted(Comparator.comparing(SyncReply::serverTime))
                .forEach(reply -> outcomes.add(taking.take(reply)));
        Keeping keeping = keep(brought);
        return new CarryOverview.Read(outcomes.contains(CarriedReplies.Outcome.APPLIED), rest(outcomes),
                keeping.taken(), keeping.noRoom(), foreignAnswers);
    }

    /// What the person has to do for the rest: the first that applies.
    private static Optional<CarryOverview.Rest> rest(Set<CarriedReplies.Outcome> outcomes) {
        return outcomes.contains(CarriedReplies.Outcome.LOG_SOUGHT) ? Optional.of(CarryOverview.Rest.ASK_FOR_LOG)
                : outcomes.contains(CarriedReplies.Outcome.LOG_BEGUN) ? Optional.of(CarryOverview.Rest.SEND_AGAIN)
                : outcomes.contains(CarriedReplies.Outcome.QUESTIONNAIRE_MISSING)
                        ? Optional.of(CarryOverview.Rest.ASK_FOR_QUESTIONNAIRE)
                : outcomes.contains(CarriedReplies.Outcome.NETWORK_NEEDED) ? Optional.of(CarryOverview.Rest.SYNC)
                : Optional.empty();
    }

    /// @param noRoom envelopes that were left in the file
    private record Keeping(int taken, int noRoom) {
    }

    /// When room is needed answers that were kept longest go first, then, for records, pieces of files: their laptop
    /// still has them and writes them again. Records that the server does not have stay.
    private Keeping keep(List<UpEnvelope> brought) {
        Instant now = clock.now();
        List<Change> changes = new ArrayList<>();
        List<Carriage.Kept> kept = new ArrayList<>(store.carriage().kept());
        Set<Bytes> known = kept.stream().map(Carriage.Kept::id).collect(Collectors.toCollection(HashSet::new));
        kept.removeIf(each -> each.takenAt().plus(LONGEST).isBefore(now) && drop(changes, each));
        long bytes = kept.stream().mapToLong(Carriage.Kept::bytes).sum();
        int count = kept.size();
        List<Carriage.Kept> answered = new ArrayList<>(kept.stream().filter(each -> each.envelope().isEmpty())
                .toList());
        int taken = 0;
        int noRoom = 0;
        List<Carriage.Kept> pieces = new ArrayList<>(kept.stream().filter(each -> each.envelope()
                .filter(up -> up.records() == 0).isPresent()).toList());
        for (UpEnvelope up : recordsFirst(brought)) {
            int more = up.toBytes().length();
            if (!known.add(up.id())) {
                continue;
            }
            while (count + 1 > MOST_KEPT || bytes + more > MOST_KEPT_BYTES) {
                List<Carriage.Kept> given = !answered.isEmpty() || up.records() == 0 ? answered : pieces;
                if (given.isEmpty()) {
                    break;
                }
                Carriage.Kept oldest = given.removeFirst();
                drop(changes, oldest);
                count--;
                bytes -= oldest.bytes();
            }
            if (count + 1 > MOST_KEPT || bytes + more > MOST_KEPT_BYTES) {
                noRoom++;
                continue;
            }
            changes.add(new Change.EnvelopeTaken(up, now));
            count++;
            bytes += more;
            taken++;
        }
        store.apply(changes);
        return new Keeping(taken, noRoom);
    }

    private static List<UpEnvelope> recordsFirst(List<UpEnvelope> brought) {
        return brought.stream().sorted(Comparator.comparing(up -> up.records() == 0)).toList();
    }

    private static boolean drop(List<Change> changes, Carriage.Kept kept) {
        return changes.add(new Change.EnvelopeDropped(kept.id()));
    }

    /// After a round of sync: the server gets what colleagues' laptops said. What does not get through is tried again
    /// at the next round; it must not make the own round fail, and one that is refused must not hold up the others.
    public void bring() {
        for (Carriage.Kept kept : store.carriage().kept()) {
            if (kept.envelope().isPresent() && !brought(kept.id(), kept.envelope().get())) {
                return;
            }
        }
    }

    /// @return false if the next need not be tried
    private boolean brought(Bytes id, UpEnvelope envelope) {
        try {
            store.apply(List.of(new Change.EnvelopeAnswered(office.carried(envelope))));
            return true;
        } catch (ProblemException refused) {
            boolean forGood = OF_THE_ENVELOPE.contains(refused.problem().kind());
            LOG.log(System.Logger.Level.WARNING, "an envelope of {0} was not taken in: {1}", envelope.device(),
                    refused.problem().kind());
            if (forGood) {
                store.apply(List.of(new Change.EnvelopeRefused(id, refused.problem())));
            }
            return forGood;
        }
    }
}
