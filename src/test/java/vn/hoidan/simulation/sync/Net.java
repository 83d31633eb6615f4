package vn.hoidan.simulation.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
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
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.MessageOrder;
import vn.hoidan.core.sync.OfficePost;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.wire.Wire;

/// The line from a laptop to the office: it loses, doubles and keeps back what is sent, cuts
/// messages short, and somebody on it changes them.
record Net(SimulatedLaptop laptop) implements HeadOffice {

    @Override
    public SyncReply sync(SyncRequest request) {
        SyncWorld world = laptop.world;
        if (laptop.disk.isDown()) {
            throw cut();
        }
        laptop.disk.also(world.rules.sent(request, laptop.disk.contents()));
        if (world.fault(0.06)) {
            world.events.count("request-lost");
            throw cut();
        }
        if (world.fault(0.06)) {
            world.events.count("request-delayed");
            world.late.add(new SyncWorld.Late(laptop.device, request));
            throw cut();
        }
        if (world.fault(0.02)) {
            cutShort(request);
            throw cut();
        }
        if (!world.kind.gentle() && !request.records().isEmpty() && world.fault(0.02)) {
            new Forger(world, laptop).send(request);
            throw cut();
        }
        if (world.fault(0.05)) {
            world.events.count("request-doubled");
            world.office.sync(laptop.device, request);
        }
        SyncReply reply = world.office.sync(laptop.device, request);
        if (world.fault(0.06)) {
            world.events.count("reply-lost");
            throw cut();
        }
        return world.rules.heard(reply, request, laptop.disk.contents());
    }

    /// What arrives of a message whose line is cut is no message: nothing of it may be done.
    private void cutShort(SyncRequest request) {
        byte[] whole = Wire.of(request);
        byte[] part = Arrays.copyOf(whole, laptop.world.random.nextInt(whole.length));
        try {
            Wire.syncRequest(part);
        } catch (ProblemException unreadable) {
            laptop.world.events.count("request-cut-short");
            return;
        }
        throw new AssertionError("half a message was read");
    }

    private static ProblemException cut() {
        return Problem.of(ProblemKind.CONNECTION_CUT).exception();
    }

    @Override
    public Draft draft(InterviewId interview) {
        way("draft");
        Draft draft = laptop.world.office.along.draft(laptop.device, interview);
        wayBack("draft");
        laptop.world.events.count("draft-brought");
        return draft;
    }

    @Override
    public AttachmentState attachment(AttachmentPiece piece) {
        way("piece");
        if (laptop.world.fault(0.1)) {
            laptop.world.events.count("piece-doubled");
            laptop.world.office.along.take(laptop.device, piece);
        }
        AttachmentState state = laptop.world.office.along.take(laptop.device, piece);
        wayBack("piece");
        return state;
    }

    private void way(String what) {
        if (laptop.disk.isDown() || laptop.world.fault(0.15)) {
            laptop.world.events.count(what + "-lost");
            throw cut();
        }
    }

    private void wayBack(String what) {
        if (laptop.world.fault(0.15)) {
            laptop.world.events.count(what + "-answer-lost");
            throw cut();
        }
    }

    @Override
    public DownEnvelope carried(UpEnvelope envelope) {
        throw new IllegalStateException("nobody carries anything here");
    }

    @Override
    public Bytes questionnaire(QuestionnaireId id) {
        return SmallSurvey.xform();
    }

    @Override
    public Board board() {
        throw new AssertionError("for supervisors");
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
        throw new AssertionError("for supervisors");
    }

    @Override
    public SpareKeys spareKeys(int turn) {
        throw new AssertionError("none are missing");
    }
}
