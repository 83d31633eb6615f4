package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Role;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.server.app.intake.QuarantineDesk;
import vn.hoidan.wire.Wire;

/// `GET /v1/set-aside`: records of a supervisor's area that could not be used. `POST /v1/set-aside`: one is tried
/// again.
///
/// @param releases what is asked for is to try one again
record AsideHandler(EnrolmentDesk enrolment, QuarantineDesk quarantine, boolean releases) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Staff.Member member = Exchange.device(request, enrolment).member();
        if (member.person().role() != Role.SUPERVISOR) {
            throw Problem.of(ProblemKind.NOT_ALLOWED).exception();
        }
        Exchange.send(request, response, Exchange.JSON, releases
                ? Wire.of(quarantine.release(member, Wire.asideRelease(
                        Exchange.body(request, Wire.MOST_SMALL_MESSAGE_BYTES))))
                : Wire.ofAside(quarantine.of(member)));
    }
}
