package vn.hoidan.server.app.intake;

import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;

/// Opens and seals envelopes with the office's keys.
public interface EnvelopeSeals {
    /// @throws vn.hoidan.core.problem.ProblemException RECORD_NOT_GENUINE, MESSAGE_UNREADABLE, MESSAGE_TOO_LARGE
    Opened open(UpEnvelope envelope);

    /// What stood inside.
    ///
    /// @param replyKey with which the answer is sealed
    record Opened(SyncRequest request, Bytes replyKey) {
    }

    DownEnvelope answer(UpEnvelope envelope, Bytes replyKey, SyncReply reply);
}
