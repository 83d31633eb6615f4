package vn.hoidan.client.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.hoidan.client.app.office.NewVersions;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.ReleaseFile;
import vn.hoidan.core.release.Version;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.launch.ProgramFiles;
import vn.hoidan.launch.Versions;
import vn.hoidan.sqlite.FolderProblems;

/// Newer versions in the person's own folder. Files come under the name of their content, so that a cut or another
/// release loses nothing; a version gets its name when it is whole and has shown that it starts.
public final class VersionFolder implements NewVersions {
    private static final String COMING = "coming";
    private static final String KEY = "key-";
    private static final System.Logger LOG = System.getLogger(VersionFolder.class.getName());

    private final Versions versions;
    private final Path own;
    private final Predicate<Path> starts;
    /// Files of the running version by content and length; read when they are first needed.
    private final Map<String, Path> ownFiles = new HashMap<>();

    /// @param own    folder of the running version
    /// @param starts tries whether the program in a folder starts
    public VersionFolder(Versions versions, Path own, Predicate<Path> starts) {
        this.versions = versions;
        this.own = own;
        this.starts = starts;
    }

    @Override
    public Bytes keyOf(Bytes office, Bytes given) {
        Path file = versions.folder().resolve(KEY + office.hex());
        return kept(() -> {
            if (!Files.exists(file)) {
                write(file, given);
            }
            return Bytes.ofHex(Files.readString(file));
        });
    }

    @Override
    public void trust(Bytes office, Bytes key) {
        kept(() -> write(versions.folder().resolve(KEY + office.hex()), key));
    }

    private Path write(Path file, Bytes key) throws IOException {
        Files.createDirectories(versions.folder());
        Path next = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(next, key.hex());
        return Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public boolean isWanted(Version version) {
        return kept(() -> !versions.isRefused(version) && !versions.current().equals(Optional.of(version)));
    }

    @Override
    public long has(ReleaseFile file) {
        return kept(() -> {
            Path whole = coming(file.hash());
            Path part = part(file);
            if (!Files.exists(whole) && ownFiles().containsKey(file.hash())) {
                Files.createDirectories(whole.getParent());
                Files.copy(ownFiles().get(file.hash()), part, StandardCopyOption.REPLACE_EXISTING);
                finish(file);
            } else if (!Files.exists(whole) && file.bytes() == 0) {
                Files.createDirectories(whole.getParent());
                Files.write(part, new byte[0]);
                finish(file);
            }
            return Files.exists(whole) ? file.bytes() : Files.exists(part) ? Files.size(part) : 0;
        });
    }

    @Override
    public void append(ReleaseFile file, Bytes piece) {
        kept(() -> {
            Files.createDirectories(part(file).getParent());
            Files.write(part(file), piece.toArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (Files.size(part(file)) >= file.bytes()) {
                finish(file);
            }
            return file;
        });
    }

    private void finish(ReleaseFile file) throws IOException {
        if (!ProgramFiles.hash(part(file)).equals(file.hash())) {
            Files.delete(part(file));
            throw Problem.of(ProblemKind.RELEASE_NOT_GENUINE).exception();
        }
        Files.move(part(file), coming(file.hash()), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public boolean install(Release release) {
        return kept(() -> {
            Path place = versions.place(release.version());
            delete(place);
            for (ReleaseFile file : release.files()) {
                Path target = place.resolve(file.path());
                Files.createDirectories(target.getParent());
                Files.copy(coming(file.hash()), target);
                if (file.program() && !target.toFile().setExecutable(true, false)) {
                    LOG.log(System.Logger.Level.DEBUG, "cannot be marked as a program: {0}", file.path());
                }
            }
            boolean good = starts.test(place);
            if (good) {
                versions.adopt(release.version());
            } else {
                versions.goBack(release.version());
                delete(place);
            }
            delete(versions.folder().resolve(COMING));
            deleteOlder();
            return good;
        });
    }

    /// All but the one to start, the one before it, and the one that runs.
    private void deleteOlder() throws IOException {
        List<Path> keep = versions.kept().stream().map(versions::place).toList();
        Path all = versions.folder().resolve("versions");
        if (Files.isDirectory(all)) {
            try (Stream<Path> there = Files.list(all)) {
                for (Path each : there.filter(place -> !keep.contains(place) && !own.startsWith(place)).toList()) {
                    delete(each);
                }
            }
        }
    }

    private Map<String, Path> ownFiles() throws IOException {
        if (ownFiles.isEmpty()) {
            try (Stream<Path> all = Files.walk(own, FileVisitOption.FOLLOW_LINKS)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    ownFiles.put(ProgramFiles.hash(file), file);
                }
            }
        }
        return ownFiles;
    }

    private Path coming(String hash) {
        return versions.folder().resolve(COMING).resolve(hash);
    }

    private Path part(ReleaseFile file) {
        return coming(file.hash() + ".part");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /// What is done with files.
    @FunctionalInterface
    private interface Act<T> {
        T run() throws IOException;
    }

    private <T> T kept(Act<T> act) {
        try {
            return act.run();
        } catch (IOException refused) {
            throw FolderProblems.of(refused, versions.folder());
        } catch (UncheckedIOException refused) {
            throw FolderProblems.of(refused.getCause(), versions.folder());
        }
    }
}
