package vn.hoidan.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;

/// What all commands have: a language, and a terminal to write to.
public abstract class TerminalCommand implements Callable<Integer> {
    /// Read before the line is, see {@link CommandLines}; stands here so that it is known and shown.
    @Option(names = "--language", paramLabel = "vi|en")
    private String language;

    private final Terminal terminal;
    private final Messages messages;

    protected TerminalCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public final Integer call() {
        if (language != null && !Messages.LANGUAGES.contains(language)) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--language", "reason",
                    messages.get("invalid.value")).exception();
        }
        int code = run();
        terminal.out().flush();
        return code;
    }

    /// @return the exit code
    protected abstract int run();

    /// True if the line names a language.
    protected final boolean languageAsked() {
        return language != null;
    }

    protected final Terminal terminal() {
        return terminal;
    }

    protected final Messages messages() {
        return messages;
    }

    /// Prints a text of the bundle as a line.
    protected final void say(String key, Object... values) {
        terminal.out().println(messages.get(key, values));
    }
}
