package vn.hoidan.cli.practice;

import java.nio.file.Path;
import java.util.function.Consumer;
import vn.hoidan.client.ClientSettings;
import vn.hoidan.client.ClientWiring;
import vn.hoidan.client.RunningClient;
import vn.hoidan.client.app.PracticeContext;
import vn.hoidan.message.Messages;

/// Runs practice: with a person at the window until it is closed, or by itself for a day.
public final class PracticeSession {
    static final String BUNDLE = "vn/hoidan/cli/practice/practice";

    private static final String DATA = "data";

    private final Path folder;
    private final String language;
    private final long seed;
    private final PracticeDesign design;
    private final Messages messages;
    private final Consumer<String> tell;

    /// @param seed of the drawn sample, if the folder is new
    /// @param design of the survey, if the folder is new
    /// @param tell told each step
    public PracticeSession(Path folder, String language, long seed, PracticeDesign design, Consumer<String> tell) {
        this.folder = folder;
        this.language = language;
        this.seed = seed;
        this.design = design;
        this.messages = Messages.of(BUNDLE, language);
        this.tell = tell;
    }

    /// Opens the window and returns when it was closed.
    public void withPerson() {
        try (Practice practice = opened()) {
            ClientWiring.start(settings(practice), () -> "", RunningClient::awaitClosed);
            ClientWiring.end();
        }
        tell.accept(messages.get("closed", folder));
    }

    /// Plays a day without a display.
    ///
    /// @param out folder of the pictures and the CSV
    /// @return true if the CSV holds what was typed
    public boolean alone(Path out) {
        tell.accept(messages.get("no-display"));
        boolean same = play(out).exportedAsTyped();
        tell.accept(messages.get("day.out", out));
        return same;
    }

    /// An empty folder for the data of one day, inside the folder of what it leaves.
    public static Path emptied(Path out) {
        Path data = out.resolve(DATA);
        Practice.delete(data);
        return data;
    }

    PracticeDay.Result play(Path out) {
        try (Practice practice = opened(); RunningClient client = ClientWiring.open(settings(practice))) {
            return new PracticeDay(practice, client, out, messages, tell).play();
        }
    }

    private Practice opened() {
        tell.accept(messages.get("begin", folder));
        Practice practice = Practice.open(folder, language, seed, design);
        tell.accept(messages.get("drawn", String.valueOf(practice.seed())));
        tell.accept(messages.get("server", practice.server().address()));
        return practice;
    }

    private ClientSettings settings(Practice practice) {
        return ClientSettings.of(practice.clientFolder(), language).in(
                new PracticeContext(practice.invitations(), ClientWiring.networkSwitch(), practice::throwAway));
    }
}
