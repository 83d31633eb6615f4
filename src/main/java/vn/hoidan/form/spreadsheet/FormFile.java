package vn.hoidan.form.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.xlsform.SheetFolder;
import vn.hoidan.form.xlsform.XlsFormSheets;

/// The one door for forms in files. What a file is, its content says, never its name.
public final class FormFile {
    private static final int MOST_FILE_BYTES = Bounds.MOST_FILE_MEGABYTES * Bounds.BYTES_OF_A_MEGABYTE;

    private FormFile() {
    }

    /// Reads a workbook, a folder of `survey.csv`, `choices.csv`, `settings.csv`, or an XForm. Nothing is computed,
    /// fetched or written.
    public static FormRead read(Path path) {
        String name = Optional.ofNullable(path.getFileName()).orElse(path).toString();
        if (Files.isDirectory(path)) {
            return folder(path, name);
        }
        if (!Files.exists(path)) {
            return refused(FileFaultKind.MISSING, name);
        }
        if (!Files.isRegularFile(path)) {
            return refused(FileFaultKind.UNREADABLE, name);
        }
        try (InputStream source = Files.newInputStream(path)) {
            return read(source.readNBytes(MOST_FILE_BYTES + 1), name);
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

    private static FormRead readContent(byte[] content) throws FaultException {
        if (content.length > MOST_FILE_BYTES) {
            throw new FaultException(FileFaultKind.TOO_LARGE, String.valueOf(Bounds.MOST_FILE_MEGABYTES));
        }
        return switch (Content.of(content)) {
            case Content.Zip _ -> archive(content);
            case Content.XForm _ -> new FormRead.XForm(Bytes.of(content));
            case Content.Other other -> throw new FaultException(other.kind(), other.detail());
        };
    }

    private static FormRead archive(byte[] content) throws FaultException {
        Archive archive = Archive.of(content);
        Optional<String> workbook = Workbook.part(archive);
        if (workbook.isEmpty()) {
            throw new FaultException(Content.kindOf(archive));
        }
        if (workbook.get().endsWith(".bin")) {
            throw new FaultException(FileFaultKind.BINARY_WORKBOOK);
        }
        return new FormRead.Sheets(WorkbookReader.read(archive, workbook.get(), new Budget()));
    }

    private static FormRead folder(Path path, String name) {
        try {
            XlsFormSheets sheets = XlsFormSheets.fromCsv(SheetFolder.onDisk(path));
            return sheets.sheets().isEmpty() ? refused(FileFaultKind.NO_SHEETS, name) : new FormRead.Sheets(sheets);
        } catch (ProblemException broken) {
            Map<String, String> told = broken.problem().details();
            return new FormRead.Refused(new FileFault(FileFaultKind.BROKEN_SHEET, name,
                    List.of(told.getOrDefault("place", ""), told.getOrDefault("reason", ""))));
        }
    }

    private static FormRead refused(FileFaultKind kind, String name) {
        return new FormRead.Refused(new FileFault(kind, name, List.of()));
    }
}
