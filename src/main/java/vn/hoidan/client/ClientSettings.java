package vn.hoidan.client;

import java.nio.file.Path;
import java.util.Optional;
import vn.hoidan.client.app.PracticeContext;
import vn.hoidan.message.Messages;

/// What the client is started with.
///
/// @param folder    of the program's data on this laptop; made when it is missing
/// @param language  one of {@link Messages#LANGUAGES}
/// @param textScale of all text, 1 for 100 %
/// @param practice  empty for real work
/// @param versions  folder of newer versions; empty where none are fetched
/// @param file      that was opened with the program
public record ClientSettings(Path folder, String language, double textScale, Optional<PracticeContext> practice,
        Optional<Path> versions, Optional<Path> file) {
    /// Largest text, as people with weak eyes need it.
    public static final double LARGEST_TEXT = 2;

    public ClientSettings {
        if (!Messages.LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("language: " + language);
        }
        if (textScale < 1 || textScale > LARGEST_TEXT) {
            throw new IllegalArgumentException("text scale: " + textScale);
        }
    }

    /// Real work with text at 100 %.
    public static ClientSettings of(Path folder, String language) {
        return new ClientSettings(folder, language, 1, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Newer versions that the office offers are fetched into that folder.
    public ClientSettings fetchingVersionsTo(Path place) {
        return new ClientSettings(folder, language, textScale, practice, Optional.of(place), file);
    }

    /// A file was opened with the program.
    public ClientSettings opening(Path opened) {
        return new ClientSettings(folder, language, textScale, practice, versions, Optional.of(opened));
    }

    public ClientSettings in(PracticeContext context) {
        return new ClientSettings(folder, language, textScale, Optional.of(context), Optional.empty(), file);
    }
}
