package vn.hoidan.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
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
                CommandLines.told(invalid(thrown, messages), messages.language(), terminal));
        commands.setExecutionExceptionHandler((thrown, line, parsed) ->
                CommandLines.told(CommandLines.problem(thrown), messages.language(), terminal));
        return commands.execute(arguments);
    }

    private static CommandLine commands(Terminal terminal, Messages messages) {
        CommandLine all = new CommandLine(new Commands.Root())
                .addSubcommand(new PracticeCommand(terminal, messages))
                .addSubcommand(new CommandLine(new ClientStart(terminal, messages))
                        .addSubcommand(new ClientRestore(terminal, messages))
                        .addSubcommand(new ClientCheck(terminal, messages)))
                .addSubcommand(new PreviewCommand(terminal, messages))
                .addSubcommand(new CommandLine(new Commands.Form())
                        .addSubcommand(new FormCheck(terminal, messages))
                        .addSubcommand(new FormConvert(terminal, messages)))
                .addSubcommand(new CommandLine(new Commands.Server())
                        .addSubcommand(new ServerStart(terminal, messages))
                        .addSubcommand(new ServerBackup(terminal, messages))
                        .addSubcommand(new ServerDatabase(terminal, messages))
                        .addSubcommand(new ServerRestore(terminal, messages))
                        .addSubcommand(new ServerRenewKey(terminal, messages)))
                .addSubcommand(new CommandLine(new Commands.Survey())
                        .addSubcommand(new SurveyCreate(terminal, messages))
                        .addSubcommand(new SurveyQuestionnaire(terminal, messages))
                        .addSubcommand(new SurveyQuestionnaires(terminal, messages)))
                .addSubcommand(new CommandLine(new Commands.People())
                        .addSubcommand(new PeopleAdd(terminal, messages))
                        .addSubcommand(new PeopleCode(terminal, messages))
                        .addSubcommand(new PeopleList(terminal, messages))
                        .addSubcommand(new PeopleReset(terminal, messages))
                        .addSubcommand(new PeopleResetCode(terminal, messages)))
                .addSubcommand(new CommandLine(new Commands.OfficeActs())
                        .addSubcommand(new OfficeOpen(terminal, messages))
                        .addSubcommand(new OfficeSupport(terminal, messages)))
                .addSubcommand(new CommandLine(new Commands.Release())
                        .addSubcommand(new ReleaseOffer(terminal, messages)))
                .addSubcommand(new CommandLine(new Commands.Lists())
                        .addSubcommand(new ListsShow(terminal, messages))
                        .addSubcommand(new ListsAssign(terminal, messages))
                        .addSubcommand(new ListsWithdraw(terminal, messages)))
                .addSubcommand(new CommandLine(new Commands.Place())
                        .addSubcommand(new PlaceShow(terminal, messages))
                        .addSubcommand(new PlaceAssign(terminal, messages))
                        .addSubcommand(new PlaceWithdraw(terminal, messages)))
                .addSubcommand(new CommandLine(new Commands.Message())
                        .addSubcommand(new MessageSend(terminal, messages)))
                .addSubcommand(new CommandLine(new Commands.Carry())
                        .addSubcommand(new CarryImport(terminal, messages)))
                .addSubcommand(new CommandLine(new Commands.Quarantine())
                        .addSubcommand(new QuarantineList(terminal, messages))
                        .addSubcommand(new QuarantineShow(terminal, messages))
                        .addSubcommand(new QuarantineRepair(terminal, messages))
                        .addSubcommand(new QuarantineRelease(terminal, messages))
                        .addSubcommand(new QuarantineDiscard(terminal, messages)))
                .addSubcommand(quota(terminal, messages))
                .addSubcommand(new CommandLine(new Commands.Index())
                        .addSubcommand(new IndexShow(terminal, messages))
                        .addSubcommand(new IndexWrite(terminal, messages))
                        .addSubcommand(new IndexMonths(terminal, messages))
                        .addSubcommand(new IndexSet(terminal, messages))
                        .addSubcommand(new CommandLine(new Commands.IndexRound())
                                .addSubcommand(new IndexRoundAdd(terminal, messages))
                                .addSubcommand(new IndexRoundRemove(terminal, messages)))
                        .addSubcommand(new IndexCoverage(terminal, messages)))
                .addSubcommand(new ProgressShow(terminal, messages))
                .addSubcommand(new Export(terminal, messages));
        describe(all, messages);
        return all;
    }

    private static CommandLine quota(Terminal terminal, Messages messages) {
        return new CommandLine(new Commands.Quota())
                .addSubcommand(new QuotaDeclare(terminal, messages))
                .addSubcommand(new QuotaShow(terminal, messages))
                .addSubcommand(new QuotaCheck(terminal, messages))
                .addSubcommand(new QuotaTarget(terminal, messages))
                .addSubcommand(new QuotaRule(terminal, messages))
                .addSubcommand(new QuotaVoid(terminal, messages))
                .addSubcommand(new QuotaLost(terminal, messages));
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
