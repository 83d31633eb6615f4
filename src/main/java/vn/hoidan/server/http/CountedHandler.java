package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Role;
import vn.hoidan.server.app.BoardDesk;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.wire.CountedRequest;
import vn.hoidan.wire.Wire;

/// `POST /v1/counted-interviews`: which interviews count in a cell, for supervisors.
record CountedHandler(EnrolmentDesk enrolment, BoardDesk board) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Staff.Member member = Exchange.device(request, enrolment).member();
        if (member.person().role() != Role.SUPERVISOR) {
            throw Problem.of(ProblemKind.NOT_ALLOWED).exception();
        }
        CountedRequest asked = Wire.countedRequest(Exchange.body(request, Wire.MOST_SMALL_MESSAGE_BYTES));
        Exchange.send(request, response, Exchange.JSON,
                Wire.countedReply(board.counted(member.survey(), asked.cell(), asked.before())));
    }
}
