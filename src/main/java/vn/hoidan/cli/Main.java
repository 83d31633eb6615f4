package vn.hoidan.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import vn.hoidan.cli.command.Terminal;

/// Where the program begins, whatever it is asked to do.
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        quietLogs();
        System.exit(CommandLines.run(arguments, Terminal.standard()));
    }

    /// Libraries tell much that nobody at a terminal wants to read; a file named by the usual system property wins.
    private static void quietLogs() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            Logger.getLogger("").setLevel(Level.WARNING);
        }
    }
}
