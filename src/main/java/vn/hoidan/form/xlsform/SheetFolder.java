package vn.hoidan.form.xlsform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// A folder that sheets are read from: on disk or in the program's own files.
public interface SheetFolder {
    /// No sheet may be larger; read before anything is parsed.
    int MOST_FILE_BYTES = 20 * 1024 * 1024;

    /// The file's content, or empty if there is none of this name.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException PACK_INVALID if it is too large or cannot be read
    Optional<byte[]> read(String fileName);

    static SheetFolder onDisk(Path folder) {
        return fileName -> {
            Path file = folder.resolve(fileName);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(bounded(in, fileName));
            } catch (IOException unreadable) {
                throw invalid(fileName, "unreadable").exception(unreadable);
            }
        };
    }

    /// @param folder absolute name of a resource folder without a slash at its end: `/vn/hoidan/packs/sipas-2023`
    static SheetFolder onClassPath(String folder) {
        return fileName -> {
            try (InputStream in = SheetFolder.class.getResourceAsStream(folder + "/" + fileName)) {
                return in == null ? Optional.empty() : Optional.of(bounded(in, fileName));
            } catch (IOException unreadable) {
                throw invalid(fileName, "unreadable").exception(unreadable);
            }
        };
    }

    private static byte[] bounded(InputStream in, String fileName) throws IOException {
        byte[] content = in.readNBytes(MOST_FILE_BYTES + 1);
        if (content.length > MOST_FILE_BYTES) {
            throw invalid(fileName, "file-too-large", String.valueOf(MOST_FILE_BYTES)).exception();
        }
        return content;
    }

    private static Problem invalid(String fileName, String reason, String... details) {
        return Problem.of(ProblemKind.PACK_INVALID, "place", fileName, "reason",
                FormMessages.inAllLanguages("file." + reason, details));
    }
}
