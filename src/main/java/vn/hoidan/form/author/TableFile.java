package vn.hoidan.form.author;

import java.nio.file.Path;
import java.util.List;
import vn.hoidan.core.pack.FormRemark;
import vn.hoidan.form.spreadsheet.FormFile;
import vn.hoidan.form.spreadsheet.FormRead;
import vn.hoidan.form.xlsform.Sheet;

/// Reads one table that is no form from a CSV file or from a sheet of a workbook.
public final class TableFile {
    private TableFile() {
    }

    /// What came of it.
    public sealed interface Read {
        record Table(Sheet sheet) implements Read {
        }

        /// A workbook without the sheet.
        record Missing() implements Read {
        }

        record Refused(List<FormRemark> remarks) implements Read {
            public Refused {
                remarks = List.copyOf(remarks);
            }
        }
    }

    /// @param sheet its name in a workbook
    public static Read read(Path file, String sheet) {
        return switch (FormFile.readSheet(file, sheet)) {
            case FormRead.Refused refused -> new Read.Refused(List.of(Remarks.of(refused.fault())));
            case FormRead.XForm _ -> throw new IllegalStateException("a form where a sheet was read");
            case FormRead.Sheets sheets -> {
                List<FormRemark> remarks = Remarks.of(sheets.sheets().findings());
                yield remarks.stream().anyMatch(FormRemark::isError) ? new Read.Refused(remarks)
                        : sheets.sheets().sheets().isEmpty() ? new Read.Missing()
                        : new Read.Table(sheets.sheets().sheets().getFirst());
            }
        };
    }
}
