package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.SpareKeyDesk;
import vn.hoidan.server.app.intake.IntakeDesk;
import vn.hoidan.wire.EnrolmentReply;
import vn.hoidan.wire.EnrolmentRequest;
import vn.hoidan.wire.Wire;

/// `POST /v1/enrolment`: without credentials; the one-time code takes their place.
record EnrolmentHandler(EnrolmentDesk enrolment, SpareKeyDesk spareKeys, IntakeDesk intake, TryLimit limit)
        implements Handler {

    private static final int FIRST_TURN = 1;

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String address = request.remotePeer().host();
        limit.check(address);
        EnrolmentRequest asked = Wire.enrolmentRequest(Exchange.body(request, Wire.MOST_SMALL_MESSAGE_BYTES));
        if (asked.protocol() < IntakeDesk.OLDEST_PROTOCOL) {
            throw Problem.of(ProblemKind.CLIENT_TOO_OLD, "needed", String.valueOf(IntakeDesk.OLDEST_PROTOCOL),
                    "ours", String.valueOf(asked.protocol())).exception();
        }
        EnrolmentDesk.Enrolled enrolled;
        try {
            enrolled = asked.rejoining().map(laptop -> enrolment.rejoin(asked.secret(), asked.tokenHash(),
                    asked.deviceLabel(), laptop)).orElseGet(() -> enrolment.enrol(asked.secret(), asked.tokenHash(),
                    asked.deviceLabel()));
        } catch (ProblemException refused) {
            if (refused.problem().kind() == ProblemKind.ENROLMENT_CODE_REFUSED) {
                limit.failed(address);
            }
            throw refused;
        }
        Exchange.send(request, response, Exchange.JSON,
                Wire.of(new EnrolmentReply(enrolled.device(), enrolled.log(), enrolled.person(),
                        asked.rejoining().isPresent() ? Optional.empty()
                                : Optional.of(spareKeys.give(enrolled.device(), FIRST_TURN)),
                        Optional.of(intake.recordKey()))));
    }
}
