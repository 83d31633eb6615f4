package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.release.KeyHandover;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.book.Releases;

/// `GET /v1/release-keys`: how the key that signs releases came to be the office's, for laptops that know an older one.
record ReleaseKeysHandler(EnrolmentDesk enrolment, Releases releases) implements Handler {
    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Exchange.device(request, enrolment);
        Exchange.send(request, response, Exchange.BYTES, KeyHandover.toBytes(releases.handovers()).toArray());
    }
}
