package vn.hoidan.server.app.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.quota.Pace;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.quota.Turn;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.IntakePlan;
import vn.hoidan.core.sync.IntakePlanner;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.book.SampleLists;
import vn.hoidan.server.app.book.TeamUnits;
import vn.hoidan.server.app.quota.ListDesk;
import vn.hoidan.server.app.quota.PlaceDesk;
import vn.hoidan.server.app.quota.QuotaCells;
import vn.hoidan.server.app.quota.QuotaTurns;
import vn.hoidan.server.app.quota.Team;

/// Takes in what devices send. A batch, its effects and the device's position are one transaction, and the reply is
/// made inside it: what it says is what was committed.
public final class IntakeDesk {

    /// Oldest version of the protocol that is understood.
    public static final int OLDEST_PROTOCOL = 1;

    private static final System.Logger LOG = System.getLogger(IntakeDesk.class.getName());

    private final CentralStore store;
    private final RecordIntake records;
    private final LogDesk logs;
    private final Supplier<Bytes> recordKey;
    private final QuotaTurns turns;
    private final InstantSource clock;
    private final Map<SurveyId, QuotaCells> quotas = new ConcurrentHashMap<>();

    /// How records are opened and believed.
    ///
    /// @param recordKey the office's key to which new records are to be sealed
    public record Checks(RecordReader reader, SignatureCheck signatures, Supplier<Bytes> recordKey) {
    }

    /// @param random cannot be guessed
    public IntakeDesk(CentralStore store, Checks checks, ListDesk lists, PlaceDesk places, InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.records = new RecordIntake(checks.reader(), checks.signatures());
        this.turns = new QuotaTurns(random);
        this.logs = new LogDesk(lists, places, turns);
        this.recordKey = checks.recordKey();
        this.clock = clock;
    }

    /// The office's key to which new records are to be sealed.
    public Bytes recordKey() {
        return recordKey.get();
    }

    /// One round of sync. Records that do not follow what is stored are left alone; the reply's position tells the
    /// device where it stands, and by its hash whether it is still the same log.
    ///
    /// A program that is too old is told so only when it has nothing more to send.
    ///
    /// @throws ProblemException CLIENT_TOO_OLD, MESSAGE_TOO_LARGE
    public SyncReply sync(String device, SyncRequest request) {
        return sync(device, request, false);
    }

    /// A round of sync that came by another road, perhaps late and after newer ones: it says how the laptop was when it
    /// was written down. Who wrote it is known by its signature. Units that it asks for are granted besides those that
    /// the laptop has.
    SyncReply carried(String device, SyncRequest request) {
        return sync(device, request, true);
    }

    private SyncReply sync(String device, SyncRequest request, boolean carried) {
        if (request.protocol() < OLDEST_PROTOCOL && request.records().isEmpty()) {
            throw Problem.of(ProblemKind.CLIENT_TOO_OLD, "needed", String.valueOf(OLDEST_PROTOCOL), "ours",
                    String.valueOf(request.protocol())).exception();
        }
        if (request.records().size() > SyncRequest.RECORDS_PER_REQUEST) {
            throw Problem.of(ProblemKind.MESSAGE_TOO_LARGE, "limit",
                    String.valueOf(SyncRequest.BYTES_PER_REQUEST)).exception();
        }
        return store.write(central -> {
            Devices.Device laptop = central.devices().find(device)
                    .orElseThrow(() -> Problem.of(ProblemKind.CREDENTIALS_REFUSED).exception());
            QuotaCells cells = cells(central.surveys().find(laptop.survey()).orElseThrow());
            Instant now = clock.instant();
            if (request.log().ended()) {
                Devices.Device next = logs.next(central, cells.survey(), laptop, request.log(), now);
                return reply(central, cells, next, next.stored(), 0, now);
            }
            return logs.spokenOf(central, laptop, request, carried)
                    .map(log -> taken(central, cells, log, request, carried, now))
                    .orElseGet(() -> unknown(central, now));
        });
    }

    private QuotaCells cells(Survey survey) {
        return quotas.compute(survey.id(), (id, known) ->
                known != null && known.survey().equals(survey) ? known : QuotaCells.of(survey));
    }

    private SyncReply taken(CentralStore.Central central, QuotaCells cells, Devices.Device before,
            SyncRequest request, boolean carried, Instant now) {
        // a down-log of another epoch begins anew
        boolean sameEpoch = request.epoch() == central.surveys().epoch();
        long cursor = sameEpoch ? request.cursor() : 0;
        request.signingKey().ifPresent(key -> {
            // a key that comes late may be an older one, and was seen before
            boolean fresh = !carried && Team.shown(central, before, key, now);
            if (fresh || cursor == 0) {
                Team.known(central, before, now);
            }
            tellRecordKey(central, before, now);
            MessageDesk.tell(central, before, now);
            central.messages().read(before.person(), request.along().read(), now);
        });
        IntakePlan plan = planned(central, before, request.records());
        RecordIntake.Work work = RecordIntake.Work.of(central, cells, before, now);
        plan.applied().forEach(record -> records.take(work, record));
        boolean forked = plan.stop() instanceof IntakePlan.Stop.Fork;
        if (forked) {
            LOG.log(System.Logger.Level.WARNING, "{0}: {1}", before.id(), plan.stop());
        }
        Instant said = carried && request.clock().isBefore(now) ? request.clock() : now;
        Pace pace = central.devices().pace(before.id()).after(said, work.done().get());
        if (carried && before.lastSync().filter(said::isBefore).isPresent()) {
            central.devices().storedLate(before.id(), plan.end());
        } else {
            central.devices().heard(before.id(), new Devices.Heard(plan.end(), cursor, said, carried
                    ? OptionalLong.empty() : OptionalLong.of(Duration.between(request.clock(), now).toMillis()),
                    forked, request.drafts(), pace));
        }
        boolean whole = plan.stop() instanceof IntakePlan.Stop.AtEnd && plan.end().number() >= request.log().head();
        logs.heard(central, cells.survey(), before, whole, now);
        boolean asks = request.wants() && whole && sameEpoch && !before.replaced()
                && (!carried || isNewest(central, before, request, plan.end()))
                && !Learning.goesOn(central, cells.survey(), now);
        turn(work, before, asks, carried ? central.ledger().liveLeases(before.id()) : List.of(), pace);
        return reply(central, cells, before, plan.end(), cursor, now);
    }

