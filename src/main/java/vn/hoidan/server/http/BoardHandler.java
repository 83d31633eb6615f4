package vn.hoidan.server.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Role;
import vn.hoidan.server.app.BoardDesk;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.wire.Wire;

/// `GET /v1/board`: the quota board, for supervisors.
record BoardHandler(EnrolmentDesk enrolment, BoardDesk board) implements Handler {

    private static final String LANGUAGE = "vi";

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Staff.Member member = Exchange.device(request, enrolment).member();
        if (member.person().role() != Role.SUPERVISOR) {
            throw Problem.of(ProblemKind.NOT_ALLOWED).exception();
        }
        Exchange.send(request, response, Exchange.JSON, Wire.of(board.board(member, LANGUAGE)));
    }
}
