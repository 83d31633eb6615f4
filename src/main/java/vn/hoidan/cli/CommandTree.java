package vn.hoidan.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vn.hoidan.cli.client.ClientCommands;
import vn.hoidan.cli.command.Branch;
import vn.hoidan.cli.command.Failures;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.files.FilesCommands;
import vn.hoidan.cli.form.FormCommands;
import vn.hoidan.cli.index.IndexCommands;
import vn.hoidan.cli.people.PeopleCommands;
import vn.hoidan.cli.quarantine.QuarantineCommands;
import vn.hoidan.cli.quota.QuotaCommands;
import vn.hoidan.cli.server.ServerCommands;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;

/// All commands with their options, told in one language.
record CommandTree(Terminal terminal, Messages messages) {

    /// @return the exit code
    int execute(String[] arguments) {
        CommandLine commands = commands(terminal, messages);
        commands.setOut(terminal.out());
        commands.setErr(terminal.err());
        commands.setParameterExceptionHandler((thrown, all) ->
                Failures.told(invalid(thrown, messages), messages.language(), terminal));
        commands.setExecutionExceptionHandler((thrown, line, parsed) ->
                Failures.told(Failures.problem(thrown), messages.language(), terminal));
        return commands.execute(arguments);
    }

    private static CommandLine commands(Terminal terminal, Messages messages) {
        CommandLine all = Branch.of("hoidan");
        Stream.of(ClientCommands.all(terminal, messages), FormCommands.all(terminal, messages),
                ServerCommands.all(terminal, messages), FilesCommands.all(terminal, messages),
                PeopleCommands.all(terminal, messages),
                QuarantineCommands.all(terminal, messages), QuotaCommands.all(terminal, messages),
                IndexCommands.all(terminal, messages)).flatMap(List::stream)
                .forEach(command -> all.addSubcommand(command));
        describe(all, messages);
        return all;
    }

    /// Gives each command and option its text in the language chosen, by its name.
    private static void describe(CommandLine line, Messages messages) {
        CommandSpec spec = line.getCommandSpec();
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).build());
        spec.usageMessage().synopsisHeading(messages.get("usage.synopsis") + " ")
                .optionListHeading("%n" + messages.get("usage.options") + "%n")
                .commandListHeading("%n" + messages.get("usage.commands") + "%n")
                .description(escaped(messages.get("command." + spec.qualifiedName("-"))));
        List<OptionSpec> options = List.copyOf(spec.options());
        for (OptionSpec option : options) {
            spec.remove(option);
            String name = option.longestName().substring(2);
            String own = spec.qualifiedName("-") + "." + name;
            spec.addOption(OptionSpec.builder(option)
                    .description(escaped(messages.get("option." + (messages.has("option." + own) ? own : name))))
                    .build());
        }
        for (PositionalParamSpec parameter : List.copyOf(spec.positionalParameters())) {
            spec.remove(parameter);
            spec.addPositional(PositionalParamSpec.builder(parameter)
                    .description(escaped(messages.get("parameter." + parameter.paramLabel()))).build());
        }
        line.getSubcommands().values().forEach(each -> describe(each, messages));
    }

    /// Picocli reads percent signs as its own.
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    private static Problem invalid(CommandLine.ParameterException thrown, Messages messages) {
        String option = switch (thrown) {
            case CommandLine.MissingParameterException missing -> missing.getMissing().stream()
                    .map(CommandTree::name).collect(Collectors.joining(", "));
            case CommandLine.UnmatchedArgumentException unmatched -> String.join(" ", unmatched.getUnmatched());
            default -> thrown.getArgSpec() == null ? thrown.getCommandLine().getCommandName()
                    : name(thrown.getArgSpec());
        };
        String reason = switch (thrown) {
            case CommandLine.MissingParameterException _ -> messages.get("invalid.missing");
            case CommandLine.UnmatchedArgumentException _ -> messages.get("invalid.unknown");
            default -> messages.get("invalid.value");
        };
        return Problem.of(ProblemKind.OPTION_INVALID, "option", option, "reason", reason);
    }

    private static String name(ArgSpec argument) {
        return argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel();
    }
}
