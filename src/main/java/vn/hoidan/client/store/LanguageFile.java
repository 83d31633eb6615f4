package vn.hoidan.client.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import vn.hoidan.message.Messages;
import vn.hoidan.sqlite.FolderProblems;

/// The language of the window in a small file of the program's folder.
public final class LanguageFile {
    private static final System.Logger LOG = System.getLogger(LanguageFile.class.getName());
    private static final String FILE = "language";
    private static final int MOST_BYTES = 16;

    private final Path folder;

    /// @param folder of the program's data on this laptop; made when something is kept
    public LanguageFile(Path folder) {
        this.folder = folder;
    }

    /// One of {@link Messages#LANGUAGES}; empty if none was chosen or what was kept cannot be read.
    public Optional<String> kept() {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            String kept = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
            return Messages.LANGUAGES.stream().filter(kept::equals).findFirst();
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "the language of the window could not be read", unreadable);
            return Optional.empty();
        }
    }

    /// @throws vn.hoidan.core.problem.ProblemException if it cannot be written
    public void keep(String language) {
        try {
            Files.createDirectories(folder);
            Path next = folder.resolve(FILE + ".new");
            Files.writeString(next, language + "\n");
            Files.move(next, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw FolderProblems.of(refused, folder);
        }
    }
}
