package vn.hoidan.cli.command;

import picocli.CommandLine.Option;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;
import vn.hoidan.server.app.book.QuotaAct;
import vn.hoidan.server.app.quota.QuotaDesk;

/// Who decides and why: the two options of every command by which a person decides.
public final class Decisions {

    @Option(names = "--by", required = true, paramLabel = "TEXT")
    private String by;

    @Option(names = "--reason", required = true, paramLabel = "TEXT")
    private String reason;

    /// What was given.
    public QuotaDesk.Decision read(Messages messages) {
        return of(messages, by, reason);
    }

    /// @throws vn.hoidan.core.problem.ProblemException if one is empty or too long
    public static QuotaDesk.Decision of(Messages messages, String by, String reason) {
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
