package vn.hoidan.cli.people;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TextTable;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.quota.PlaceDesk;

/// `place show`: who works where in a free quota.
@Command(name = "show")
final class PlaceShow extends OfficeCommand {

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    PlaceShow(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        Messages texts = messages();
        TextTable table = new TextTable(3, List.of(texts.get("table.person"), texts.get("table.area-code"),
                texts.get("table.area"), texts.get("table.places")));
        try (Office office = office()) {
            for (PlaceDesk.Line line : office.places().lines(office.surveys().choose(survey).id())) {
                table.row(List.of(line.person().name(), line.area().key().code(), line.area().fullName(),
                        String.valueOf(line.places())));
            }
        }
        print(table);
    }
}
