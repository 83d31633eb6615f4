package vn.hoidan.form.spreadsheet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The contents page of a workbook.
///
/// @param tabs   its worksheets in order
/// @param from1904 days are counted from 1904, as old Macintosh did
record Workbook(List<Tab> tabs, boolean from1904, Optional<String> styles, Optional<String> sharedStrings) {
    private static final String USUAL_PART = "xl/workbook.xml";
    private static final String VISIBLE = "visible";

    /// @param name as the author sees it
    /// @param part where its cells are
    record Tab(String name, String part, boolean hidden) {
    }

    /// The name of the workbook's main part, if the archive is a workbook.
    static Optional<String> part(Archive archive) throws FaultException {
        Optional<String> named = Relations.of(archive, "").first("officeDocument")
                .filter(part -> part.contains("workbook"));
        return named.or(() -> Optional.of(USUAL_PART)).filter(archive::has);
    }

    static Workbook read(Archive archive, String part) throws FaultException {
        InputStream source = archive.open(part).orElseThrow(
                () -> new FaultException(FileFaultKind.DAMAGED, part));
        Relations relations = Relations.of(archive, part);
        List<Tab> tabs = new ArrayList<>();
        boolean from1904 = false;
        try (XmlCursor cursor = new XmlCursor(source, part)) {
            while (cursor.next()) {
                if (cursor.isStart("workbookPr")) {
                    from1904 = cursor.flag("date1904");
                } else if (cursor.isStart("sheet")) {
                    tab(cursor, relations).ifPresent(tabs::add);
                    if (tabs.size() > Bounds.MOST_SHEETS) {
                        throw new FaultException(FileFaultKind.TOO_MANY_PARTS, String.valueOf(Bounds.MOST_SHEETS));
                    }
                }
            }
        }
        return new Workbook(List.copyOf(tabs), from1904, relations.first("styles").filter(archive::has),
                relations.first("sharedStrings").filter(archive::has));
    }

    /// Sheets of charts and macros have no cells.
    private static Optional<Tab> tab(XmlCursor cursor, Relations relations) {
        String state = cursor.attribute("state");
        String name = cursor.attribute("name");
        return relations.byId(cursor.attribute("id")).filter(relation -> relation.kind().equals("worksheet"))
                .map(relation -> new Tab(name, relation.target(), !state.isEmpty() && !state.equals(VISIBLE)));
    }
}
