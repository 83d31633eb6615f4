package vn.hoidan.cli.server;

import java.util.List;
import picocli.CommandLine;
import vn.hoidan.cli.command.Branch;
import vn.hoidan.cli.command.Secrets;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;

/// The commands for a server, its surveys and what goes in and out of it.
public final class ServerCommands {

    private ServerCommands() {
    }

    /// Each with all that is below it.
    public static List<CommandLine> all(Terminal terminal, Messages messages) {
        Secrets secrets = Secrets.typed();
        return List.of(Branch.of("server",
                        new ServerStart(terminal, messages),
                        new ServerBackup(terminal, messages),
                        new ServerDatabase(terminal, messages),
                        new ServerRestore(terminal, messages),
                        new ServerRenewKey(terminal, messages),
                        new ServerActs(terminal, messages)),
                Branch.of("survey",
                        new SurveyCreate(terminal, messages),
                        new SurveyQuestionnaire(terminal, messages),
                        new SurveyQuestionnaires(terminal, messages)),
                Branch.of("office",
                        new OfficeOpen(terminal, messages),
                        new OfficeSupport(terminal, messages)),
                Branch.of("release",
                        new ReleaseKeys(terminal, messages, secrets),
                        new ReleaseSign(terminal, messages, secrets),
                        new ReleaseOffer(terminal, messages)),
                Branch.of("carry",
                        new CarryImport(terminal, messages)),
                new CommandLine(new ProgressShow(terminal, messages)),
                new CommandLine(new Export(terminal, messages)));
    }
}
