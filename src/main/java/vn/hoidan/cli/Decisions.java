package vn.hoidan.cli;

import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;
import vn.hoidan.server.app.QuotaAct;
import vn.hoidan.server.app.QuotaDesk;

/// Who decides and why, as options say it.
final class Decisions {

    private Decisions() {
    }

    static QuotaDesk.Decision of(Messages messages, String by, String reason) {
        check(messages, "--by", by);
        check(messages, "--reason", reason);
        return new QuotaDesk.Decision(by.strip(), reason.strip());
    }

    private static void check(Messages messages, String option, String text) {
        if (text.isBlank() || text.length() > QuotaAct.LONGEST) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", option, "reason",
                    messages.get("invalid.value")).exception();
        }
    }
}
