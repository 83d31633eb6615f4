package vn.hoidan.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;

/// Asks for what nobody should see, with the words that are shown for it. Whoever asks wipes what comes.
@FunctionalInterface
public interface Secrets {
    char[] ask(String words);

    /// Typed unseen at a terminal; lines of the input where there is none.
    static Secrets typed() {
        return System.console() != null && System.console().isTerminal()
                ? words -> Optional.ofNullable(System.console().readPassword("%s ", words)).orElse(new char[0])
                : lines(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
    }

    private static Secrets lines(BufferedReader in) {
        return _ -> {
            try {
                return Optional.ofNullable(in.readLine()).map(String::toCharArray).orElse(new char[0]);
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        };
    }
}
