package vn.hoidan.form.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Workbooks of which one part is anything at all.
public final class SpoiltBooks {
    private static final List<String> PARTS = List.of("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
            "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels");

    private SpoiltBooks() {
    }

    /// Chooses 0 to 6 take the bytes as a part, others as the whole file.
    public static byte[] file(int choice, byte[] bytes) {
        return choice >= PARTS.size() ? bytes
                : whole().part(PARTS.get(choice), new String(bytes, StandardCharsets.UTF_8)).bytes();
    }

    /// A workbook in order, to be changed.
    public static byte[] seed() {
        return whole().bytes();
    }

    /// What stands in a sheet, to be changed.
    public static byte[] sheetSeed() {
        return ("<worksheet xmlns=\"" + Book.MAIN + "\"><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>name</t></is></c>"
                + "</row><row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"str\"><f>A1</f><v>note</v></c>"
                + "<c r=\"B2\" s=\"1\"><v>45598.5</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c></row>"
                + "</sheetData><mergeCells><mergeCell ref=\"A2:B3\"/></mergeCells></worksheet>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Book whole() {
        return new Book().shared(Book.item("type"), Book.item("note")).styles("dd/mm/yyyy", "0.00")
                .sheet("survey", "type | name | label | relevant", "select_one yn | q1 | Q1",
                        "text | q2 | Q2 | ${q1}=1")
                .sheet("choices", "list_name | name | label", "yn | 1 | Có", "yn | 0 | Không");
    }
}
