package vn.hoidan.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that only has others below it; alone it shows what those are.
@Command
public final class Branch implements Runnable {

    @Spec
    private CommandSpec spec;

    private Branch() {
    }

    /// @param below the commands below it, each itself a {@link CommandLine} or an object with its annotations
    public static CommandLine of(String name, Object... below) {
        CommandLine branch = new CommandLine(new Branch()).setCommandName(name);
        for (Object each : below) {
            branch.addSubcommand(each);
        }
        return branch;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
