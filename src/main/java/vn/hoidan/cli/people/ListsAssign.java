package vn.hoidan.cli.people;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Ids;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `lists assign`: gives village lists to a person, by name or all that are free in an area.
@Command(name = "assign")
final class ListsAssign extends OfficeCommand {

    @Option(names = "--person", required = true, paramLabel = "ID")
    private String person;

    @Option(names = "--list", paramLabel = "ID")
    private List<String> lists = new ArrayList<>();

    @Option(names = "--area", paramLabel = "CODE")
    private String area;

    ListsAssign(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        if (lists.isEmpty() == (area == null)) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--list, --area", "reason",
                    messages().get("invalid.one-of-both")).exception();
        }
        PersonId id = Ids.person(person);
        try (Office office = office()) {
            List<ListId> wanted = area == null ? lists.stream().map(Ids::list).toList()
                    : office.lists().freeIn(id, area);
            for (ListId list : wanted) {
                office.lists().assign(list, id);
                say("lists.assigned", list.text(), person);
            }
            if (wanted.isEmpty()) {
                say("lists.none-free", area);
            }
        }
    }
}
