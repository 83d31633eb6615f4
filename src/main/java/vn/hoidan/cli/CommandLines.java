package vn.hoidan.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import vn.hoidan.cli.client.ClientCheck;
import vn.hoidan.cli.client.ClientStart;
import vn.hoidan.cli.command.Failures;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;

/// Reads a command line, carries it out and tells problems in one sentence.
public final class CommandLines {

    /// Texts of the command line.
    public static final String BUNDLE = "vn/hoidan/cli/messages";

    private static final String LANGUAGE_OPTION = "--language";

    private CommandLines() {
    }

    /// @return the exit code
    public static int run(String[] arguments, Terminal terminal) {
        String language = language(arguments);
        if (ClientStart.isAllOf(arguments) || ClientCheck.isAllOf(arguments)) {
            return carriedOut(() -> window(arguments, terminal, language), terminal, language);
        }
        return new CommandTree(terminal, Messages.of(BUNDLE, language)).execute(arguments);
    }

    /// The toolkit begins before anything is read.
    private static int window(String[] arguments, Terminal terminal, String language) {
        if (ClientCheck.isAllOf(arguments)) {
            ClientCheck.begin(arguments);
            ClientCheck check = new ClientCheck(terminal, Messages.of(BUNDLE, language));
            check.take(arguments);
            return check.call();
        }
        ClientStart.begin(ClientStart.usualFolder());
        ClientStart start = new ClientStart(terminal, Messages.of(BUNDLE, language));
        start.take(arguments);
        return start.call();
    }

    /// What the launcher of a laptop asks for. There is nothing to read, and reading costs a tenth of the start:
    /// this class does without the library that {@link CommandTree} stands on.
    private static int carriedOut(IntSupplier command, Terminal terminal, String language) {
        try {
            return command.getAsInt();
        } catch (RuntimeException thrown) {
            return Failures.told(Failures.problem(thrown), language, terminal);
        }
    }

    /// The language is needed before the line is read, to say what is wrong with it.
    private static String language(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        int place = words.indexOf(LANGUAGE_OPTION);
        String wanted = place >= 0 && place + 1 < words.size() ? words.get(place + 1)
                : words.stream().filter(word -> word.startsWith(LANGUAGE_OPTION + "="))
                        .map(word -> word.substring(LANGUAGE_OPTION.length() + 1)).findFirst().orElse("");
        return Messages.LANGUAGES.contains(wanted.toLowerCase(Locale.ROOT)) ? wanted.toLowerCase(Locale.ROOT)
                : Messages.LANGUAGES.getFirst();
    }
}
