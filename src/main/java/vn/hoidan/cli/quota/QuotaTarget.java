package vn.hoidan.cli.quota;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Decisions;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `quota target`: another target for a cell in mid-field.
@Command(name = "target")
final class QuotaTarget extends OfficeCommand {

    private static final int LARGEST = 1_000_000;

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    @Option(names = "--cell", required = true, paramLabel = "CELL")
    private String cell;

    @Option(names = "--to", required = true, paramLabel = "N")
    private int target;

    @Mixin
    private Decisions decisions;

    QuotaTarget(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        if (target < 0 || target > LARGEST) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--to", "reason",
                    messages().get("invalid.value")).exception();
        }
        try (Office office = office()) {
            SurveyId chosen = office.surveys().choose(survey).id();
            boolean changed = office.quotas().retarget(chosen, new CellKey(cell), target,
                    decisions.read(messages()));
            say(changed ? "quota.target.changed" : "quota.target.same", cell, target);
        }
    }
}