    /// What asks by another road may come twice and late. It asks only for a laptop that has taken all units that were
    /// granted to it, and of which nothing newer is known.
    private static boolean isNewest(CentralStore.Central central, Devices.Device device, SyncRequest request,
            LogPosition stored) {
        List<DownEntry> untaken = central.logs().itemsAfter(device.id(), request.cursor(),
                SyncReply.ITEMS_PER_REPLY + 1);
        return stored.number() == request.log().head() && untaken.size() <= SyncReply.ITEMS_PER_REPLY
                && untaken.stream().noneMatch(entry -> entry.item() instanceof DownItem.UnitsGranted);
    }

    /// What came back is shared out; the laptop gets units if it asks for them. Village lists have no turns.
    ///
    /// @param kept units that the laptop goes on using
    private void turn(RecordIntake.Work work, Devices.Device device, boolean grants, List<HeldLease> kept, Pace pace) {
        CentralStore.Central central = work.central();
        SurveyId survey = work.survey().id();
        if (grants && !work.survey().design().isList()) {
            List<Bundle> bundles = work.quotas().bundlesIn(central.workplaces().of(device.person()));
            turns.turn(central, survey, new Turn(device.id(), work.now(), pace, bundles, true, kept), work.freed());
        } else {
            turns.promote(central, survey, work.freed(), work.now());
        }
    }

    private static SyncReply unknown(CentralStore.Central central, Instant now) {
        return new SyncReply(central.surveys().epoch(), SyncReply.UNKNOWN_LOG, LogPosition.START, LogPosition.START,
                List.of(), false, new QuotaSnapshot(now, List.of(), List.of(), List.of()), now);
    }

    /// Only devices that sign are told: older programs know neither.
    private void tellRecordKey(CentralStore.Central central, Devices.Device device, Instant now) {
        Bytes current = recordKey.get();
        if (!central.devices().recordKeyTold(device.id()).equals(Optional.of(current))) {
            central.logs().tell(device.id(), new DownItem.RecordKeyGiven(current), now);
            central.devices().recordKeyTold(device.id(), current);
        }
    }

    private static IntakePlan planned(CentralStore.Central central, Devices.Device device, List<UpRecord> batch) {
        long first = batch.stream().mapToLong(UpRecord::number).min().orElse(0);
        long last = batch.stream().mapToLong(UpRecord::number).max().orElse(0);
        return IntakePlanner.plan(device.stored(),
                central.logs().hashes(device.id(), first, Math.min(last, device.stored().number())), batch);
    }

    private static SyncReply reply(CentralStore.Central central, QuotaCells cells, Devices.Device device,
            LogPosition stored, long cursor, Instant now) {
        List<DownEntry> items = central.logs().itemsAfter(device.id(), cursor, SyncReply.ITEMS_PER_REPLY + 1);
        boolean more = items.size() > SyncReply.ITEMS_PER_REPLY;
        List<DownEntry> sent = more ? items.subList(0, SyncReply.ITEMS_PER_REPLY) : items;
        return new SyncReply(central.surveys().epoch(), device.incarnation(), stored, device.safe(), sent, more,
                snapshot(central, cells, device, now), now);
    }

    /// In a free quota the cells of where the person works; else those of the person's lists, and all above village
    /// level.
    private static QuotaSnapshot snapshot(CentralStore.Central central, QuotaCells cells, Devices.Device device,
            Instant now) {
        SurveyId survey = cells.survey().id();
        Set<CellKey> wanted = new LinkedHashSet<>();
        List<AreaKey> around;
        List<MateUnits> team = List.of();
        if (cells.survey().design().isList()) {
            around = central.lists().heldBy(device.person()).stream().map(SampleLists.Entry::village).toList();
            around.forEach(village -> wanted.addAll(cells.at(village)));
            cells.survey().constraints().stream().filter(each -> each.level() != AreaLevel.VILLAGE)
                    .forEach(each -> wanted.add(each.cell()));
        } else {
            around = central.workplaces().of(device.person());
            wanted.addAll(cells.cellsIn(around));
            team = central.team().in(survey, central.staff().find(device.person()).orElseThrow().person().area(), now)
                    .stream().map(TeamUnits.Holder::units).limit(MateUnits.MOST).toList();
        }
        return new QuotaSnapshot(now, central.ledger().counts(survey, wanted),
                central.interviews().groups(survey, cells.groupsIn(around)), team);
    }
}
