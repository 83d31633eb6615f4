package vn.hoidan.server.store;

import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.server.app.intake.EnvelopeSeals;
import vn.hoidan.vault.RecordKeys;
import vn.hoidan.vault.ReplySeals;
import vn.hoidan.wire.CarriedMessages;

/// Envelopes that laptops sealed to one of the office's record keys, and their answers.
public record CarriedEnvelopes(RecordKeys keys) implements EnvelopeSeals {
    @Override
    public Opened open(UpEnvelope envelope) {
        CarriedMessages.Request inside = CarriedMessages.request(keys.open(envelope.header(), envelope.sealed()));
        return new Opened(inside.request(), inside.replyKey());
    }

    @Override
    public DownEnvelope answer(UpEnvelope envelope, Bytes replyKey, SyncReply reply) {
        Bytes id = envelope.id();
        return new DownEnvelope(envelope.device(), id, ReplySeals.seal(replyKey,
                DownEnvelope.header(envelope.device(), id), CarriedMessages.of(reply)));
    }
}
