package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.server.app.SpareKeyDesk;
import vn.hoidan.wire.ResetReply;
import vn.hoidan.wire.ResetRequest;
import vn.hoidan.wire.Wire;

/// `POST /v1/reset`: a locked laptop cannot show its credentials, which are sealed; the one-time code takes their
/// place.
record ResetHandler(SpareKeyDesk spareKeys, TryLimit limit) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String address = request.remotePeer().host();
        limit.check(address);
        ResetRequest asked = Wire.resetRequest(Exchange.body(request, Wire.MOST_SMALL_MESSAGE_BYTES));
        ResetReply reply;
        try {
            reply = new ResetReply(spareKeys.reset(asked.device(), asked.turn(), asked.code()));
        } catch (ProblemException refused) {
            if (refused.problem().kind() == ProblemKind.RESET_CODE_REFUSED) {
                limit.failed(address);
            }
            throw refused;
        }
        Exchange.send(request, response, Exchange.JSON, Wire.of(reply));
    }
}
