package vn.hoidan.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.interview.Remarks;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.DraftCount;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.vault.DeviceKey;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.RecordBodies;
import vn.hoidan.wire.RecordDictionary;

/// A laptop as the server sees it: an up-log, a cursor, and what it was told. It keeps only what tests look at.
public final class FieldLaptop {

    public static final Instant DAY = Instant.parse("2024-11-04T02:00:00Z");

    private Instant begun = DAY;
    private Optional<DeviceKey> key = Optional.empty();
    private Optional<Bytes> recordKey = Optional.empty();
    private String device = "";
    private final List<UpRecord> log = new ArrayList<>();
    private final List<DownItem> told = new ArrayList<>();
    private final Map<ListId, Lease> leases = new HashMap<>();
    private final List<ListId> places = new ArrayList<>();
    private final Map<LeaseId, List<UnitCode>> codes = new HashMap<>();
    private Hand hand = Hand.EMPTY;
    private boolean wants;
    private volatile LogPosition stored = LogPosition.START;
    private LogPosition safe = LogPosition.START;
    private long cursor;
    private long next;
    private final long seed;
    private Bytes form = SmallSurvey.xform();

    /// @param seed tells this laptop's interviews from those of others
    public FieldLaptop(long seed) {
        this.seed = seed;
    }

    /// Interviews begin at this time from now on.
    public void beginAt(Instant time) {
        begun = time;
    }

    /// Interviews are of this version of the questionnaire from now on.
    public void asks(Bytes xform) {
        form = xform;
    }

    public InterviewRecord interview(ListId list, int household, Map<String, String> answers) {
        return interview(new InterviewId(new UUID(seed, ++next)), list, household, answers,
                Optional.ofNullable(leases.get(list)).map(Lease::id), Optional.empty());
    }

    private InterviewRecord interview(InterviewId id, ListId list, int household, Map<String, String> answers,
            Optional<LeaseId> lease, Optional<UnitCode> code) {
        Map<Path, String> byPath = new LinkedHashMap<>();
        answers.forEach((name, value) -> byPath.put(new Path("/data/" + name), value));
        InterviewRecord record = new InterviewRecord(id, SmallSurvey.ID, SmallSurvey.idOf(form), list, household,
                lease, code, InterviewMode.FACE_TO_FACE, "vi", "1", "0.1.0", begun,
                begun.plusSeconds(1800), 1_700_000, 3,
                byPath, List.of(), Optional.empty(), List.of(), Remarks.NONE, Optional.empty());
        append(RecordType.INTERVIEW, RecordBodies.of(record, RecordDictionary.of(SmallSurvey.idOf(form), form)));
        return record;
    }

    /// An interview of a free quota with a unit in hand for these cells; begun without one if there is none.
    public InterviewRecord interviewHere(int household, Map<String, String> answers, CellKey... cells) {
        InterviewId id = new InterviewId(new UUID(seed, ++next));
        Optional<LeaseId> lease = Optional.empty();
        if (HandPlanner.start(hand, id, List.of(cells), DAY) instanceof HandPlanner.Start.Go go) {
            hand = hand.after(List.of(go.change(), new HandChange.HoldUsed(id)));
            lease = Optional.of(((HandChange.UnitHeld) go.change()).lease());
        }
        return interview(id, places.getFirst(), household, answers, lease, Optional.empty());
    }

    /// One with the code of a unit that a mate read out.
    public InterviewRecord interviewByCode(int household, Map<String, String> answers, UnitCode code) {
        return interview(new InterviewId(new UUID(seed, ++next)), places.getFirst(), household, answers,
                Optional.empty(), Optional.of(code));
    }

    /// What happens to units here, with its record if it has one.
    public void change(HandChange change) {
        hand = hand.after(change);
        switch (change) {
            case HandChange.UnitsReturned back -> units(new UnitsRecord.Returned(back.lease(), back.units()));
            case HandChange.VoucherGiven given -> units(new UnitsRecord.VoucherGiven(signed(given.voucher())));
            case HandChange.VoucherTaken _ -> throw new IllegalArgumentException("with its signature");
            case HandChange.CodeGiven given -> units(new UnitsRecord.CodeGiven(given.lease(), given.code()));
            case HandChange.LeaseReceived _, HandChange.LeaseEnded _, HandChange.UnitHeld _, HandChange.CodeHeld _,
                    HandChange.HoldReleased _, HandChange.HoldUsed _ -> { }
        }
    }

    private SignedVoucher signed(Voucher voucher) {
        return new SignedVoucher(voucher, key.orElseThrow().sign(SignaturePurpose.VOUCHER,
                Bytes.of(voucher.signedBytes())));
    }

    /// A voucher that a mate made.
    public void takeIn(SignedVoucher voucher) {
        hand = hand.after(new HandChange.VoucherTaken(voucher.voucher()));
        units(new UnitsRecord.VoucherTaken(voucher));
    }

    /// Gives units away.
    public SignedVoucher give(Voucher voucher) {
        change(new HandChange.VoucherGiven(voucher));
        return signed(voucher);
    }

