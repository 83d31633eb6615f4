package vn.hoidan.client.ui.kit;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vn.hoidan.message.Messages;

/// The language of the window. Changing it re-texts everything: bound texts by themselves, screens through
/// {@link Screen#languageChanged}.
public final class Language {
    private final ReadOnlyStringWrapper chosen;

    /// @param first one of {@link Messages#LANGUAGES}
    public Language(String first) {
        chosen = new ReadOnlyStringWrapper(this, "language", known(first));
    }

    private static String known(String language) {
        if (!Messages.LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("language: " + language);
        }
        return language;
    }

    public String now() {
        return chosen.get();
    }

    public ReadOnlyStringProperty property() {
        return chosen.getReadOnlyProperty();
    }

    /// Tells each change from now on.
    public void onChange(Consumer<String> told) {
        chosen.addListener((_, _, now) -> told.accept(now));
    }

    public void choose(String language) {
        chosen.set(known(language));
    }

    /// Goes to the next of {@link Messages#LANGUAGES}.
    public void next() {
        int index = Messages.LANGUAGES.indexOf(now());
        choose(Messages.LANGUAGES.get((index + 1) % Messages.LANGUAGES.size()));
    }
}
