package vn.hoidan.form.fuzz;

import java.util.Arrays;
import java.util.List;
import vn.hoidan.form.spreadsheet.FormFile;
import vn.hoidan.form.spreadsheet.FormRead;
import vn.hoidan.form.spreadsheet.SpoiltBooks;
import vn.hoidan.form.xlsform.XlsFormCompiler;
import vn.hoidan.support.FuzzLimit;

/// Reads a file as a form and compiles it. The first byte chooses whether the others are the whole file or one part of
/// a workbook that is otherwise in order: mere chance would hardly ever get past the checksums of a ZIP.
public final class WorkbookTarget {
    private WorkbookTarget() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        byte[] file = SpoiltBooks.file(Byte.toUnsignedInt(input[0]), rest);
        FuzzLimit.hold(() -> {
            switch (FormFile.read(file, "phieu.xlsx")) {
                case FormRead.Sheets read -> XlsFormCompiler.compile(read.sheets());
                case FormRead.XForm _ -> {
                }
                case FormRead.Refused refused -> List.of("vi", "en").forEach(refused.fault()::text);
            }
        });
    }
}
