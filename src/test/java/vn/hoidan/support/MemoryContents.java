package vn.hoidan.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.hoidan.client.app.store.Carriage;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.KeptMessage;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.interview.AnswerSketch;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.QuestionnairePiece;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.vault.DeviceKey;
import vn.hoidan.vault.RecordSeals;

/// All there is at one moment; changed only as a whole.
final class MemoryContents {
    final Map<QuestionnaireId, Bytes> questionnaires = new LinkedHashMap<>();
    final Set<QuestionnairePiece> pieces = new LinkedHashSet<>();
    final List<KeptMessage> messages = new ArrayList<>();
    final Map<String, Mate> team = new LinkedHashMap<>();
    final Map<ListId, HeldList> lists = new LinkedHashMap<>();
    final List<Contact> contacts = new ArrayList<>();
    final Map<LeaseId, List<UnitCode>> codes = new HashMap<>();
    final Map<InterviewId, InterviewEntry> interviews = new LinkedHashMap<>();
    final Map<InterviewId, List<Fact>> facts = new LinkedHashMap<>();
    final Map<Bytes, Bytes> attachments = new LinkedHashMap<>();
    final Map<InterviewId, AnswerSketch> sketches = new LinkedHashMap<>();
    final List<UpRecord> records = new ArrayList<>();
    /// What sealed records say, by their numbers.
    final Map<Long, Bytes> contents = new HashMap<>();
    private final Optional<Seal> seal;
    private Optional<Bytes> recordKey = Optional.empty();
    /// Numbers of records whose bodies were deleted.
    final Set<Long> bodiless = new HashSet<>();
    final Map<Bytes, Carriage.Kept> carried = new LinkedHashMap<>();
    Optional<Carriage.Exported> exported = Optional.empty();
    Optional<Survey> survey = Optional.empty();
    Optional<QuotaSnapshot> quota = Optional.empty();
    Optional<Board> board = Optional.empty();
    Optional<IndexReport> index = Optional.empty();
    Optional<Instant> lastSync = Optional.empty();
    Optional<Instant> lastTurn = Optional.empty();
    Hand hand = Hand.EMPTY;
    boolean logSought;
    long epoch;
    int incarnation = OwnLog.FIRST;
    long cursor;
    LogPosition stored = LogPosition.START;
    LogPosition safe = LogPosition.START;

    /// By whom records are sealed and signed once the office has given its key.
    record Seal(String device, DeviceKey key) {
    }

    MemoryContents(Optional<Seal> seal) {
        this.seal = seal;
    }

    MemoryContents(MemoryContents from) {
        seal = from.seal;
        recordKey = from.recordKey;
        contents.putAll(from.contents);
        questionnaires.putAll(from.questionnaires);
        pieces.addAll(from.pieces);
        lists.putAll(from.lists);
        contacts.addAll(from.contacts);
        codes.putAll(from.codes);
        hand = from.hand;
        lastTurn = from.lastTurn;
        interviews.putAll(from.interviews);
        facts.putAll(from.facts);
        attachments.putAll(from.attachments);
        sketches.putAll(from.sketches);
        records.addAll(from.records);
        bodiless.addAll(from.bodiless);
        carried.putAll(from.carried);
        exported = from.exported;
        survey = from.survey;
        quota = from.quota;
        board = from.board;
        index = from.index;
        lastSync = from.lastSync;
        messages.addAll(from.messages);
        team.putAll(from.team);
        logSought = from.logSought;
        epoch = from.epoch;
        incarnation = from.incarnation;
        cursor = from.cursor;
        stored = from.stored;
        safe = from.safe;
    }

    LogPosition head() {
        return records.isEmpty() ? LogPosition.START : records.getLast().position();
    }

    private void receive(Change.MessageReceived received) {
        if (messages.stream().noneMatch(each -> each.message().id().equals(received.message().id()))) {
            messages.addFirst(new KeptMessage(received.message(), false, false));
        }
    }

