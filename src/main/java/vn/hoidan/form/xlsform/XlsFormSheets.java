package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sheets of one form, however they were read.
///
/// @param findings what was noticed while reading; the compiler adds them to its own
public record XlsFormSheets(List<Sheet> sheets, List<CellError> findings) {
    /// Sheets that a form may have; others are notes of the author.
    public static final List<String> NAMES =
            List.of("survey", "choices", "settings", "external_choices", "entities", "osm");

    public XlsFormSheets {
        sheets = List.copyOf(sheets);
        findings = List.copyOf(findings);
    }

    /// Sheets of which there is nothing to say.
    public XlsFormSheets(List<Sheet> sheets) {
        this(sheets, List.of());
    }

    /// Reads `survey.csv`, `choices.csv`, `settings.csv` … from a folder.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException PACK_INVALID naming file and row if one cannot be read
    public static XlsFormSheets fromCsv(SheetFolder folder) {
        List<Sheet> sheets = new ArrayList<>();
        for (String name : NAMES) {
            CsvSheet.read(folder, name).ifPresent(sheets::add);
        }
        CellErrors findings = new CellErrors();
        sheets.forEach(sheet -> SheetFindings.ofCsv(sheet, findings));
        return new XlsFormSheets(sheets, findings.all());
    }

    Sheet orNone(String name) {
        return find(name).orElse(Sheet.none(name));
    }

    Optional<Sheet> find(String name) {
        return sheets.stream().filter(sheet -> sheet.name().strip().equalsIgnoreCase(name)).findFirst();
    }
}
