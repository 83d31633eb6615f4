package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.SurveySetup;

/// `GET /v1/questionnaires/{hash}`: a questionnaire as stored, an XForm or a package.
record QuestionnaireHandler(EnrolmentDesk enrolment, SurveySetup surveys) implements Handler {

    private static final int HASH_DIGITS = 64;

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Exchange.device(request, enrolment);
        String hash = request.path().pathParameters().get("hash");
        if (!hash.matches("[0-9a-f]{" + HASH_DIGITS + "}")) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "hash of a questionnaire").exception();
        }
        Bytes xform = surveys.questionnaire(QuestionnaireId.ofHash(hash));
        Exchange.send(request, response, Exchange.BYTES, xform.toArray());
    }
}
