package vn.hoidan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Commands that only have others below them; alone they show what those are.
final class Commands {

    private Commands() {
    }

    private abstract static class Branch implements Runnable {

        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /// The program itself.
    @Command(name = "hoidan")
    static final class Root extends Branch {
    }

    /// Running a server.
    @Command(name = "server")
    static final class Server extends Branch {
    }

    /// Forms in files.
    @Command(name = "form")
    static final class Form extends Branch {
    }

    /// Surveys.
    @Command(name = "survey")
    static final class Survey extends Branch {
    }

    /// The field staff.
    @Command(name = "people")
    static final class People extends Branch {
    }

    /// Where people of a free quota work.
    @Command(name = "place")
    static final class Place extends Branch {
    }

    /// What the office says to enumerators.
    @Command(name = "message")
    static final class Message extends Branch {
    }

    /// Releases of the client.
    @Command(name = "release")
    static final class Release extends Branch {
    }

    /// Records that could not be used.
    @Command(name = "quarantine")
    static final class Quarantine extends Branch {
    }

    /// Quotas in mid-field.
    @Command(name = "quota")
    static final class Quota extends Branch {
    }

    /// What only the office can do.
    @Command(name = "office")
    static final class OfficeActs extends Branch {
    }

    /// The satisfaction index.
    @Command(name = "index")
    static final class Index extends Branch {
    }

    /// Earlier rounds of the index.
    @Command(name = "round")
    static final class IndexRound extends Branch {
    }

    /// Work that comes by a stick.
    @Command(name = "carry")
    static final class Carry extends Branch {
    }

    /// Village lists.
    @Command(name = "lists")
    static final class Lists extends Branch {
    }
}
