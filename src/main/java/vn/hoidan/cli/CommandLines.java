package vn.hoidan.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.hoidan.core.problem.Fault;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;
import vn.hoidan.message.ProblemTexts;

/// Reads a command line, carries it out and tells problems in one sentence. The exit code says whose fault a problem
/// was, so that scripts can tell a slip from a full disk.
public final class CommandLines {

    /// Texts of the command line.
    public static final String BUNDLE = "vn/hoidan/cli/messages";
    public static final int EXIT_PERSON = 2;
    public static final int EXIT_SURROUNDINGS = 3;
    public static final int EXIT_OURS = 4;

    private static final String[] JUST_THE_WINDOW = {ClientStart.CLIENT};
    private static final String LANGUAGE_OPTION = "--language";

    private static final System.Logger LOG = System.getLogger(CommandLines.class.getName());

    private CommandLines() {
    }

    /// @return the exit code
    public static int run(String[] arguments, Terminal terminal) {
        String language = language(arguments);
        Messages messages = Messages.of(BUNDLE, language);
        if (Arrays.equals(arguments, JUST_THE_WINDOW)) {
            return window(terminal, messages, language);
        }
        return new CommandTree(terminal, messages).execute(arguments);
    }

    /// What the launcher of a laptop asks for. There is nothing to read, and reading costs a tenth of the start:
    /// this class does without the library that {@link CommandTree} stands on.
    private static int window(Terminal terminal, Messages messages, String language) {
        try {
            return new ClientStart(terminal, messages).call();
        } catch (RuntimeException thrown) {
            return told(problem(thrown), language, terminal);
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

    static Problem problem(Exception thrown) {
        if (thrown instanceof ProblemException known) {
            LOG.log(System.Logger.Level.DEBUG, "problem", known);
            return known.problem();
        }
        String code = Integer.toHexString(thrown.getStackTrace().length > 0
                ? thrown.getStackTrace()[0].hashCode() : thrown.getClass().hashCode());
        LOG.log(System.Logger.Level.ERROR, "failed, code " + code, thrown);
        return Problem.of(ProblemKind.INTERNAL, "code", code);
    }

    static int told(Problem problem, String language, Terminal terminal) {
        terminal.err().println(ProblemTexts.of(problem, language).oneLine());
        return exitCode(problem.kind().fault());
    }

    static int exitCode(Fault fault) {
        return switch (fault) {
            case PERSON -> EXIT_PERSON;
            case SURROUNDINGS -> EXIT_SURROUNDINGS;
            case OURS -> EXIT_OURS;
        };
    }
}
