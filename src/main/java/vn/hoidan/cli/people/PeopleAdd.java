package vn.hoidan.cli.people;

import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `people add`: a new person with an enrolment code.
@Command(name = "add")
final class PeopleAdd extends CodeCommand {

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    @Option(names = "--role", required = true, paramLabel = "enumerator|supervisor")
    private String role;

    @Option(names = "--area", required = true, paramLabel = "CODE")
    private String area;

    @Option(names = "--name", required = true, paramLabel = "NAME")
    private String name;

    PeopleAdd(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        Role wanted = Arrays.stream(Role.values()).filter(each -> each.code().equals(role)).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.OPTION_INVALID, "option", "--role", "reason",
                        messages().get("invalid.role")).exception());
        try (Office office = office()) {
            requireAddress(office);
            SurveyId chosen = office.surveys().choose(survey).id();
            Person person = office.staff().add(chosen, name, wanted, area);
            handOut(office, person, office.staff().issueCode(person.id()));
        }
    }
}
