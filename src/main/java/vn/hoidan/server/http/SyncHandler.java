package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.intake.AlongDesk;
import vn.hoidan.server.app.intake.IntakeDesk;
import vn.hoidan.wire.Wire;

/// `POST /v1/sync`: one round trip. The answer leaves after the commit.
record SyncHandler(EnrolmentDesk enrolment, IntakeDesk intake, AlongDesk along, DeviceLocks locks)
        implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String device = Exchange.device(request, enrolment).device();
        SyncRequest asked = Wire.syncRequest(Exchange.body(request, Wire.MOST_MESSAGE_BYTES));
        SyncReply reply = locks.alone(device,
                () -> along.answered(device, asked, intake.sync(device, asked)));
        Exchange.send(request, response, Exchange.JSON, Wire.of(reply));
    }
}
