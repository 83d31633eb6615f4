package vn.hoidan.form.spreadsheet;

/// What can be wrong with a file as a whole. Texts stand in the message files under `file.CODE.what` and
/// `file.CODE.mend`; what fills their numbered braces is noted here.
public enum FileFaultKind {
    MISSING("missing"),
    UNREADABLE("unreadable"),
    EMPTY("empty"),
    /// {0}: most megabytes.
    TOO_LARGE("too-large"),
    /// Excel of 1997 to 2003.
    OLD_WORKBOOK("old-workbook"),
    ENCRYPTED("encrypted"),
    /// Another document in the container of old Office files.
    OLD_DOCUMENT("old-document"),
    /// LibreOffice's own format.
    OPEN_DOCUMENT("open-document"),
    /// `.xlsb`.
    BINARY_WORKBOOK("binary-workbook"),
    /// A spreadsheet written as one XML file: Excel 2003 or flat OpenDocument.
    XML_WORKBOOK("xml-workbook"),
    /// A ZIP that is no workbook.
    OTHER_ARCHIVE("other-archive"),
    WEB_PAGE("web-page"),
    /// {0}: its outermost element.
    OTHER_XML("other-xml"),
    /// Text, perhaps a single CSV file.
    PLAIN_TEXT("plain-text"),
    UNKNOWN("unknown"),
    CUT("cut"),
    /// {0}: the part of the file.
    DAMAGED("damaged"),
    /// {0}: the part of the file.
    UNSAFE("unsafe"),
    /// {0}: most parts.
    TOO_MANY_PARTS("too-many-parts"),
    /// {0}: most megabytes.
    UNPACKED_TOO_LARGE("unpacked-too-large"),
    /// {0}: the part of the file.
    DOCUMENT_TYPE("document-type"),
    /// {0}: most cells.
    TOO_MANY_CELLS("too-many-cells"),
    /// {0}: most millions of characters.
    TOO_MUCH_TEXT("too-much-text"),
    NO_SHEETS("no-sheets"),
    /// {0}: file and row; {1}: what is wrong there.
    BROKEN_SHEET("broken-sheet");

    private final String code;

    FileFaultKind(String code) {
        this.code = code;
    }

    /// The word that message files and tests know it by.
    public String code() {
        return code;
    }
}
