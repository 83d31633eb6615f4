package vn.hoidan.cli.people;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TextTable;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.StaffDesk;
import vn.hoidan.server.app.book.Devices;

/// `people list`: who is there, who has enrolled and when each laptop was last heard of.
@Command(name = "list")
final class PeopleList extends OfficeCommand {

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    PeopleList(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        Messages texts = messages();
        TextTable table = new TextTable(6, List.of(texts.get("table.person"), texts.get("table.id"),
                texts.get("table.role"), texts.get("table.area"), texts.get("table.device"),
                texts.get("table.last-sync"),
                texts.get("table.lists"), texts.get("table.accepted")));
        try (Office office = office()) {
            for (StaffDesk.Line line : office.staff().list(office.surveys().choose(survey).id())) {
                String lastSync = line.device().map(device -> device.lastSync()
                        .map(this::moment)
                        .orElse(texts.get("people.enrolled"))).orElse(texts.get("people.not-enrolled"));
                table.row(List.of(line.person().name(), line.person().id().text(),
                        texts.get("role." + line.person().role().code()), line.person().areaName(),
                        line.device().map(Devices.Device::id).orElse(""), lastSync,
                        String.valueOf(line.lists()),
                        String.valueOf(line.device().map(Devices.Device::accepted).orElse(0))));
            }
        }
        print(table);
    }
}
