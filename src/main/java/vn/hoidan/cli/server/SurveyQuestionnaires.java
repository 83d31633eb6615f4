package vn.hoidan.cli.server;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TextTable;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.QuestionnaireDesk;

/// `survey questionnaires`: the versions that a survey's questionnaire has had.
@Command(name = "questionnaires")
final class SurveyQuestionnaires extends OfficeCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "SURVEY")
    private String survey = "";

    SurveyQuestionnaires(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        Messages texts = messages();
        TextTable table = new TextTable(6, List.of(texts.get("table.number"), texts.get("table.from"),
                texts.get("table.version"), texts.get("table.title"), texts.get("table.use"),
                texts.get("table.questionnaire"), texts.get("table.interviews")));
        try (Office office = office()) {
            for (QuestionnaireDesk.Version each : office.questionnaires()
                    .versions(office.surveys().choose(survey).id())) {
                table.row(List.of(String.valueOf(each.number()),
                        moment(each.from()), each.version(), each.title(),
                        each.current() ? texts.get("table.in-use") : "", each.id().text(),
                        String.valueOf(each.interviews())));
            }
        }
        print(table);
    }
}
