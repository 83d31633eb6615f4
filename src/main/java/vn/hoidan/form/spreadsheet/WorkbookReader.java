package vn.hoidan.form.spreadsheet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.form.xlsform.CellErrorKind;
import vn.hoidan.form.xlsform.CellErrors;
import vn.hoidan.form.xlsform.Sheet;
import vn.hoidan.form.xlsform.SheetFindings;
import vn.hoidan.form.xlsform.Similar;
import vn.hoidan.form.xlsform.XlsFormSheets;

/// Reads the sheets of a form from a workbook (`.xlsx`, or `.xlsm`, whose macros are not looked at). Sheets with other
/// names are notes of the author and are not even unpacked.
final class WorkbookReader {
    private final Archive archive;
    private final CellErrors errors = new CellErrors();
    private final Budget budget;
    private final List<String> wanted;

    private WorkbookReader(Archive archive, Budget budget, List<String> wanted) {
        this.archive = archive;
        this.budget = budget;
        this.wanted = wanted;
    }

    /// @param part of the archive that is the workbook
    static XlsFormSheets read(Archive archive, String part, Budget budget) throws FaultException {
        return read(archive, part, budget, XlsFormSheets.NAMES);
    }

    /// @param wanted names of the sheets to read, in small letters
    static XlsFormSheets read(Archive archive, String part, Budget budget, List<String> wanted)
            throws FaultException {
        return new WorkbookReader(archive, budget, wanted).read(Workbook.read(archive, part));
    }

    private XlsFormSheets read(Workbook workbook) throws FaultException {
        CellTexts texts = workbook.sharedStrings().isEmpty() ? CellTexts.none()
                : CellTexts.read(open(workbook.sharedStrings().get()), workbook.sharedStrings().get(), budget);
        CellFormats formats = workbook.styles().isEmpty() ? CellFormats.none()
                : CellFormats.read(open(workbook.styles().get()), workbook.styles().get());
        CellReader cells = new CellReader(texts, formats, workbook.from1904(), budget);
        List<Sheet> sheets = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Workbook.Tab tab : workbook.tabs()) {
            String name = tab.name().replace('\u00A0', ' ').strip().toLowerCase(Locale.ROOT);
            if (!wanted.contains(name)) {
                continue;
            }
            if (!seen.add(name)) {
                errors.add(CellErrorKind.SHEET_TWICE, name, 0, "", name);
                continue;
            }
            try (XmlCursor cursor = new XmlCursor(open(tab.part()), tab.part())) {
                SheetPart.read(cursor, cells, errors, name).ifPresent(sheets::add);
            }
            if (tab.hidden()) {
                errors.add(CellErrorKind.SHEET_HIDDEN, name, 0, "", tab.name());
            }
        }
        sheets.forEach(sheet -> SheetFindings.columnsWithoutHeader(sheet, errors));
        workbook.tabs().forEach(tab -> nameNearMiss(tab.name(), seen));
        return new XlsFormSheets(sheets, errors.all());
    }

    private void nameNearMiss(String name, Set<String> seen) {
        String word = name.strip().toLowerCase(Locale.ROOT);
        if (wanted.contains(word)) {
            return;
        }
        String meant = Similar.to(word, wanted);
        if (!meant.isEmpty() && !seen.contains(meant)) {
            errors.add(CellErrorKind.SHEET_NAME_SIMILAR, name, 0, "", name, meant);
        }
    }

    private InputStream open(String part) throws FaultException {
        Optional<InputStream> source = archive.open(part);
        return source.orElseThrow(() -> new FaultException(FileFaultKind.DAMAGED, part));
    }
}