    public void units(UnitsRecord record) {
        append(record.type(), RecordBodies.of(record));
    }

    /// A round in the order of a free quota: what was done, then what is free goes back and new units are asked for.
    public SyncReply turn(Round office) {
        sync(office);
        HandPlanner.giveAllBack(hand).forEach(this::change);
        wants = true;
        SyncReply reply = sync(office);
        wants = false;
        return reply;
    }

    public Hand hand() {
        return hand;
    }

    /// Codes of the units of each lease.
    public List<UnitCode> codes(LeaseId lease) {
        return codes.get(lease);
    }

    public List<ListId> places() {
        return List.copyOf(places);
    }

    public InterviewRecord interview(ListId list, int household) {
        return interview(list, household, Map.of("q1", "1"));
    }

    public void contact(ListId list, int household, Outcome outcome) {
        append(RecordType.CONTACT,
                RecordBodies.of(new Contact(list, household, 1, outcome, "", DAY, Optional.empty())));
    }

    public void append(RecordType type, Bytes body) {
        LogPosition before = log.isEmpty() ? LogPosition.START : log.getLast().position();
        log.add(recordKey.map(office -> sealed(before, type, body, office))
                .orElseGet(() -> UpRecord.after(before, type, body)));
    }

    private UpRecord sealed(LogPosition before, RecordType type, Bytes content, Bytes office) {
        Bytes header = new RecordHeader(device, before.number() + 1, before.hash(), type).toBytes();
        UpRecord record = UpRecord.after(before, type, RecordSeals.seal(office, header, content));
        return record.signed(key.orElseThrow().sign(SignaturePurpose.RECORD, record.position().hash()));
    }

    /// Puts another record in the place of the last one.
    public void replaceLast(UnaryOperator<UpRecord> how) {
        log.set(log.size() - 1, how.apply(log.getLast()));
    }

    /// From now on as a laptop that signs.
    ///
    /// @param name of the device
    public DeviceKey signs(String name) {
        key = Optional.of(DeviceKey.random());
        device = name;
        return key.get();
    }

    public SyncRequest request(DraftCount... drafts) {
        return new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(log.size()), 1, cursor,
                log.subList((int) stored.number(), Math.min(log.size(), (int) stored.number() + 200)),
                List.of(drafts), wants, DAY, key.map(DeviceKey::publicKey));
    }

    /// Takes in a reply as the real client does: items in order, each once.
    public void take(SyncReply reply) {
        stored = reply.stored();
        safe = reply.safe();
        for (DownEntry entry : reply.items()) {
            if (entry.number() == cursor + 1) {
                cursor = entry.number();
                told.add(entry.item());
                apply(entry.item());
            } else if (entry.number() > cursor) {
                throw new AssertionError("gap in the down-log: " + cursor + ", " + entry.number());
            }
        }
    }

    private void apply(DownItem item) {
        switch (item) {
            case DownItem.ListAssigned assigned -> leases.put(assigned.list().id(), assigned.lease());
            case DownItem.ListWithdrawn withdrawn -> {
                leases.remove(withdrawn.list());
                places.remove(withdrawn.list());
            }
            case DownItem.PlaceAssigned assigned -> places.add(assigned.place().id());
            case DownItem.UnitsGranted granted -> {
                hand = hand.after(new HandChange.LeaseReceived(granted.lease()));
                codes.put(granted.lease().id(), granted.codes());
            }
            case DownItem.RecordKeyGiven given -> recordKey = Optional.of(given.recordKey());
            case DownItem.LeaseEnded ended -> hand = hand.after(new HandChange.LeaseEnded(ended.lease()));
            case DownItem.NotKnownHere unknown -> throw new AssertionError("told what is not known: " + unknown);
            case DownItem.SurveyAssigned _, DownItem.InterviewRuled _, DownItem.ListsBegin _,
                    DownItem.ListHistory _, DownItem.TeamKnown _,
                    DownItem.MessageGiven _ -> { }
        }
    }

    /// Syncs until nothing is left to send or to hear.
    public SyncReply sync(Round office) {
        SyncReply reply;
        do {
            reply = office.sync(request());
            take(reply);
        } while (reply.more() || stored.number() < log.size());
        return reply;
    }

    /// One round of sync with a server.
    public interface Round {
        SyncReply sync(SyncRequest request);
    }

    /// Goes back to an older image of the disk.
    public void rollBackTo(int records) {
        log.subList(records, log.size()).clear();
    }

    /// Work begun on a list while holding this lease although it may be gone.
    public void remember(ListId list, Lease lease) {
        leases.put(list, lease);
    }

    public Optional<Lease> lease(ListId list) {
        return Optional.ofNullable(leases.get(list));
    }

    public List<DownItem> told() {
        return List.copyOf(told);
    }

    public List<UpRecord> log() {
        return List.copyOf(log);
    }

    public LogPosition stored() {
        return stored;
    }

    public LogPosition safe() {
        return safe;
    }

    public List<DownItem.InterviewRuled> rulings() {
        return told.stream().filter(DownItem.InterviewRuled.class::isInstance)
                .map(DownItem.InterviewRuled.class::cast).toList();
    }
}
