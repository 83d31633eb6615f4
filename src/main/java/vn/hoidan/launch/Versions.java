package vn.hoidan.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hoidan.core.release.Version;

/// Versions of the program that came after the one that was installed, side by side in the person's own folder, and
/// small files that tell which is to be started. A version is marked before it is started and the mark is taken away
/// when its window can be used: one that is found marked did not get that far, and the version before it is started.
///
/// @param folder of all of it; nothing needs to be there
public record Versions(Path folder) {
    /// So often a version may fail to come up before it is given up: a laptop may be switched off meanwhile.
    static final int MOST_TRIES = 2;
    private static final String CURRENT = "current";
    private static final String PREVIOUS = "previous";
    private static final String TRIED = "tried";
    private static final String REFUSED = "refused";
    private static final String TO_TELL = "to-tell";

    /// Where a version lies, or is to lie.
    public Path place(Version version) {
        return folder.resolve("versions").resolve(version.text());
    }

    /// The version to start instead of the installed one: newer, whole, and not given up.
    ///
    /// @param own the installed one
    public Optional<Version> toStart(Version own) throws IOException {
        Optional<Version> current = current();
        while (current.isPresent() && tries(current.get()) >= MOST_TRIES) {
            goBack(current.get());
            current = current();
        }
        return current.filter(version -> version.isNewerThan(own) && Files.isDirectory(place(version)));
    }

    /// Called before a version is started.
    public void starts(Version version) throws IOException {
        write(TRIED, version.text() + " " + (tries(version) + 1));
    }

    /// Called by a version when its window can be used.
    public void started() throws IOException {
        Files.deleteIfExists(folder.resolve(TRIED));
    }

    /// True as long as the version that was started last has not said that its window can be used.
    public boolean isStarting() {
        return Files.exists(folder.resolve(TRIED));
    }

    /// Makes a version the one to start next; the one before it is kept.
    public void adopt(Version version) throws IOException {
        Optional<Version> before = current();
        if (before.isPresent()) {
            write(PREVIOUS, before.get().text());
        }
        started();
        write(CURRENT, version.text());
    }

    /// Gives a version up: it is not started and not fetched again. If it is the one to start, the one before it takes
    /// its place; one that failed before it was ever adopted leaves that as it is.
    public void goBack(Version version) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(REFUSED), version.text() + "\n", StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        write(TO_TELL, version.text());
        if (!current().equals(Optional.of(version))) {
            return;
        }
        Optional<Version> before = read(PREVIOUS);
        if (before.isPresent()) {
            write(CURRENT, before.get().text());
            Files.delete(folder.resolve(PREVIOUS));
        } else {
            Files.deleteIfExists(folder.resolve(CURRENT));
        }
        started();
    }

    /// The version that was given up and of which nobody was told yet; told once.
    public Optional<Version> givenUp() throws IOException {
        Optional<Version> version = read(TO_TELL);
        Files.deleteIfExists(folder.resolve(TO_TELL));
        return version;
    }

    /// True if a version was given up before.
    public boolean isRefused(Version version) throws IOException {
        return lines(REFUSED).contains(version.text());
    }

    /// The version to start next, if it is not the installed one.
    public Optional<Version> current() throws IOException {
        return read(CURRENT);
    }

    /// Versions to keep: the one to start, and the one before it.
    public List<Version> kept() throws IOException {
        return Stream.of(current(), read(PREVIOUS)).flatMap(Optional::stream).toList();
    }

    private int tries(Version version) throws IOException {
        return lines(TRIED).stream().map(line -> line.split(" ")).filter(words -> words.length == 2
                && words[0].equals(version.text()) && words[1].matches("\\d{1,3}"))
                .mapToInt(words -> Integer.parseInt(words[1])).findFirst().orElse(0);
    }

    private Optional<Version> read(String name) throws IOException {
        return lines(name).stream().findFirst().flatMap(Version::parse);
    }

    private List<String> lines(String name) throws IOException {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private void write(String name, String line) throws IOException {
        Files.createDirectories(folder);
        Path next = folder.resolve(name + ".part");
        Files.writeString(next, line + "\n");
        Files.move(next, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
