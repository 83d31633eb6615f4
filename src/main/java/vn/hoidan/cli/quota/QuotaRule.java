package vn.hoidan.cli.quota;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Decisions;
import vn.hoidan.cli.command.Ids;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `quota rule`: a person's word on one interview.
@Command(name = "rule")
final class QuotaRule extends OfficeCommand {

    @Option(names = "--interview", required = true, paramLabel = "ID")
    private String interview;

    @Option(names = "--as", required = true, paramLabel = "VERDICT")
    private String verdict;

    @Mixin
    private Decisions decisions;

    QuotaRule(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        QuotaDecision.Verdict asked = Arrays.stream(QuotaDecision.Verdict.values())
                .filter(each -> each.code().equals(verdict)).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.OPTION_INVALID, "option", "--as", "reason",
                        Arrays.stream(QuotaDecision.Verdict.values()).map(QuotaDecision.Verdict::code)
                                .collect(Collectors.joining(", "))).exception());
        try (Office office = office()) {
            QuotaDecision.Effect effect = office.quotas().rule(Ids.interview(messages(), interview), asked,
                    decisions.read(messages()));
            say("quota.rule." + effect.code(), interview);
        }
    }
}
