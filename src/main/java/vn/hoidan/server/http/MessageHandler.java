package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Role;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.server.app.intake.MessageDesk;
import vn.hoidan.wire.Wire;

/// `GET /v1/messages`: what a supervisor has sent to enumerators and who has read it. `POST /v1/messages`: sends
/// something, and answers the same.
///
/// @param sends what is asked for is to send
record MessageHandler(EnrolmentDesk enrolment, MessageDesk messages, boolean sends) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Staff.Member member = Exchange.device(request, enrolment).member();
        if (member.person().role() != Role.SUPERVISOR) {
            throw Problem.of(ProblemKind.NOT_ALLOWED).exception();
        }
        if (sends) {
            messages.send(member, Wire.messageOrder(Exchange.body(request, Wire.MOST_SMALL_MESSAGE_BYTES)));
        }
        Exchange.send(request, response, Exchange.JSON, Wire.of(messages.of(member)));
    }
}
