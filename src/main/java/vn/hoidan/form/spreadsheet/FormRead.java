package vn.hoidan.form.spreadsheet;

import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.xlsform.XlsFormSheets;

/// What a file turned out to be.
public sealed interface FormRead {
    /// A form in sheets, to be compiled. What was found while reading is in {@link XlsFormSheets#findings()} and comes
    /// out again among the compiler's errors and warnings.
    record Sheets(XlsFormSheets sheets) implements FormRead {
    }

    /// A ready XForm, or what begins like one.
    record XForm(Bytes xform) implements FormRead {
    }

    /// No form that can be read.
    record Refused(FileFault fault) implements FormRead {
    }
}
