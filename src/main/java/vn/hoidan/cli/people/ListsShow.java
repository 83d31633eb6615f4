package vn.hoidan.cli.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TextTable;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.book.SampleLists;

/// `lists show`: village lists and who holds them.
@Command(name = "show")
final class ListsShow extends OfficeCommand {

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    ListsShow(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        Messages texts = messages();
        TextTable table = new TextTable(3, List.of(texts.get("table.list"), texts.get("table.village"),
                texts.get("table.holder"), texts.get("table.target")));
        try (Office office = office()) {
            SurveyId chosen = office.surveys().choose(survey).id();
            Map<PersonId, String> names = new HashMap<>();
            office.staff().list(chosen).forEach(line -> names.put(line.person().id(), line.person().name()));
            for (SampleLists.Entry list : office.lists().lists(chosen)) {
                table.row(List.of(list.id().text(), list.villageName(), list.holder().map(names::get).orElse(""),
                        String.valueOf(list.target())));
            }
        }
        print(table);
    }
}
