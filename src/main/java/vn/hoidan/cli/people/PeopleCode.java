package vn.hoidan.cli.people;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Ids;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `people code`: a new enrolment code for somebody who is there already, such as for a new laptop.
@Command(name = "code")
final class PeopleCode extends CodeCommand {

    @Option(names = "--person", required = true, paramLabel = "ID")
    private String person;

    PeopleCode(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        PersonId id = Ids.person(person);
        try (Office office = office()) {
            requireAddress(office);
            EnrolmentCode code = office.staff().issueCode(id);
            handOut(office, office.staff().find(id), code);
        }
    }
}
