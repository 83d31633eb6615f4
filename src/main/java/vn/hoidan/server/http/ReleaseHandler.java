package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.release.Release;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.book.Releases;

/// `GET /v1/releases/{platform}`: the office's key, and the newest release for that system with its signature; nothing
/// before the office has a key.
record ReleaseHandler(EnrolmentDesk enrolment, Releases releases) implements Handler {
    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Exchange.device(request, enrolment);
        String platform = request.path().pathParameters().get("platform");
        if (!Release.isPlatform(platform)) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "platform").exception();
        }
        Exchange.send(request, response, Exchange.BYTES, releases.offer(platform)
                .map(offer -> offer.toBytes().toArray()).orElse(new byte[0]));
    }
}
