package vn.hoidan.server.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.IntakePlan;
import vn.hoidan.core.sync.IntakePlanner;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;

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
    private final InstantSource clock;

    /// @param recordKey the office's key to which new records are to be sealed
    public IntakeDesk(CentralStore store, RecordReader reader, SignatureCheck signatures, Supplier<Bytes> recordKey,
            ListDesk lists, InstantSource clock) {
        this.store = store;
        this.records = new RecordIntake(reader, signatures);
        this.logs = new LogDesk(lists);
        this.recordKey = recordKey;
        this.clock = clock;
    }

    /// One round of sync. Records that do not follow what is stored are left alone; the reply's position tells the
    /// device where it stands, and by its hash whether it is still the same log.
    ///
    /// @throws ProblemException CLIENT_TOO_OLD, MESSAGE_TOO_LARGE
    public SyncReply sync(String device, SyncRequest request) {
        if (request.protocol() < OLDEST_PROTOCOL) {
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
            Survey survey = central.surveys().find(laptop.survey()).orElseThrow();
            Instant now = clock.instant();
            if (request.log().ended()) {
                Devices.Device next = logs.next(central, survey, laptop, request.log(), now);
                return reply(central, survey, next, next.stored(), 0, now);
            }
            return logs.spokenOf(central, laptop, request)
                    .map(log -> taken(central, survey, log, request, now))
                    .orElseGet(() -> unknown(central, now));
        });
    }

    private SyncReply taken(CentralStore.Central central, Survey survey, Devices.Device before, SyncRequest request,
            Instant now) {
        request.signingKey().ifPresent(key -> {
            Team.shown(central, before, key, now);
            tellRecordKey(central, before, now);
        });
        IntakePlan plan = planned(central, before, request.records());
        RecordIntake.Work work = RecordIntake.Work.of(central, survey, before, now);
        plan.applied().forEach(record -> records.take(work, record));
        boolean forked = plan.stop() instanceof IntakePlan.Stop.Fork;
        if (forked) {
            LOG.log(System.Logger.Level.WARNING, "{0}: {1}", before.id(), plan.stop());
        }
        // a down-log of another epoch begins anew
        long cursor = request.epoch() == central.surveys().epoch() ? request.cursor() : 0;
        central.devices().heard(before.id(), new Devices.Heard(plan.end(), cursor, now,
                Duration.between(request.clock(), now).toMillis(), forked, request.drafts()));
        logs.heard(central, survey, before, plan.stop() instanceof IntakePlan.Stop.AtEnd
                && plan.end().number() >= request.log().head());
        return reply(central, survey, before, plan.end(), cursor, now);
    }

    private static SyncReply unknown(CentralStore.Central central, Instant now) {
        return new SyncReply(central.surveys().epoch(), SyncReply.UNKNOWN_LOG, LogPosition.START, LogPosition.START,
                List.of(), false, new QuotaSnapshot(now, List.of(), List.of()), now);
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

    private static SyncReply reply(CentralStore.Central central, Survey survey, Devices.Device device,
            LogPosition stored, long cursor, Instant now) {
        List<DownEntry> items = central.logs().itemsAfter(device.id(), cursor, SyncReply.ITEMS_PER_REPLY + 1);
        boolean more = items.size() > SyncReply.ITEMS_PER_REPLY;
        List<DownEntry> sent = more ? items.subList(0, SyncReply.ITEMS_PER_REPLY) : items;
        return new SyncReply(central.surveys().epoch(), device.incarnation(), stored, device.safe(), sent, more,
                new QuotaSnapshot(now, counts(central, survey, device), List.of()), now);
    }

    /// The cells of the person's lists, and those above village level.
    private static List<CellCount> counts(CentralStore.Central central, Survey survey, Devices.Device device) {
        Set<CellKey> wanted = new HashSet<>();
        for (SampleLists.Entry list : central.lists().of(survey.id())) {
            if (list.holder().filter(device.person()::equals).isPresent()) {
                wanted.addAll(QuotaCells.of(survey, list.village()));
            }
        }
        survey.constraints().stream()
                .filter(each -> each.level() != AreaLevel.VILLAGE)
                .forEach(each -> wanted.add(each.cell()));
        List<CellCount> counts = new ArrayList<>();
        for (CellCount count : central.ledger().counts(survey.id())) {
            if (wanted.contains(count.cell())) {
                counts.add(count);
            }
        }
        return counts;
    }
}
