package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Role;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.server.app.index.IndexDesk;
import vn.hoidan.wire.Wire;

/// `GET /v1/index`: the index so far, for supervisors.
record IndexHandler(EnrolmentDesk enrolment, IndexDesk index) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Staff.Member member = Exchange.device(request, enrolment).member();
        if (member.person().role() != Role.SUPERVISOR) {
            throw Problem.of(ProblemKind.NOT_ALLOWED).exception();
        }
        Exchange.send(request, response, Exchange.JSON, Wire.of(index.latest(member.survey())));
    }
}
