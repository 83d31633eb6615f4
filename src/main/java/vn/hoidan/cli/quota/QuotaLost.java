package vn.hoidan.cli.quota;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Decisions;
import vn.hoidan.cli.command.Ids;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `quota lost`: a laptop is lost; what it holds is free at once.
@Command(name = "lost")
final class QuotaLost extends OfficeCommand {

    @Option(names = "--person", required = true, paramLabel = "ID")
    private String person;

    @Mixin
    private Decisions decisions;

    QuotaLost(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            office.quotas().lost(Ids.person(person), decisions.read(messages())).ifPresentOrElse(
                    back -> say("quota.lost", person, back), () -> say("quota.lost.before", person));
        }
    }
}