    void apply(Change change) {
        switch (change) {
            case Change.InterviewBegun begun -> begin(begun);
            case Change.FactAppended appended -> append(appended);
            case Change.AttachmentKept kept -> attachments.put(kept.attachment().name().hash(),
                    kept.attachment().content());
            case Change.InterviewMoved moved -> move(moved);
            case Change.ContactRecorded recorded -> contacts.add(recorded.contact());
            case Change.RecordAppended appended -> append(appended);
            case Change.SafeSince since -> change(since.id(), entry -> new InterviewEntry(entry.id(),
                    entry.questionnaire(), entry.list(), entry.household(), entry.lease(), entry.mode(), entry.state(),
                    entry.startedAt(), entry.changedAt(), entry.answered(), entry.asked(), entry.facts(),
                    entry.recordNumber(), entry.ruling(), entry.lostFacts(), since.at(), false));
            case Change.AnswersDeleted deleted -> delete(deleted.id());
            case Change.SketchKept kept -> sketches.put(kept.id(), kept.sketch());
            case Change.SurveyReceived received -> receive(received.survey());
            case Change.QuestionnaireReceived received -> questionnaires.put(received.id(), received.xform());
            case Change.QuestionnairePieceKept kept -> pieces.add(kept.piece());
            case Change.QuestionnairePiecesDropped dropped -> pieces.removeIf(piece ->
                    piece.questionnaire().equals(dropped.questionnaire()));
            case Change.ListReceived received -> lists.put(received.list().id(),
                    new HeldList(received.list(), Optional.of(received.lease()), false));
            case Change.PlaceReceived received -> lists.put(received.place().id(),
                    new HeldList(received.place(), Optional.empty(), false));
            case Change.UnitsReceived received -> {
                change(new HandChange.LeaseReceived(received.lease()));
                codes.put(received.lease().id(), received.codes());
            }
            case Change.HandChanged changed -> change(changed.change());
            case Change.ListWithdrawn withdrawn -> lists.computeIfPresent(withdrawn.list(),
                    (id, held) -> new HeldList(held.list(), held.lease(), true));
            case Change.InterviewRuled ruled -> interviews.computeIfPresent(ruled.id(), (id, entry) ->
                    entry(entry, entry.state(), entry.changedAt(), entry.answered(), entry.asked(), entry.facts(),
                            entry.recordNumber(), Optional.of(ruled.ruling())));
            case Change.InterviewReopened reopened -> throw new IllegalStateException(
                    "no record is ever lost in memory: " + reopened.id().asText());
            case Change.CursorMoved moved -> move(moved);
            case Change.Acknowledged acknowledged -> acknowledge(acknowledged);
            case Change.DownLogBegun _ -> cursor = 0;
            case Change.LogSought _ -> seekLog();
            case Change.LogBegun begun -> beginLog(begun.incarnation());
            case Change.ListsBegun _ -> lists.replaceAll((id, held) ->
                    new HeldList(held.list(), held.lease(), true));
            case Change.QuotaReceived received -> quota = Optional.of(received.quota());
            case Change.MessageReceived received -> receive(received);
            case Change.MessagesRead read -> messages.replaceAll(each -> new KeptMessage(each.message(),
                    each.read() || read.ids().contains(each.message().id()), each.told()));
            case Change.MessagesReadTold told -> tell(told);
            case Change.TeamReceived received -> received.mates().forEach(mate -> team.put(mate.device(), mate));
            case Change.BoardReceived received -> board = Optional.of(received.board());
            case Change.IndexReceived received -> index = Optional.of(received.report());
            case Change.EnvelopeTaken taken -> carried.putIfAbsent(taken.envelope().id(),
                    new Carriage.Kept(taken.envelope().id(), taken.envelope().device(), taken.at(),
                            Optional.of(taken.envelope()), Optional.empty(), Optional.empty(),
                            taken.envelope().toBytes().length()));
            case Change.EnvelopeAnswered answered -> carried.computeIfPresent(answered.answer().answers(),
                    (id, kept) -> new Carriage.Kept(id, kept.device(), kept.takenAt(), Optional.empty(),
                            Optional.of(answered.answer()), Optional.empty(),
                            answered.answer().toBytes().length()));
            case Change.EnvelopeRefused refused -> refuse(refused);
            case Change.EnvelopeDropped dropped -> carried.remove(dropped.id());
            case Change.WorkExported done -> exported = Optional.of(new Carriage.Exported(
                    Math.max(done.last(), exported.map(Carriage.Exported::last).orElse(0L)), done.at()));
            case Change.RecordKeyReceived received -> recordKey = Optional.of(received.recordKey());
            case Change.NoticeRead _, Change.Rejoined _, Change.FilesTold _ -> {
            }
            case Change.SyncEnded ended -> end(ended);
        }
    }

