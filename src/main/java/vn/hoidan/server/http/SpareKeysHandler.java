package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.SpareKeyDesk;
import vn.hoidan.wire.Wire;

/// `POST /v1/spare-keys`: what an enrolled laptop lacks to be opened again when its PIN is forgotten.
record SpareKeysHandler(EnrolmentDesk enrolment, SpareKeyDesk spareKeys) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        EnrolmentDesk.Known device = Exchange.device(request, enrolment);
        int turn = Wire.spareKeysRequest(Exchange.body(request, Wire.MOST_SMALL_MESSAGE_BYTES)).turn();
        Exchange.send(request, response, Exchange.JSON, Wire.of(spareKeys.give(device.device(), turn)));
    }
}
