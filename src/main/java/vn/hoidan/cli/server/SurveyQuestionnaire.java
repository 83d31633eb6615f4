package vn.hoidan.cli.server;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeAccess;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.form.FormCommand;
import vn.hoidan.cli.form.FormRemarks;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.app.QuestionnaireDesk;

/// `survey questionnaire`: makes a form the survey's questionnaire for new interviews. Those begun end under theirs.
@Command(name = "questionnaire")
final class SurveyQuestionnaire extends OfficeAccess {

    @Parameters(index = "0", paramLabel = "SURVEY")
    private String survey;

    @Parameters(index = "1", paramLabel = "FORM")
    private Path form;

    SurveyQuestionnaire(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected int run() {
        return switch (ServerWiring.form(form)) {
            case FormReading.Refused refused -> {
                say("form.refused", form);
                FormRemarks.print(refused.remarks(), terminal(), messages());
                say("survey.questionnaire-unchanged");
                yield FormCommand.EXIT_FORM;
            }
            case FormReading.Usable usable -> {
                FormRemarks.print(usable.remarks(), terminal(), messages());
                replace(usable);
                yield 0;
            }
        };
    }

    private void replace(FormReading.Usable usable) {
        try (Office office = office()) {
            SurveyId chosen = office.surveys().choose(survey).id();
            switch (office.questionnaires().replace(chosen, usable.content())) {
                case QuestionnaireDesk.Outcome.Same same -> say("survey.questionnaire-same", same.id().text());
                case QuestionnaireDesk.Outcome.Replaced replaced -> {
                    say(replaced.putBack() ? "survey.questionnaire-back" : "survey.questionnaire-new",
                            chosen.text(), usable.questionnaire().title(), usable.questionnaire().version(),
                            replaced.id().text());
                    say("survey.questionnaire-devices", replaced.devices());
                }
            }
        }
    }
}
