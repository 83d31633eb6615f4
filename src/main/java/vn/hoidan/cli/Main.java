package vn.hoidan.cli;

/// Where the program begins, whatever it is asked to do.
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        System.exit(CommandLines.run(arguments, Terminal.standard()));
    }
}
