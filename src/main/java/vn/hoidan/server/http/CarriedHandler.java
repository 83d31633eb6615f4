package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.intake.CarryDesk;

/// `POST /v1/carried`: a laptop brings an envelope of a colleague's, and gets the answer to carry back.
record CarriedHandler(EnrolmentDesk enrolment, CarryDesk carry) implements Handler {
    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Exchange.device(request, enrolment);
        Envelope brought = Envelope.of(Bytes.of(Exchange.body(request, Envelope.MOST_BYTES)));
        if (!(brought instanceof UpEnvelope up)) {
            throw Problem.of(ProblemKind.CARRIED_UNREADABLE, "reason", "direction").exception();
        }
        Exchange.send(request, response, Exchange.BYTES, carry.answer(up).toBytes().toArray());
    }
}