    /// Does what it is told, so that whoever tells it wrongly is found out by what is lost.
    private void delete(InterviewId id) {
        change(id, entry -> new InterviewEntry(entry.id(), entry.questionnaire(), entry.list(), entry.household(),
                entry.lease(), entry.mode(), entry.state(), entry.startedAt(), entry.changedAt(), entry.answered(),
                entry.asked(), 0, entry.recordNumber(), entry.ruling(), entry.lostFacts(), entry.safeSince(), true));
        facts.remove(id);
        sketches.remove(id);
        interviews.get(id).recordNumber().ifPresent(bodiless::add);
    }

    private void tell(Change.MessagesReadTold told) {
        messages.replaceAll(each -> new KeptMessage(each.message(), each.read(),
                each.told() || told.ids().contains(each.message().id())));
    }

    private void end(Change.SyncEnded ended) {
        lastSync = Optional.of(ended.at());
        lastTurn = ended.turn() ? lastSync : lastTurn;
    }

    private void move(Change.CursorMoved moved) {
        require(cursor == moved.from() && moved.to() > moved.from(), "cursor");
        cursor = moved.to();
    }

    private void refuse(Change.EnvelopeRefused refused) {
        carried.computeIfPresent(refused.id(), (id, kept) -> new Carriage.Kept(id, kept.device(), kept.takenAt(),
                Optional.empty(), Optional.empty(), Optional.of(refused.problem()), 0));
    }

    private void acknowledge(Change.Acknowledged acknowledged) {
        epoch = acknowledged.epoch();
        stored = own(acknowledged.stored());
        safe = own(acknowledged.safe());
        logSought = false;
    }

    private void seekLog() {
        logSought = true;
        exported = Optional.empty();
    }

    private void beginLog(int number) {
        logSought = false;
        List<UpRecord> before = records.stream().filter(record -> !bodiless.contains(record.number())).toList();
        List<Bytes> said = before.stream().map(this::content).toList();
        records.clear();
        bodiless.clear();
        contents.clear();
        incarnation = number;
        for (int index = 0; index < before.size(); index++) {
            append(before.get(index).type(), said.get(index));
        }
        Map<Long, Long> numbers = new LinkedHashMap<>();
        for (int index = 0; index < before.size(); index++) {
            numbers.put(before.get(index).number(), records.get(index).number());
        }
        interviews.replaceAll((id, entry) -> entry(entry, entry.state(), entry.changedAt(), entry.answered(),
                entry.asked(), entry.facts(), entry.recordNumber().map(numbers::get), entry.ruling()));
        exported = Optional.empty();
        cursor = 0;
        stored = LogPosition.START;
        safe = LogPosition.START;
    }

    private void change(HandChange change) {
        hand = hand.after(change);
        switch (change) {
            case HandChange.UnitHeld held -> holding(held.interview(), Optional.of(held.lease()));
            case HandChange.HoldReleased released -> holding(released.interview(), Optional.empty());
            case HandChange.CodeGiven given -> codes.computeIfPresent(given.lease(), (lease, some) ->
                    some.stream().filter(code -> !code.equals(given.code())).toList());
            case HandChange.LeaseReceived _, HandChange.LeaseEnded _, HandChange.CodeHeld _, HandChange.HoldUsed _,
                    HandChange.UnitsReturned _, HandChange.VoucherGiven _, HandChange.VoucherTaken _ -> {
            }
        }
    }

