package vn.hoidan.cli.client;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.DataFolders;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.client.ClientSettings;
import vn.hoidan.client.ClientWiring;
import vn.hoidan.client.RunningClient;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.survey.CodeFile;
import vn.hoidan.message.Messages;

/// `client`: the window for real work; people join with the server's address and an enrolment code.
@Command(name = ClientStart.CLIENT)
public final class ClientStart extends ClientCommand {
    /// The word that opens the window.
    public static final String CLIENT = "client";
    private static final List<String> ENDINGS = List.of("." + CodeFile.ENDING, "." + Envelope.FILE_ENDING);

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    @Parameters(arity = "0..1", paramLabel = "FILE")
    private Path file;

    /// What is done with the window; nothing but waiting, if a person works with it.
    private Consumer<RunningClient> worked = RunningClient::awaitClosed;
    private boolean byPerson = true;

    /// @param messages in the language of the line
    public ClientStart(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    /// The same start with data elsewhere and without a person.
    ///
    /// @param worked what is done with the window; it is closed afterwards
    static ClientStart at(Path folder, Consumer<RunningClient> worked, Terminal terminal, Messages messages) {
        ClientStart start = new ClientStart(terminal, messages);
        start.data = folder;
        start.worked = worked;
        start.byPerson = false;
        return start;
    }

    /// True for what the launcher of a laptop asks for: the window, perhaps with a file that was opened. Some systems
    /// give the file alone.
    public static boolean isAllOf(String[] line) {
        return line.length > 0 && line.length <= 2 && (line[0].equals(CLIENT) || line.length == 1 && isFile(line[0]))
                && (line.length == 1 || isFile(line[1]));
    }

    private static boolean isFile(String word) {
        return !word.startsWith("-") && ENDINGS.stream().anyMatch(word.toLowerCase(Locale.ROOT)::endsWith);
    }

    /// A file that was opened, if the line names one.
    public void take(String[] line) {
        if (isFile(line[line.length - 1])) {
            file = Path.of(line[line.length - 1]);
        }
    }

    /// Where the data lie unless another folder is named.
    public static Path usualFolder() {
        return DataFolders.user().resolve(CLIENT);
    }

    /// Begins with what takes longest.
    ///
    /// @param folder of the data
    /// @throws vn.hoidan.core.problem.ProblemException if there is no display
    public static void begin(Path folder) {
        ClientWiring.begin(folder.toAbsolutePath().normalize());
    }

    @Override
    protected int carryOut() {
        Path folder = Optional.ofNullable(data).orElseGet(ClientStart::usualFolder);
        Path whole = folder.toAbsolutePath().normalize();
        ClientWiring.begin(whole);
        LogFiles.begin(whole);
        ClientSettings settings = ClientSettings.of(whole, shown(whole));
        if (byPerson) {
            settings = settings.fetchingVersionsTo(DataFolders.versions());
        }
        if (file != null) {
            settings = settings.opening(file.toAbsolutePath().normalize());
        }
        if (ClientWiring.start(settings, () -> LogFiles.read(whole), worked)) {
            PracticeCommand.usual(shown(whole), this::print).withPerson();
        } else if (byPerson) {
            ClientWiring.end();
        }
        return 0;
    }

    /// A language that was asked for goes before the one that was kept.
    private String shown(Path folder) {
        return languageAsked() ? language() : ClientWiring.keptLanguage(folder).orElseGet(this::language);
    }
}
