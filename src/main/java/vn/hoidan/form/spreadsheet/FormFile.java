package vn.hoidan.form.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.xlsform.CsvSheet;
import vn.hoidan.form.xlsform.SheetFolder;
import vn.hoidan.form.xlsform.XlsFormSheets;

/// The one door for forms in files. What a file is, its content says, never its name.
public final class FormFile {
    private static final String CSV = ".csv";
    private static final int MOST_FILE_BYTES = Bounds.MOST_FILE_MEGABYTES * Bounds.BYTES_OF_A_MEGABYTE;

    private FormFile() {
    }

    /// Reads a workbook, a folder of `survey.csv`, `choices.csv`, `settings.csv`, or an XForm. Nothing is computed,
    /// fetched or written.
    public static FormRead read(Path path) {
        return Files.isDirectory(path) ? folder(path, nameOf(path)) : file(path, FormFile::read);
    }

    /// One sheet that is no form, as {@link #readSheet(byte[], String, String)}.
    public static FormRead readSheet(Path path, String sheet) {
        return file(path, (content, name) -> readSheet(content, name, sheet));
    }

    private static String nameOf(Path path) {
        return Optional.ofNullable(path.getFileName()).orElse(path).toString();
    }

    private static FormRead file(Path path, BiFunction<byte[], String, FormRead> read) {
        String name = nameOf(path);
        if (!Files.exists(path)) {
            return refused(FileFaultKind.MISSING, name);
        }
        if (!Files.isRegularFile(path)) {
            return refused(FileFaultKind.UNREADABLE, name);
        }
        try (InputStream source = Files.newInputStream(path)) {
            return read.apply(source.readNBytes(MOST_FILE_BYTES + 1), name);
        } catch (IOException unreadable) {
            return refused(FileFaultKind.UNREADABLE, name);
        }
    }

    /// The same for a file that is in memory already.
    ///
    /// @param name of the file, for what is said about it
    public static FormRead read(byte[] content, String name) {
        try {
            return readContent(content);
        } catch (FaultException fault) {
            return new FormRead.Refused(fault.fault(name));
        }
    }

    /// Reads one sheet that is no form, out of a workbook or a CSV file.
    ///
    /// @param name  of the file, for what is said about it
    /// @param sheet its name in a workbook, in small letters; other sheets are notes and are not read
    public static FormRead readSheet(byte[] content, String name, String sheet) {
        try {
            bounded(content);
            return switch (Content.of(content)) {
                case Content.Zip _ -> archive(content, List.of(sheet));
                case Content.Other other when other.kind() == FileFaultKind.PLAIN_TEXT -> csv(content, name);
                case Content.Other other -> throw new FaultException(other.kind(), other.detail());
                case Content.XForm _ -> throw new FaultException(FileFaultKind.UNKNOWN);
            };
        } catch (FaultException fault) {
            return new FormRead.Refused(fault.fault(name));
        }
    }

    private static FormRead csv(byte[] content, String name) {
        String base = name.toLowerCase(Locale.ROOT).endsWith(CSV) ? name.substring(0, name.length() - CSV.length())
                : name;
        try {
            return new FormRead.Sheets(new XlsFormSheets(
                    CsvSheet.read(_ -> Optional.of(content), base).stream().toList()));
        } catch (ProblemException broken) {
            return broken(name, broken);
        }
    }

    private static void bounded(byte[] content) throws FaultException {
        if (content.length > MOST_FILE_BYTES) {
            throw new FaultException(FileFaultKind.TOO_LARGE, String.valueOf(Bounds.MOST_FILE_MEGABYTES));
        }
    }

    private static FormRead readContent(byte[] content) throws FaultException {
        bounded(content);
        return switch (Content.of(content)) {
            case Content.Zip _ -> archive(content, XlsFormSheets.NAMES);
            case Content.XForm _ -> new FormRead.XForm(Bytes.of(content));
            case Content.Other other -> throw new FaultException(other.kind(), other.detail());
        };
    }

    private static FormRead archive(byte[] content, List<String> sheets) throws FaultException {
        Archive archive = Archive.of(content);
        Optional<String> workbook = Workbook.part(archive);
        if (workbook.isEmpty()) {
            throw new FaultException(Content.kindOf(archive));
        }
        if (workbook.get().endsWith(".bin")) {
            throw new FaultException(FileFaultKind.BINARY_WORKBOOK);
        }
        return new FormRead.Sheets(WorkbookReader.read(archive, workbook.get(), new Budget(), sheets));
    }

    private static FormRead folder(Path path, String name) {
        try {
            XlsFormSheets sheets = XlsFormSheets.fromCsv(SheetFolder.onDisk(path));
            return sheets.sheets().isEmpty() ? refused(FileFaultKind.NO_SHEETS, name) : new FormRead.Sheets(sheets);
        } catch (ProblemException broken) {
            return broken(name, broken);
        }
    }

    private static FormRead broken(String name, ProblemException broken) {
        Map<String, String> told = broken.problem().details();
        return new FormRead.Refused(new FileFault(FileFaultKind.BROKEN_SHEET, name,
                List.of(told.getOrDefault("place", ""), told.getOrDefault("reason", ""))));
    }

    private static FormRead refused(FileFaultKind kind, String name) {
        return new FormRead.Refused(new FileFault(kind, name, List.of()));
    }
}
