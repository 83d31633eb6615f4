package vn.hoidan.form.spreadsheet;

import java.io.IOException;
import java.util.List;

/// Carries a fault out of the depths of a file to the door, where it becomes a value. It is an IOException so that it
/// passes through the parsers of the JDK.
final class FaultException extends IOException {
    private static final long serialVersionUID = 1L;

    private final FileFaultKind kind;
    private final String detail;

    FaultException(FileFaultKind kind) {
        this(kind, "");
    }

    /// @param detail fills `{0}` of the text
    FaultException(FileFaultKind kind, String detail) {
        super(kind.code() + " " + detail);
        this.kind = kind;
        this.detail = detail;
    }

    FileFault fault(String file) {
        return new FileFault(kind, file, List.of(detail));
    }
}
