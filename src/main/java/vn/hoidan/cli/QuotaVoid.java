package vn.hoidan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `quota void`: declares an interview void, pending or accepted; it is kept.
@Command(name = "void")
final class QuotaVoid extends OfficeCommand {

    @Option(names = "--interview", required = true, paramLabel = "ID")
    private String interview;

    @Option(names = "--by", required = true, paramLabel = "TEXT")
    private String by;

    @Option(names = "--reason", required = true, paramLabel = "TEXT")
    private String reason;

    QuotaVoid(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    void carryOut() {
        InterviewId id;
        try {
            id = InterviewId.parse(interview);
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--interview", "reason",
                    messages().get("invalid.value")).exception(malformed);
        }
        try (Office office = office()) {
            boolean done = office.quotas().declareVoid(id, Decisions.of(messages(), by, reason));
            say(done ? "quota.voided" : "quota.void.none", interview);
        }
    }
}
