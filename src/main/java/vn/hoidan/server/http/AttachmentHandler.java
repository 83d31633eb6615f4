package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.regex.Pattern;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.intake.AttachmentDesk;
import vn.hoidan.wire.Wire;

/// `PATCH /v1/attachments/{hash}?size=&offset=`: a piece of a sealed file. The answer tells how much of the file is
/// here, so a laptop that was cut off goes on from there.
record AttachmentHandler(EnrolmentDesk enrolment, AttachmentDesk attachments, DeviceLocks locks) implements Handler {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String device = Exchange.device(request, enrolment).device();
        String hash = request.path().pathParameters().get("hash");
        if (!HASH.matcher(hash).matches()) {
            throw noSuchPiece(null);
        }
        AttachmentPiece piece;
        try {
            piece = new AttachmentPiece(Bytes.ofHex(hash), number(request, "size"), number(request, "offset"),
                    Bytes.of(Exchange.body(request, AttachmentPiece.MOST_BYTES)));
        } catch (IllegalArgumentException impossible) {
            throw noSuchPiece(impossible);
        }
        Exchange.send(request, response, Exchange.JSON,
                Wire.of(locks.alone(device, () -> attachments.take(device, piece))));
    }

    private static long number(ServerRequest request, String name) {
        return request.query().first(name).filter(text -> NUMBER.matcher(text).matches()).map(Long::parseLong)
                .orElseThrow(() -> noSuchPiece(null));
    }

    private static RuntimeException noSuchPiece(Throwable cause) {
        return Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "piece of a file").exception(cause);
    }
}
