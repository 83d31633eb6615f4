package vn.hoidan.cli.quarantine;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Decisions;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.form.FormRemarks;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.AsideCause;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.app.intake.QuarantineDesk;
import vn.hoidan.server.app.quota.QuotaDesk;

/// `quarantine retry`: puts back what records wait for and takes in all that wait for it.
@Command(name = "retry")
final class QuarantineRetry extends OfficeCommand {
    private static final Path NONE = Path.of("");

    @Option(names = "--cause", paramLabel = "CAUSE")
    private String cause = "";

    @Option(names = "--form", paramLabel = "FORM")
    private Path form = NONE;

    @Option(names = "--keys", paramLabel = "FOLDER")
    private Path keys = NONE;

    @Option(names = "--laptop-keys", paramLabel = "OFFICE")
    private Path laptopKeys = NONE;

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    @Mixin
    private Decisions decisions;

    QuarantineRetry(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        QuotaDesk.Decision decision = decisions.read(messages());
        if (Stream.of(cause.isEmpty(), form.equals(NONE), keys.equals(NONE), laptopKeys.equals(NONE))
                .filter(none -> !none).count() != 1) {
            throw invalid("--cause, --form, --keys, --laptop-keys", "invalid.one-of-these");
        }
        AsideCause waiting = !cause.isEmpty() ? known(cause) : !form.equals(NONE) ? AsideCause.QUESTIONNAIRE
                : !keys.equals(NONE) ? AsideCause.OFFICE_KEY : AsideCause.NOT_GENUINE;
        if (!keys.equals(NONE)) {
            say("quarantine.retry.keys", ServerWiring.adoptRecordKeys(data(), keys));
        }
        try (Office office = office()) {
            if (!form.equals(NONE)) {
                putBack(office);
            }
            if (!laptopKeys.equals(NONE)) {
                say("quarantine.retry.laptop-keys", office.laptopKeys().putBack(
                        ServerWiring.laptopKeys(data(), laptopKeys.toAbsolutePath()), decision));
            }
            if (!keys.equals(NONE)) {
                say("quarantine.retry.files", office.attachments().openAgain());
            }
            QuarantineDesk.Retried done = office.quarantine().retry(waiting, decision);
            say("quarantine.retry.done", done.taken(), done.stillAside());
        }
    }

    private void putBack(Office office) {
        SurveyId chosen = office.surveys().choose(survey).id();
        switch (ServerWiring.form(form)) {
            case FormReading.Refused refused -> {
                FormRemarks.print(refused.remarks(), terminal(), messages());
                throw invalid("--form", "invalid.value");
            }
            case FormReading.Usable usable -> say(office.questionnaires().putBack(chosen, usable.content())
                    ? "quarantine.retry.form" : "quarantine.retry.form-known", usable.questionnaire().title(),
                    usable.questionnaire().version());
        }
    }

    private AsideCause known(String code) {
        return Arrays.stream(AsideCause.values()).filter(each -> each.code().equals(code)).findFirst()
                .orElseThrow(() -> invalid("--cause", "invalid.value"));
    }

    private ProblemException invalid(String option, String reason) {
        return Problem.of(ProblemKind.OPTION_INVALID, "option", option, "reason", messages().get(reason)).exception();
    }
}