    private void holding(InterviewId interview, Optional<LeaseId> lease) {
        change(interview, entry -> new InterviewEntry(entry.id(), entry.questionnaire(), entry.list(),
                entry.household(), lease, entry.mode(), entry.state(), entry.startedAt(), entry.changedAt(),
                entry.answered(), entry.asked(), entry.facts(), entry.recordNumber(), entry.ruling()));
    }

    private void receive(Survey received) {
        Set<QuestionnaireId> needed = new HashSet<>(Set.of(received.questionnaire()));
        survey.ifPresent(before -> needed.add(before.questionnaire()));
        interviews.values().stream().filter(entry -> entry.state() != InterviewState.COMPLETED
                || entry.recordNumber().filter(number -> number <= safe.number()).isEmpty())
                .forEach(entry -> needed.add(entry.questionnaire()));
        questionnaires.keySet().retainAll(needed);
        survey = Optional.of(received);
    }

    private void begin(Change.InterviewBegun begun) {
        require(interviews.put(begun.id(), new InterviewEntry(begun.id(), begun.questionnaire(), begun.list(),
                begun.household(), begun.lease(), begun.mode(), InterviewState.IN_WORK, begun.at(), begun.at(), 0,
                0, 0, Optional.empty(), Optional.empty())) == null, "begun twice");
    }

    private void append(Change.FactAppended appended) {
        change(appended.id(), entry -> {
            require(entry.state() != InterviewState.COMPLETED, "completed");
            return entry(entry, entry.state(), appended.fact().at().wall(), appended.answered(), appended.asked(),
                    entry.facts() + 1, entry.recordNumber(), entry.ruling());
        });
        List<Fact> longer = new ArrayList<>(facts.getOrDefault(appended.id(), List.of()));
        longer.add(appended.fact());
        facts.put(appended.id(), List.copyOf(longer));
    }

    private void move(Change.InterviewMoved moved) {
        change(moved.id(), entry -> {
            require(entry.state() == moved.from() && moved.from().mayMoveTo(moved.to()), "state");
            return entry(entry, moved.to(), moved.at(), entry.answered(), entry.asked(), entry.facts(),
                    entry.recordNumber(), entry.ruling());
        });
    }

    private void append(Change.RecordAppended appended) {
        UpRecord record = append(appended.type(), appended.body());
        appended.interview().ifPresent(id -> change(id, entry -> entry(entry, entry.state(), entry.changedAt(),
                entry.answered(), entry.asked(), entry.facts(), Optional.of(record.number()), entry.ruling())));
    }

    private UpRecord append(RecordType type, Bytes content) {
        LogPosition head = head();
        UpRecord record = seal.filter(each -> recordKey.isPresent()).map(each -> {
            RecordHeader header = new RecordHeader(OwnLog.name(each.device(), incarnation), head.number() + 1,
                    head.hash(), type);
            UpRecord sealed = UpRecord.after(head, type, RecordSeals.seal(recordKey.orElseThrow(), header.toBytes(),
                    content));
            contents.put(sealed.number(), content);
            return sealed.signed(each.key().sign(SignaturePurpose.RECORD, sealed.position().hash()));
        }).orElseGet(() -> UpRecord.after(head, type, content));
        records.add(record);
        return record;
    }

    /// What a record says.
    Bytes content(UpRecord record) {
        return contents.getOrDefault(record.number(), record.body());
    }

    private void change(InterviewId id, UnaryOperator<InterviewEntry> how) {
        require(interviews.computeIfPresent(id, (key, entry) -> how.apply(entry)) != null, "no interview");
    }

    private LogPosition own(LogPosition position) {
        require(position.equals(LogPosition.START)
                || records.stream().anyMatch(record -> record.position().equals(position)), "foreign position");
        return position;
    }

    private static InterviewEntry entry(InterviewEntry from, InterviewState state, Instant changedAt, int answered,
            int asked, int facts, Optional<Long> recordNumber, Optional<Ruling> ruling) {
        return new InterviewEntry(from.id(), from.questionnaire(), from.list(), from.household(), from.lease(),
                from.mode(), state, from.startedAt(), changedAt, answered, asked, facts, recordNumber, ruling,
                from.lostFacts(), from.safeSince(), from.onlyAtOffice());
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException(what);
        }
    }
}
