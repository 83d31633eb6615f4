package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.hoidan.client.app.machine.DiskRoom;
import vn.hoidan.client.app.store.Carriage;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.FilePost;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.KeptMessage;
import vn.hoidan.client.app.store.Signing;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.interview.AnswerSketch;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.SealedDraft;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.support.UnsealedFiles;

/// Holds one interview in memory; its disk can be made full.
final class DraftStore implements FieldStore {
    private final Survey survey;
    private final Bytes xform;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<Bytes, Bytes> attachments = new HashMap<>();
    private Optional<InterviewEntry> entry;
    private boolean diskFull;
    private Change.Acknowledged acknowledged = new Change.Acknowledged(1, LogPosition.START, LogPosition.START);

    DraftStore(Survey survey, Bytes xform, InterviewEntry entry) {
        this.survey = survey;
        this.xform = xform;
        this.entry = Optional.of(entry);
    }

    synchronized void diskFull(boolean full) {
        diskFull = full;
    }

    @Override
    public synchronized void apply(List<Change> changes) {
        if (diskFull) {
            throw Problem.of(ProblemKind.DISK_FULL, "folder", "practice").exception();
        }
        for (Change change : changes) {
            switch (change) {
                case Change.FactAppended appended -> facts.add(appended.fact());
                case Change.InterviewMoved moved -> entry = entry.map(old -> new InterviewEntry(old.id(),
                        old.questionnaire(), old.list(), old.household(), old.lease(), old.mode(), moved.to(),
                        old.startedAt(), moved.at(), old.answered(), old.asked(), old.facts(), Optional.of(1L),
                        Optional.empty()));
                case Change.AttachmentKept kept -> attachments.put(kept.attachment().name().hash(),
                        kept.attachment().content());
                case Change.Acknowledged now -> acknowledged = now;
                case Change.RecordAppended _, Change.SketchKept _, Change.NoticeRead _ -> { }
                case Change.InterviewBegun _, Change.ContactRecorded _, Change.SurveyReceived _,
                        Change.QuestionnaireReceived _, Change.ListReceived _, Change.PlaceReceived _,
                        Change.UnitsReceived _, Change.HandChanged _, Change.ListWithdrawn _,
                        Change.InterviewRuled _, Change.CursorMoved _, Change.QuotaReceived _,
                        Change.BoardReceived _, Change.IndexReceived _, Change.TeamReceived _, Change.MessageReceived _,
                        Change.MessagesRead _, Change.MessagesReadTold _, Change.SyncEnded _,
                        Change.EnvelopeTaken _, Change.EnvelopeAnswered _, Change.EnvelopeDropped _,
                        Change.EnvelopeRefused _, Change.InterviewReopened _,
                        Change.WorkExported _, Change.DownLogBegun _, Change.LogBegun _, Change.LogSought _,
                        Change.QuestionnairePieceKept _, Change.QuestionnairePiecesDropped _,
                        Change.ListsBegun _,
                        Change.RecordKeyReceived _, Change.Rejoined _, Change.FilesTold _, Change.SafeSince _,
                        Change.AnswersDeleted _ ->
                        throw new IllegalStateException("not part of an interview: " + change);
            }
        }
    }

    synchronized InterviewState state() {
        return entry.orElseThrow().state();
    }

    @Override
    public Optional<SealedDraft> seal(Draft draft) {
        return Optional.empty();
    }

    @Override
    public FilePost files() {
        return new UnsealedFiles();
    }

    @Override
    public Optional<Survey> survey() {
        return Optional.of(survey);
    }

    @Override
    public Optional<Bytes> questionnaire(QuestionnaireId id) {
        return Optional.of(xform);
    }

    @Override
    public List<HeldList> lists() {
        return List.of();
    }

    @Override
    public List<Contact> contacts(ListId list) {
        return List.of();
    }

    @Override
    public List<InterviewEntry> interviews() {
        return entry.stream().toList();
    }

    @Override
    public Optional<InterviewEntry> interview(InterviewId id) {
        return entry.filter(each -> each.id().equals(id));
    }

    @Override
    public synchronized List<Fact> facts(InterviewId id) {
        return List.copyOf(facts);
    }

    @Override
    public synchronized Optional<Bytes> attachment(Bytes hash) {
        return Optional.ofNullable(attachments.get(hash));
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
    public Map<InterviewId, AnswerSketch> sketches(QuestionnaireId questionnaire) {
        return Map.of();
    }

    @Override
    public List<UpRecord> recordsAfter(long number, int mostRecords, int mostBytes) {
        return List.of();
    }

    @Override
    public SyncState syncState() {
        return new SyncState(1, OwnLog.FIRST, 0, LogPosition.START, acknowledged.stored(), acknowledged.safe(),
                Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<Bytes> hashOf(long recordNumber) {
        return Optional.empty();
    }

    @Override
    public Optional<QuotaSnapshot> quota() {
        return Optional.empty();
    }

    @Override
    public List<KeptMessage> officeMessages() {
        return List.of();
    }

    @Override
    public List<Mate> team() {
        return List.of();
    }

    @Override
    public Signing signing() {
        throw new IllegalStateException("an interview signs nothing");
    }

    @Override
    public Carriage carriage() {
        throw new IllegalStateException("an interview travels by no road");
    }

    @Override
    public Optional<Board> board() {
        return Optional.empty();
    }

    @Override
    public Optional<IndexReport> index() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // nothing is held open
    }

    @Override
    public List<Change> applyFromHand(Function<Hand, List<Change>> plan) {
        List<Change> changes = plan.apply(Hand.EMPTY);
        apply(changes);
        return changes;
    }

    @Override
    public Hand hand() {
        return Hand.EMPTY;
    }

    @Override
    public List<SignedVoucher> vouchersGiven(int most) {
        return List.of();
    }

    @Override
    public List<SignedVoucher> vouchersUntold() {
        return List.of();
    }

    @Override
    public List<UnitCode> codes(LeaseId lease) {
        return List.of();
    }
}
