package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.survey.Role;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.server.app.quota.QuotaDesk;
import vn.hoidan.wire.Wire;

/// `POST /v1/quota-decisions`: what a supervisor decides about quotas, with the reason; the answer tells what came of
/// it.
record DecisionHandler(EnrolmentDesk enrolment, QuotaDesk quotas) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Staff.Member member = Exchange.device(request, enrolment).member();
        if (member.person().role() != Role.SUPERVISOR) {
            throw Problem.of(ProblemKind.NOT_ALLOWED).exception();
        }
        QuotaDecision decision = Wire.quotaDecision(Exchange.body(request, Wire.MOST_SMALL_MESSAGE_BYTES));
        Exchange.send(request, response, Exchange.JSON, Wire.of(quotas.decide(member, decision)));
    }
}
