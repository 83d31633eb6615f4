package vn.hoidan.cli.people;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Ids;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `message send`: says something to one enumerator, or to all of a survey or an area.
@Command(name = "send")
final class MessageSend extends OfficeCommand {

    @Option(names = "--person", paramLabel = "ID")
    private String person = "";

    @Option(names = "--area", paramLabel = "CODE")
    private String area = "";

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    @Option(names = "--by", required = true, paramLabel = "TEXT")
    private String sender;

    @Option(names = "--text", required = true, paramLabel = "TEXT")
    private String text;

    MessageSend(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        if (!person.isEmpty() && !area.isEmpty()) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--person, --area", "reason",
                    messages().get("message.oneOf")).exception();
        }
        try (Office office = office()) {
            if (person.isEmpty()) {
                say("message.sent", office.messages().sendToAll(office.surveys().choose(survey).id(), area,
                        sender, text));
            } else {
                office.messages().sendTo(Ids.person(person), sender, text);
                say("message.sent", 1);
            }
        }
    }
}
