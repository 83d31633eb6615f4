package vn.hoidan.client.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.CodeFile;

/// Files with an address and a code that the office hands out.
public final class CodeFiles {
    private CodeFiles() {
    }

    /// @throws vn.hoidan.core.problem.ProblemException CODE_FILE_UNREADABLE
    public static CodeFile read(Path file) {
        Problem unreadable = Problem.of(ProblemKind.CODE_FILE_UNREADABLE, "file",
                String.valueOf(file.getFileName()));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(CodeFile.MOST_BYTES + 1);
            if (content.length > CodeFile.MOST_BYTES) {
                throw unreadable.exception();
            }
            return CodeFile.parse(new String(content, StandardCharsets.UTF_8)).orElseThrow(unreadable::exception);
        } catch (IOException gone) {
            throw unreadable.exception(gone);
        }
    }
}
