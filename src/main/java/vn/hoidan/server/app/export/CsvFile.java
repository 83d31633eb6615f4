package vn.hoidan.server.app.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// A table as a CSV file that a spreadsheet opens as it is meant (RFC 4180): UTF-8 with a byte-order mark, without
/// which Excel spoils Vietnamese; lines end with CR LF; each cell that needs it in quotes. A cell that a spreadsheet
/// would run as a formula gets an apostrophe in front, and so does one that begins with apostrophes before such a sign,
/// so that taking one away gives back exactly what was said. Plain numbers stay as they are.
public final class CsvFile implements TableWriter, AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /// Signs that begin a formula, in ASCII and as East Asian keyboards write them.
    private static final Pattern FORMULA =
            Pattern.compile("'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\\r\\n\\t]|^\\s|\\s$");

    private final Path file;
    private final BufferedWriter out;

    private CsvFile(Path file, BufferedWriter out) {
        this.file = file;
        this.out = out;
    }

    /// Creates the file or writes over it, with the folders above it.
    ///
    /// @throws ProblemException FOLDER_NOT_WRITABLE
    public static CsvFile create(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            out.write(BYTE_ORDER_MARK);
            return new CsvFile(file, out);
        } catch (IOException refused) {
            throw problem(file, refused);
        }
    }

    /// @throws ProblemException FOLDER_NOT_WRITABLE, DISK_FULL
    @Override
    public void row(List<String> cells) {
        try {
            for (int index = 0; index < cells.size(); index++) {
                if (index > 0) {
                    out.write(',');
                }
                out.write(cell(cells.get(index)));
            }
            out.write("\r\n");
        } catch (IOException refused) {
            throw problem(file, refused);
        }
    }

    static String cell(String text) {
        boolean formula = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
        String safe = formula ? "'" + text : text;
        return NEEDS_QUOTES.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException refused) {
            throw problem(file, refused);
        }
    }

    /// A folder that lets itself be written and yet fails is full.
    private static ProblemException problem(Path file, IOException refused) {
        Path folder = file.toAbsolutePath().getParent();
        boolean full = folder.toFile().isDirectory() && folder.toFile().getUsableSpace() == 0;
        return Problem.of(full ? ProblemKind.DISK_FULL : ProblemKind.FOLDER_NOT_WRITABLE, "folder",
                folder.toString()).exception(refused);
    }
}
