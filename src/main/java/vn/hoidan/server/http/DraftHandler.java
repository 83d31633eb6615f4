package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.intake.DraftDesk;
import vn.hoidan.wire.Wire;

/// `GET /v1/drafts/{interview}`: an interview in work that the asking laptop's person may go on with.
record DraftHandler(EnrolmentDesk enrolment, DraftDesk drafts) implements Handler {
    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String device = Exchange.device(request, enrolment).device();
        Exchange.send(request, response, Exchange.JSON,
                Wire.of(drafts.open(device, id(request.path().pathParameters().get("interview")))));
    }

    private static InterviewId id(String text) {
        try {
            return InterviewId.parse(text);
        } catch (IllegalArgumentException none) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "interview").exception(none);
        }
    }
}
