package vn.hoidan.form.author;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.pack.FormRemark;
import vn.hoidan.core.pack.QuotaReading;
import vn.hoidan.core.questionnaire.CodebookEntry;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.quota.declaration.DeclarationReader;
import vn.hoidan.core.quota.declaration.ScreeningQuestion;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.codebook.XFormCodebook;
import vn.hoidan.form.spreadsheet.FormFile;
import vn.hoidan.form.spreadsheet.FormRead;
import vn.hoidan.form.xlsform.Sheet;
import vn.hoidan.form.xlsform.XlsFormSheets;

/// Reads a declaration of quotas from a CSV file or from the sheet `quotas` of a workbook. Whatever file is given, the
/// answer is a reading.
public final class QuotaFiles {
    /// The sheet in a workbook, and the file in a pack without its ending.
    public static final String SHEET = "quotas";

    private final Areas areas;
    private final List<ScreeningQuestion> questions;

    /// @param areas         that quotas may be about
    /// @param questionnaire an XForm, or a package of one, whose questions the quotas may look at
    public QuotaFiles(Areas areas, Bytes questionnaire) {
        this.areas = areas;
        questions = questionsOf(questionnaire);
    }

    public QuotaReading read(Path file) {
        return reading(FormFile.readSheet(file, SHEET), Optional.ofNullable(file.getFileName()).orElse(file)
                .toString());
    }

    /// The same for a file that is in memory already.
    ///
    /// @param name of the file, for what is said about it
    public QuotaReading read(byte[] content, String name) {
        return reading(FormFile.readSheet(content, name, SHEET), name);
    }

    private QuotaReading reading(FormRead read, String name) {
        return switch (read) {
            case FormRead.Refused refused -> new QuotaReading.Refused(List.of(Remarks.of(refused.fault())));
            case FormRead.XForm _ -> throw new IllegalStateException("a form where a sheet was read");
            case FormRead.Sheets sheets -> declared(sheets.sheets(), name);
        };
    }

    private QuotaReading declared(XlsFormSheets read, String name) {
        List<FormRemark> remarks = new ArrayList<>(Remarks.of(read.findings()));
        if (read.sheets().isEmpty()) {
            remarks.add(Remarks.quotas("sheet-missing", name, SHEET));
            return new QuotaReading.Refused(remarks);
        }
        Sheet sheet = read.sheets().getFirst();
        List<String> columns = sheet.header().stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
        columns.stream().filter(each -> !each.isEmpty() && Collections.frequency(columns, each) > 1).distinct()
                .forEach(twice -> remarks.add(Remarks.columnTwice(sheet.name(), twice)));
        if (remarks.stream().anyMatch(FormRemark::isError)) {
            return new QuotaReading.Refused(remarks);
        }
        List<DeclarationReader.Row> rows = sheet.rows().stream().map(row -> row(columns, row)).toList();
        return switch (DeclarationReader.read(new HashSet<>(columns), rows, areas, questions)) {
            case DeclarationReader.Reading.Usable usable -> new QuotaReading.Usable(usable.declaration(), remarks);
            case DeclarationReader.Reading.Refused refused -> {
                refused.faults().forEach(fault -> remarks.add(Remarks.of(fault, sheet.name())));
                yield new QuotaReading.Refused(remarks);
            }
        };
    }

    private static DeclarationReader.Row row(List<String> columns, Sheet.Row row) {
        Map<String, String> cells = new HashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            if (!columns.get(column).isEmpty() && !row.cell(column).isBlank()) {
                cells.put(columns.get(column), row.cell(column).strip());
            }
        }
        return new DeclarationReader.Row(row.number(), cells);
    }

    /// A quota may look at a single choice or at a whole number: only these fall in one cell for certain.
    private static List<ScreeningQuestion> questionsOf(Bytes questionnaire) {
        return XFormCodebook.of(questionnaire).stream()
                .filter(each -> each.type() == QuestionType.INTEGER || each.type() == QuestionType.SELECT_ONE)
                .map(each -> new ScreeningQuestion(each.path(), each.type() == QuestionType.INTEGER, codes(each)))
                .toList();
    }

    private static Set<String> codes(CodebookEntry entry) {
        return entry.choices().stream().map(CodebookEntry.Code::code).collect(Collectors.toUnmodifiableSet());
    }
}
