package vn.hoidan.client.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.sync.AsideOutcome;
import vn.hoidan.core.sync.AsideRecord;
import vn.hoidan.core.sync.AsideRelease;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.IntakePlan;
import vn.hoidan.core.sync.IntakePlanner;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.MessageOrder;
import vn.hoidan.core.sync.OfficePost;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.support.PracticeOffice;
import vn.hoidan.support.Samples;

/// A server in memory that takes records by the real planner, and whose line can be cut before or after its commit.
public final class FakeOffice implements HeadOffice {
    private static final int ITEMS_PER_REPLY = 2;

    public final List<UpRecord> log = new ArrayList<>();
    public final List<DownEntry> down = new ArrayList<>();
    public final List<SyncRequest> requests = new ArrayList<>();
    private final Map<Long, Bytes> hashes = new HashMap<>();
    private LogPosition stored = LogPosition.START;
    private int incarnation = OwnLog.FIRST;
    /// What the server does when units are asked for.
    Runnable onWants = () -> { };
    long epoch = 1;
    private int untilCut;
    private Optional<Cut> cut = Optional.empty();

    /// Where the line is cut, once.
    public enum Cut {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    public void cutNext(Cut where) {
        cutAfter(0, where);
    }

    /// @param before requests that get through before
    void cutAfter(int before, Cut where) {
        untilCut = before;
        cut = Optional.of(where);
    }

    void cutNothing() {
        cut = Optional.empty();
    }

    public void send(DownItem item) {
        down.add(new DownEntry(down.size() + 1L, item));
    }

    @Override
    public SyncReply sync(SyncRequest request) {
        requests.add(request);
        cutIf(Cut.BEFORE_COMMIT);
        if (request.log().ended() && incarnation == request.log().incarnation()) {
            incarnation++;
            log.clear();
            hashes.clear();
            stored = LogPosition.START;
        }
        IntakePlan plan = IntakePlanner.plan(stored, hashes, request.records());
        plan.applied().forEach(record -> {
            log.add(record);
            hashes.put(record.number(), record.position().hash());
        });
        stored = plan.end();
        if (request.wants()) {
            onWants.run();
        }
        cutIf(Cut.AFTER_COMMIT);
        List<DownEntry> items = down.stream().filter(entry -> entry.number() > request.cursor())
                .limit(ITEMS_PER_REPLY).toList();
        boolean more = down.size() > request.cursor() + items.size();
        return new SyncReply(epoch, incarnation, stored, LogPosition.START, items, more, Samples.quota(),
                Samples.MORNING);
    }

    private void cutIf(Cut where) {
        if (cut.equals(Optional.of(where)) && untilCut-- <= 0) {
            cut = Optional.empty();
            throw Problem.of(ProblemKind.CONNECTION_CUT).exception();
        }
    }

    @Override
    public Draft draft(InterviewId interview) {
        throw new AssertionError("nothing comes back here");
    }

    @Override
    public AttachmentState attachment(AttachmentPiece piece) {
        throw new AssertionError("no files here");
    }

    @Override
    public DownEnvelope carried(UpEnvelope envelope) {
        throw Problem.of(ProblemKind.CARRIED_NOT_GENUINE, "reason", "test").exception();
    }

    @Override
    public Bytes questionnaire(QuestionnaireId id) {
        return Samples.bytes(100, 1);
    }

    @Override
    public Board board() {
        return Samples.board();
    }

    @Override
    public QuotaDecision.Effect decide(QuotaDecision decision) {
        throw new AssertionError("for supervisors");
    }

    @Override
    public List<Board.Counted> counted(CellKey cell, long before) {
        throw new AssertionError("for supervisors");
    }

    @Override
    public List<AsideRecord> aside() {
        throw new AssertionError("for supervisors");
    }

    @Override
    public AsideOutcome release(AsideRelease asked) {
        throw new AssertionError("for supervisors");
    }

    @Override
    public OfficePost post() {
        throw new AssertionError("for supervisors");
    }

    @Override
    public OfficePost send(MessageOrder order) {
        throw new AssertionError("for supervisors");
    }

    @Override
    public Optional<IndexReport> index() {
        return Optional.empty();
    }

    @Override
    public SpareKeys spareKeys(int turn) {
        return PracticeOffice.spareKeys("1-7", turn);
    }
}
