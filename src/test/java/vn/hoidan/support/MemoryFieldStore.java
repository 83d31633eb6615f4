package vn.hoidan.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import vn.hoidan.client.app.Change;
import vn.hoidan.client.app.DiskRoom;
import vn.hoidan.client.app.FieldStore;
import vn.hoidan.client.app.HeldList;
import vn.hoidan.client.app.InterviewEntry;
import vn.hoidan.client.app.Signing;
import vn.hoidan.client.app.SyncState;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.interview.AnswerSketch;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.vault.DeviceKey;
import vn.hoidan.vault.Signatures;

/// A field store that forgets everything when the test ends. Passes the same contract as the one on SQLite. It can be
/// told to fail, as a full disk would.
public final class MemoryFieldStore implements FieldStore {
    private final AtomicReference<Problem> failing = new AtomicReference<>();
    private Contents contents = new Contents();
    private DeviceKey key = DeviceKey.random();
    private boolean closed;

    /// From now on every write fails with this problem, until {@link #recover}.
    public void failWith(Problem problem) {
        failing.set(problem);
    }

    public void recover() {
        failing.set(null);
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /// The same contents in a store that is open.
    public synchronized MemoryFieldStore reopened() {
        MemoryFieldStore again = new MemoryFieldStore();
        again.contents = new Contents(contents);
        again.key = key;
        return again;
    }

    @Override
    public synchronized void apply(List<Change> changes) {
        Problem problem = failing.get();
        if (problem != null) {
            throw problem.exception();
        }
        Contents next = new Contents(now());
        changes.forEach(next::apply);
        contents = next;
    }

    @Override
    public synchronized List<Mate> team() {
        return List.copyOf(now().team.values());
    }

    @Override
    public Signing signing() {
        return new Signing() {
            @Override
            public Bytes publicKey() {
                return key.publicKey();
            }

            @Override
            public Bytes sign(SignaturePurpose purpose, Bytes content) {
                return key.sign(purpose, content);
            }

            @Override
            public boolean verify(Bytes signingKey, SignaturePurpose purpose, Bytes content, Bytes signature) {
                return Signatures.verify(signingKey, purpose, content, signature);
            }
        };
    }

    @Override
    public synchronized Optional<Survey> survey() {
        return now().survey;
    }

    @Override
    public synchronized Optional<Bytes> questionnaire(QuestionnaireId id) {
        return Optional.ofNullable(now().questionnaires.get(id));
    }

    @Override
    public synchronized List<HeldList> lists() {
        return List.copyOf(now().lists.values());
    }

    @Override
    public synchronized List<Contact> contacts(ListId list) {
        return now().contacts.stream().filter(contact -> contact.list().equals(list)).toList();
    }

    @Override
    public synchronized List<InterviewEntry> interviews() {
        return List.copyOf(now().interviews.values());
    }

    @Override
    public synchronized Optional<InterviewEntry> interview(InterviewId id) {
        return Optional.ofNullable(now().interviews.get(id));
    }

    @Override
    public synchronized List<Fact> facts(InterviewId id) {
        return now().facts.getOrDefault(id, List.of());
    }

    @Override
    public synchronized Optional<Bytes> attachment(Bytes hash) {
        return Optional.ofNullable(now().attachments.get(hash));
    }

    @Override
    public DiskRoom room() {
        return new DiskRoom(Long.MAX_VALUE, true);
    }

    @Override
    public Optional<Problem> notice() {
        return Optional.empty();
    }

    @Override
    public synchronized Map<InterviewId, AnswerSketch> sketches(QuestionnaireId questionnaire) {
        Map<InterviewId, AnswerSketch> found = new LinkedHashMap<>(now().sketches);
        found.keySet().removeIf(id -> !now().interviews.get(id).questionnaire().equals(questionnaire));
        return found;
    }

    @Override
    public synchronized List<UpRecord> recordsAfter(long number, int mostRecords, int mostBytes) {
        List<UpRecord> records = new ArrayList<>();
        long bytes = 0;
        for (UpRecord record : now().records) {
            if (record.number() <= number) {
                continue;
            }
            bytes += record.body().length();
            if (!records.isEmpty() && (records.size() >= mostRecords || bytes > mostBytes)) {
                break;
            }
            records.add(record);
        }
        return records;
    }

    @Override
    public synchronized SyncState syncState() {
        Contents now = now();
        return new SyncState(now.epoch, now.incarnation, now.cursor, now.head(), now.stored, now.safe, now.lastSync);
    }

    @Override
    public synchronized Optional<Bytes> hashOf(long recordNumber) {
        return now().records.stream().filter(record -> record.number() == recordNumber).findFirst()
                .map(record -> record.position().hash());
    }

    @Override
    public synchronized Optional<QuotaSnapshot> quota() {
        return now().quota;
    }

    @Override
    public synchronized Optional<Board> board() {
        return now().board;
    }

    @Override
    public synchronized Optional<IndexReport> index() {
        return now().index;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private Contents now() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        return contents;
    }

    /// All there is at one moment; changed only as a whole.
    private static final class Contents {
        private final Map<QuestionnaireId, Bytes> questionnaires = new LinkedHashMap<>();
        private final Map<String, Mate> team = new LinkedHashMap<>();
        private final Map<ListId, HeldList> lists = new LinkedHashMap<>();
        private final List<Contact> contacts = new ArrayList<>();
        private final Map<InterviewId, InterviewEntry> interviews = new LinkedHashMap<>();
        private final Map<InterviewId, List<Fact>> facts = new LinkedHashMap<>();
        private final Map<Bytes, Bytes> attachments = new LinkedHashMap<>();
        private final Map<InterviewId, AnswerSketch> sketches = new LinkedHashMap<>();
        private final List<UpRecord> records = new ArrayList<>();
        private Optional<Survey> survey = Optional.empty();
        private Optional<QuotaSnapshot> quota = Optional.empty();
        private Optional<Board> board = Optional.empty();
        private Optional<IndexReport> index = Optional.empty();
        private Optional<Instant> lastSync = Optional.empty();
        private long epoch;
        private int incarnation = OwnLog.FIRST;
        private long cursor;
        private LogPosition stored = LogPosition.START;
        private LogPosition safe = LogPosition.START;

        private Contents() {
        }

        private Contents(Contents from) {
            questionnaires.putAll(from.questionnaires);
            lists.putAll(from.lists);
            contacts.addAll(from.contacts);
            interviews.putAll(from.interviews);
            facts.putAll(from.facts);
            attachments.putAll(from.attachments);
            sketches.putAll(from.sketches);
            records.addAll(from.records);
            survey = from.survey;
            quota = from.quota;
            board = from.board;
            index = from.index;
            lastSync = from.lastSync;
            team.putAll(from.team);
            epoch = from.epoch;
            incarnation = from.incarnation;
            cursor = from.cursor;
            stored = from.stored;
            safe = from.safe;
        }

        private LogPosition head() {
            return records.isEmpty() ? LogPosition.START : records.getLast().position();
        }

        private void apply(Change change) {
            switch (change) {
                case Change.InterviewBegun begun -> begin(begun);
                case Change.FactAppended appended -> append(appended);
                case Change.AttachmentKept kept -> attachments.put(kept.attachment().name().hash(),
                        kept.attachment().content());
                case Change.InterviewMoved moved -> move(moved);
                case Change.ContactRecorded recorded -> contacts.add(recorded.contact());
                case Change.RecordAppended appended -> append(appended);
                case Change.SketchKept kept -> sketches.put(kept.id(), kept.sketch());
                case Change.SurveyReceived received -> receive(received.survey());
                case Change.QuestionnaireReceived received -> questionnaires.put(received.id(), received.xform());
                case Change.ListReceived received -> lists.put(received.list().id(),
                        new HeldList(received.list(), received.lease(), false));
                case Change.ListWithdrawn withdrawn -> lists.computeIfPresent(withdrawn.list(),
                        (id, held) -> new HeldList(held.list(), held.lease(), true));
                case Change.InterviewRuled ruled -> interviews.computeIfPresent(ruled.id(), (id, entry) ->
                        entry(entry, entry.state(), entry.changedAt(), entry.answered(), entry.asked(), entry.facts(),
                                entry.recordNumber(), Optional.of(ruled.ruling())));
                case Change.CursorMoved moved -> {
                    require(cursor == moved.from() && moved.to() > moved.from(), "cursor");
                    cursor = moved.to();
                }
                case Change.Acknowledged acknowledged -> {
                    epoch = acknowledged.epoch();
                    stored = own(acknowledged.stored());
                    safe = own(acknowledged.safe());
                }
                case Change.DownLogBegun _ -> cursor = 0;
                case Change.LogBegun begun -> beginLog(begun.incarnation());
                case Change.ListsBegun _ -> lists.replaceAll((id, held) ->
                        new HeldList(held.list(), held.lease(), true));
                case Change.QuotaReceived received -> quota = Optional.of(received.quota());
                case Change.TeamReceived received -> received.mates().forEach(mate -> team.put(mate.device(), mate));
                case Change.BoardReceived received -> board = Optional.of(received.board());
                case Change.IndexReceived received -> index = Optional.of(received.report());
                case Change.NoticeRead _ -> {
                }
                case Change.SyncEnded ended -> lastSync = Optional.of(ended.at());
            }
        }

        private void beginLog(int number) {
            List<UpRecord> before = List.copyOf(records);
            records.clear();
            for (UpRecord record : before) {
                records.add(UpRecord.after(head(), record.type(), record.body()));
            }
            Map<Long, Long> numbers = new LinkedHashMap<>();
            for (int index = 0; index < before.size(); index++) {
                numbers.put(before.get(index).number(), records.get(index).number());
            }
            interviews.replaceAll((id, entry) -> entry(entry, entry.state(), entry.changedAt(), entry.answered(),
                    entry.asked(), entry.facts(), entry.recordNumber().map(numbers::get), entry.ruling()));
            incarnation = number;
            cursor = 0;
            stored = LogPosition.START;
            safe = LogPosition.START;
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
            UpRecord record = UpRecord.after(head(), appended.type(), appended.body());
            records.add(record);
            appended.interview().ifPresent(id -> change(id, entry -> entry(entry, entry.state(), entry.changedAt(),
                    entry.answered(), entry.asked(), entry.facts(), Optional.of(record.number()), entry.ruling())));
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
                    from.mode(), state, from.startedAt(), changedAt, answered, asked, facts, recordNumber, ruling);
        }

        private static void require(boolean condition, String what) {
            if (!condition) {
                throw new IllegalStateException(what);
            }
        }
    }
}
