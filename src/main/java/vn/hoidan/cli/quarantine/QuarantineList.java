package vn.hoidan.cli.quarantine;

import java.util.List;
import picocli.CommandLine.Command;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TextTable;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.intake.QuarantineDesk;

/// `quarantine list`: records that were kept and could not be used, each with its cause.
@Command(name = "list")
final class QuarantineList extends OfficeCommand {

    QuarantineList(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        Messages texts = messages();
        TextTable table = new TextTable(1, List.of(texts.get("table.log"), texts.get("table.number"),
                texts.get("table.record"), texts.get("table.bytes"), texts.get("table.person"),
                texts.get("table.cause")));
        try (Office office = office()) {
            List<QuarantineDesk.Line> lines = office.quarantine().lines();
            for (QuarantineDesk.Line line : lines) {
                table.row(List.of(line.log(), String.valueOf(line.record().number()), line.record().type().code(),
                        String.valueOf(line.record().body().length()), line.person(),
                        texts.get("quarantine.cause." + line.cause().code()) + " [" + line.cause().code() + "]"));
            }
            if (lines.isEmpty()) {
                say("quarantine.none");
            } else {
                print(table);
            }
        }
    }
}
