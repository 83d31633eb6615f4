package vn.hoidan.server.app.intake;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.DraftMark;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.app.book.CentralStore;

/// Takes in what goes along with a round of sync, after the round itself, and adds to its reply where that stands.
public final class AlongDesk {

    private static final System.Logger LOG = System.getLogger(AlongDesk.class.getName());

    private final CentralStore store;
    private final AttachmentDesk attachments;
    private final DraftDesk drafts;

    public AlongDesk(CentralStore store, AttachmentDesk attachments, DraftDesk drafts) {
        this.store = store;
        this.attachments = attachments;
        this.drafts = drafts;
    }

    /// A laptop that has no room for a piece learns it by where its file stands.
    ///
    /// @param reply to what was said besides, already committed
    public SyncReply answered(String device, SyncRequest request, SyncReply reply) {
        for (AttachmentPiece piece : request.along().pieces()) {
            try {
                attachments.take(device, piece);
            } catch (ProblemException noRoom) {
                LOG.log(System.Logger.Level.WARNING, "{0}: a piece of a file was not taken: {1}", device,
                        noRoom.problem().kind());
            }
        }
        Optional<List<DraftMark>> inWork = drafts.take(device, request.along());
        List<AttachmentState> states = request.along().files().stream().map(hash -> attachments.state(device, hash))
                .toList();
        SyncReply told = reply.with(states).lacking(missing(request.along().unproven()));
        return inWork.map(told::keeping).orElse(told);
    }

    private List<InterviewId> missing(List<InterviewId> unproven) {
        return unproven.isEmpty() ? List.of() : store.read(central ->
                unproven.stream().filter(id -> central.interviews().find(id).isEmpty()).toList());
    }
}
