package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.book.Releases;

/// `GET /v1/release-files/{hash}/{from}`: the next piece of a file of a release, from that byte on. A laptop that was
/// cut off goes on where it stopped.
record ReleasePieceHandler(EnrolmentDesk enrolment, Releases releases) implements Handler {
    private static final String NUMBER = "\\d{1,12}";

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Exchange.device(request, enrolment);
        String from = request.path().pathParameters().get("from");
        if (!from.matches(NUMBER)) {
            throw noSuchPiece();
        }
        Exchange.send(request, response, Exchange.BYTES,
                releases.piece(request.path().pathParameters().get("hash"), Long.parseLong(from))
                        .orElseThrow(ReleasePieceHandler::noSuchPiece).toArray());
    }

    private static RuntimeException noSuchPiece() {
        return Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "piece of a release").exception();
    }
}
