package vn.hoidan.client.app.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.access.SpokenCode;
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
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Rejoining;
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

/// A switch in the way to the server, for practice and tests: when it is off nothing gets through, as in a village
/// without a network.
public final class NetworkSwitch implements HeadOffices {
    private final HeadOffices way;
    private volatile boolean on = true;

    public NetworkSwitch(HeadOffices way) {
        this.way = way;
    }

    public boolean isOn() {
        return on;
    }

    public void turn(boolean on) {
        this.on = on;
    }

    @Override
    public HeadOffice at(ServerAddress address, DeviceCredentials credentials) {
        return new Switched(way.at(address, credentials));
    }

    @Override
    public Optional<Instant> reach(ServerAddress address) {
        refuseWhenOff();
        return way.reach(address);
    }

    @Override
    public Enrolled enrol(ServerAddress address, EnrolmentCode code, Bytes token) {
        refuseWhenOff();
        return way.enrol(address, code, token);
    }

    @Override
    public Enrolled rejoin(ServerAddress address, EnrolmentCode code, Bytes token, Rejoining known) {
        refuseWhenOff();
        return way.rejoin(address, code, token, known);
    }

    @Override
    public SpokenCode reset(ServerAddress address, String device, int turn, SpokenCode code) {
        refuseWhenOff();
        return way.reset(address, device, turn, code);
    }

    private void refuseWhenOff() {
        if (!on) {
            throw Problem.of(ProblemKind.NO_NETWORK).exception();
        }
    }

    /// A server behind the switch.
    private final class Switched implements HeadOffice {
        private final HeadOffice office;

        Switched(HeadOffice office) {
            this.office = office;
        }

        @Override
        public SyncReply sync(SyncRequest request) {
            refuseWhenOff();
            return office.sync(request);
        }

        @Override
        public Draft draft(InterviewId interview) {
            refuseWhenOff();
            return office.draft(interview);
        }

        @Override
        public AttachmentState attachment(AttachmentPiece piece) {
            refuseWhenOff();
            return office.attachment(piece);
        }

        @Override
        public DownEnvelope carried(UpEnvelope envelope) {
            refuseWhenOff();
            return office.carried(envelope);
        }

        @Override
        public Bytes questionnaire(QuestionnaireId id) {
            refuseWhenOff();
            return office.questionnaire(id);
        }

        @Override
        public Board board() {
            refuseWhenOff();
            return office.board();
        }

        @Override
        public QuotaDecision.Effect decide(QuotaDecision decision) {
            refuseWhenOff();
            return office.decide(decision);
        }

        @Override
        public List<Board.Counted> counted(CellKey cell, long before) {
            refuseWhenOff();
            return office.counted(cell, before);
        }

        @Override
        public List<AsideRecord> aside() {
            refuseWhenOff();
            return office.aside();
        }

        @Override
        public AsideOutcome release(AsideRelease asked) {
            refuseWhenOff();
            return office.release(asked);
        }

        @Override
        public OfficePost post() {
            refuseWhenOff();
            return office.post();
        }

        @Override
        public OfficePost send(MessageOrder order) {
            refuseWhenOff();
            return office.send(order);
        }

        @Override
        public Optional<IndexReport> index() {
            refuseWhenOff();
            return office.index();
        }

        @Override
        public SpareKeys spareKeys(int turn) {
            refuseWhenOff();
            return office.spareKeys(turn);
        }
    }
}
