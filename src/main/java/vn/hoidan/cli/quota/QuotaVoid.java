package vn.hoidan.cli.quota;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Decisions;
import vn.hoidan.cli.command.Ids;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `quota void`: declares an interview void, pending or accepted; it is kept.
@Command(name = "void")
final class QuotaVoid extends OfficeCommand {

    @Option(names = "--interview", required = true, paramLabel = "ID")
    private String interview;

    @Mixin
    private Decisions decisions;

    QuotaVoid(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            QuotaDecision.Effect effect = office.quotas().rule(Ids.interview(messages(), interview),
                    QuotaDecision.Verdict.VOID, decisions.read(messages()));
            say(effect == QuotaDecision.Effect.DONE ? "quota.voided" : "quota.void.none", interview);
        }
    }
}
