package vn.hoidan.cli.quota;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.Decisions;
import vn.hoidan.cli.command.OfficeAccess;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.form.FormCommand;
import vn.hoidan.cli.form.FormRemarks;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.pack.QuotaReading;
import vn.hoidan.core.quota.declaration.DeclarationPlan;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerWiring;

/// `quota declare`: checks a file that declares quotas and tells what it would change in a survey;
/// with `--apply` it changes it.
@Command(name = "declare")
final class QuotaDeclare extends OfficeAccess {

    @Parameters(index = "0", paramLabel = "QUOTAS")
    private Path file;

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    @Option(names = "--apply")
    private boolean apply;

    @Option(names = "--by", paramLabel = "TEXT")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    QuotaDeclare(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected int run() {
        try (Office office = office()) {
            Survey chosen = office.surveys().choose(survey);
            return switch (ServerWiring.quotas(file, new Areas(chosen.areas()),
                    office.surveys().questionnaire(chosen.questionnaire()))) {
                case QuotaReading.Refused refused -> {
                    say("quota.declare.refused", file);
                    FormRemarks.print(refused.remarks(), terminal(), messages());
                    yield FormCommand.EXIT_FORM;
                }
                case QuotaReading.Usable usable -> {
                    FormRemarks.print(usable.remarks(), terminal(), messages());
                    yield tell(apply ? office.quotas().apply(chosen.id(), usable.declaration(),
                            Decisions.of(messages(), by, reason))
                            : office.quotas().plan(chosen.id(), usable.declaration()));
                }
            };
        }
    }

    private int tell(DeclarationPlan plan) {
        plan.steps().forEach(this::tell);
        if (plan.softChanged()) {
            say("quota.declare.soft");
        }
        if (plan.isEmpty()) {
            say("quota.declare.same");
        }
        plan.obstacles().forEach(each ->
                say("quota.declare.obstacle." + each.reason().code(), each.details().toArray()));
        String possible = apply ? "quota.declare.applied" : "quota.declare.possible";
        say(plan.obstacles().isEmpty() ? possible : "quota.declare.impossible",
                plan.obstacles().size());
        return plan.obstacles().isEmpty() ? 0 : FormCommand.EXIT_FORM;
    }

    private void tell(DeclarationPlan.Step step) {
        switch (step) {
            case DeclarationPlan.Step.Opened opened ->
                    say("quota.declare.opened", opened.cell().text(), opened.target());
            case DeclarationPlan.Step.Retargeted changed -> say("quota.declare.retargeted", changed.cell().text(),
                    changed.before(), changed.target());
            case DeclarationPlan.Step.Dropped dropped ->
                    say("quota.declare.dropped", dropped.cell().text(), dropped.before());
        }
    }
}
