package vn.hoidan.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;

/// A command that opens the window.
abstract class ClientCommand implements Callable<Integer> {
    /// Read before the line is, see {@link CommandLines}; stands here so that it is known and shown.
    @Option(names = "--language", paramLabel = "vi|en")
    private String language;

    private final Terminal terminal;
    private final Messages messages;

    ClientCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public final Integer call() {
        if (language != null && !Messages.LANGUAGES.contains(language)) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--language", "reason",
                    messages.get("invalid.value")).exception();
        }
        int code = carryOut();
        terminal.out().flush();
        return code;
    }

    /// @return the exit code
    abstract int carryOut();

    final String language() {
        return messages.language();
    }

    final void print(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
