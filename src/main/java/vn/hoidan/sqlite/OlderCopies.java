package vn.hoidan.sqlite;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// Copies of a store beside it, as it was before it was brought to a newer version: one for each version it had.
final class OlderCopies {
    /// Copies that stay for each store; each is as large as the store was.
    static final int MOST_KEPT = 2;

    private static final System.Logger LOG = System.getLogger(OlderCopies.class.getName());
    private static final String VERSION = ".version-";
    /// As {@link #make} writes it; other files beside the store are not ours to delete.
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private OlderCopies() {
    }

    /// Copies the store before it is changed; a copy of the same version is replaced once the new one is sound.
    static void make(Connection connection, Path store, int version) {
        Path copy = store.resolveSibling(store.getFileName() + VERSION + version);
        Path part = copy.resolveSibling(copy.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Copies.copy(connection, part);
            Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", SqliteFaults.folderOf(store))
                    .exception(refused);
        }
    }

    /// Deletes all but the newest copies. The store is whole and newer by now, so a copy that cannot be deleted only
    /// takes room and keeps nobody from working.
    ///
    /// @param made version of the copy that was just made: it stays although others may have higher numbers, as beside
    ///     a store that was brought back from an old backup
    static void deleteSurplus(Path store, int made) {
        try {
            List<Integer> versions = versions(store);
            versions.sort(Comparator.comparing((Integer version) -> version != made)
                    .thenComparing(Comparator.reverseOrder()));
            for (int version : versions.subList(Math.min(MOST_KEPT, versions.size()), versions.size())) {
                Files.delete(store.resolveSibling(store.getFileName() + VERSION + version));
            }
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.WARNING, "copies of older versions of a store stay", refused);
        }
    }

    private static List<Integer> versions(Path store) throws IOException {
        String start = store.getFileName() + VERSION;
        List<Integer> versions = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(store.getParent(),
                file -> file.getFileName().toString().startsWith(start))) {
            for (Path file : files) {
                String end = file.getFileName().toString().substring(start.length());
                if (NUMBER.matcher(end).matches()) {
                    versions.add(Integer.parseInt(end));
                }
            }
        } catch (DirectoryIteratorException refused) {
            throw refused.getCause();
        }
        return versions;
    }
}
