package vn.hoidan.cli.command;

import java.io.PrintWriter;

/// Where commands write.
///
/// @param out what was asked for
/// @param err what went wrong
public record Terminal(PrintWriter out, PrintWriter err) {

    /// The terminal that the program was started from.
    public static Terminal standard() {
        return new Terminal(new PrintWriter(System.out, true), new PrintWriter(System.err, true));
    }
}
