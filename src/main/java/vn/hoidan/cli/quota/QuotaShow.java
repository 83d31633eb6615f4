package vn.hoidan.cli.quota;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TextTable;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.book.QuotaAct;

/// `quota show`: every cell as it stands, and what was decided in mid-field.
@Command(name = "show")
final class QuotaShow extends OfficeCommand {

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    QuotaShow(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        Messages texts = messages();
        TextTable cells = new TextTable(1, List.of(texts.get("table.cell"), texts.get("table.target"),
                texts.get("table.accepted"), texts.get("table.held"), texts.get("table.pending"),
                texts.get("table.left")));
        try (Office office = office()) {
            SurveyId chosen = office.surveys().choose(survey).id();
            for (CellCount cell : office.quotas().cells(chosen)) {
                cells.row(List.of(cell.cell().text(), String.valueOf(cell.target()), String.valueOf(cell.accepted()),
                        String.valueOf(cell.onLease()), String.valueOf(cell.pending()), String.valueOf(cell.left())));
            }
            print(cells);
            for (QuotaAct act : office.quotas().acts(chosen)) {
                say("quota.act." + act.kind().code(), act.at(), act.subject(), act.detail(), act.by(), act.reason());
            }
        }
    }
}
