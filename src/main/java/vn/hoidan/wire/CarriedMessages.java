package vn.hoidan.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;

/// What is sealed inside envelopes: the messages of sync, compressed, a request after the key for its answer.
public final class CarriedMessages {
    /// Bytes of the key for the answer.
    public static final int KEY_BYTES = 32;

    private CarriedMessages() {
    }

    /// A request and the key with which its answer is to be sealed.
    public record Request(Bytes replyKey, SyncRequest request) {
        public Request {
            if (replyKey.length() != KEY_BYTES) {
                throw new IllegalArgumentException("reply key of " + replyKey.length() + " bytes");
            }
        }
    }

    public static Bytes of(Request request) {
        byte[] message = Compression.deflate(Wire.of(request.request()));
        return Bytes.of(ByteBuffer.allocate(KEY_BYTES + message.length).put(request.replyKey().toArray())
                .put(message).array());
    }

    /// @throws ProblemException MESSAGE_UNREADABLE, MESSAGE_TOO_LARGE
    public static Request request(Bytes content) {
        if (content.length() < KEY_BYTES) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "key for the answer").exception();
        }
        byte[] bytes = content.toArray();
        return new Request(Bytes.of(Arrays.copyOf(bytes, KEY_BYTES)), Wire.syncRequest(Compression.inflate(
                Arrays.copyOfRange(bytes, KEY_BYTES, bytes.length), Wire.MOST_MESSAGE_BYTES)));
    }

    public static Bytes of(SyncReply reply) {
        return Bytes.of(Compression.deflate(Wire.of(reply)));
    }

    /// @throws ProblemException MESSAGE_UNREADABLE, MESSAGE_TOO_LARGE
    public static SyncReply reply(Bytes content) {
        return Wire.syncReply(Compression.inflate(content.toArray(), Wire.MOST_MESSAGE_BYTES));
    }
}
