package vn.hoidan.form.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoidan.form.xlsform.CellError;
import vn.hoidan.form.xlsform.Compilation;
import vn.hoidan.form.xlsform.Sheet;
import vn.hoidan.form.xlsform.XlsFormCompiler;
import vn.hoidan.form.xlsform.XlsFormSheets;

class WorkbookReaderTest {
    private static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>type</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>name</t></is></c></row>";

    private static XlsFormSheets sheets(Book book) {
        FormRead read = FormFile.read(book.bytes(), "phieu.xlsx");
        if (read instanceof FormRead.Refused refused) {
            throw new AssertionError(refused.fault().text("en"));
        }
        return assertInstanceOf(FormRead.Sheets.class, read).sheets();
    }

    /// The survey sheet of a book whose second row is given.
    private static XlsFormSheets survey(String rows) {
        return sheets(new Book().raw("survey", "", "<sheetData>" + HEADER + rows + "</sheetData>"));
    }

    private static String cell(Book book) {
        return sheets(book).sheets().getFirst().rows().getFirst().cell(0);
    }

    private static List<String> findings(XlsFormSheets sheets) {
        return sheets.findings().stream().map(found -> found.kind().code() + " " + found.sheet() + ":" + found.row()
                + ":" + found.column() + " " + String.join(",", found.details())).toList();
    }

    @Test
    void compilesAWorkbookAsItCompilesItsSheets() {
        XlsFormSheets sheets = sheets(new Book()
                .sheet("Ghi chú", "không | đọc")
                .sheet(" Survey ", "type | name | label", "select_one yn | q1 | Có điện?", "", "text | q2 | Tên")
                .sheet("CHOICES", "list_name | name | label", "yn | 1 | Có", "yn | 0 | Không"));

        assertEquals(List.of("survey", "choices"), sheets.sheets().stream().map(Sheet::name).toList());
        assertEquals(List.of(2, 4), sheets.sheets().getFirst().rows().stream().map(Sheet.Row::number).toList());
        assertEquals(List.of(), sheets.findings());
        Compilation.Compiled compiled = assertInstanceOf(Compilation.Compiled.class, XlsFormCompiler.compile(sheets));
        assertEquals(2, compiled.questions().size());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1.0,1", "0.5,0.5", "1E2,100", "0.30000000000000004,0.30000000000000004", "-0,0",
        "1e-7,0.0000001", "43210.25,43210.25"})
    void writesANumberAsShortAsItCanBe(String kept, String text) {
        assertEquals(text, cell(new Book().raw("survey", "", "<sheetData>" + HEADER + "<row r=\"2\"><c r=\"A2\"><v>"
                + kept + "</v></c></row></sheetData>")));
    }

    @ParameterizedTest
    @CsvSource({"1,45598,2024-11-02", "1,45598.396527777775,2024-11-02T09:31:00", "2,0.5,12:00:00", "3,45598,45598",
        "1,59,1900-02-28", "1,61,1900-03-01", "1,-3,-3", "1,3000000,3000000"})
    void writesANumberThatIsShownAsADateInIsoForm(int style, String kept, String text) {
        Book book = new Book().styles("dd/mm/yyyy;@", "h:mm", "0\" ngày \"[Red]\\d")
                .raw("survey", "", "<sheetData>" + HEADER + "<row r=\"2\"><c r=\"A2\" s=\"" + style + "\"><v>" + kept
                        + "</v></c></row></sheetData>");
        assertEquals(text, cell(book));
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookSaysSo() {
        assertEquals("2024-11-02", cell(new Book().from1904().styles("yyyy-mm-dd").raw("survey", "", "<sheetData>"
                + HEADER + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44136</v></c></row></sheetData>")));
    }

    @ParameterizedTest
    @CsvSource({"b,1,TRUE", "b,0,FALSE", "d,2024-11-02T00:00:00Z,2024-11-02",
        "d,2024-11-02T09:30:00,2024-11-02T09:30:00", "str,' a  b ','a  b'",
        "str,a\u00a0b,a b", "str,x_x000D__x0041_,xA"})
    void readsEachTypeOfCell(String type, String kept, String text) {
        String expected = text.equals("xA") ? "x\nA" : text;
        assertEquals(expected, cell(new Book().raw("survey", "", "<sheetData>" + HEADER
                + "<row r=\"2\"><c r=\"A2\" t=\"" + type + "\"><v>" + kept + "</v></c></row></sheetData>")));
    }

    @Test
    void joinsTheRunsOfASharedTextWithoutItsReadingAids() {
        Book book = new Book().shared(Book.item("thừa"), "<si><r><t>Họ </t></r><r><rPr><b/></rPr><t>tên</t></r>"
                        + "<rPh sb=\"0\" eb=\"1\"><t>aloud</t></rPh></si>")
                .raw("survey", "", "<sheetData>" + HEADER + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>"
                        + "</sheetData>");
        assertEquals("Họ tên", cell(book));
    }

    @Test
    void readsLongTextsFullOfEscapedSigns() {
        String text = "&".repeat(30_000);
        String[] items = new String[8];
        Arrays.fill(items, Book.item(text));
        assertEquals(text, cell(new Book().shared(items).raw("survey", "", "<sheetData>" + HEADER
                + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c></row></sheetData>")));
    }

    @Test
    void takesTheKeptValueOfAFormulaAndSaysSoOncePerColumn() {
        XlsFormSheets sheets = survey("<row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"te\"&amp;\"xt\"</f><v>text</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\"><f>1+1</f><v>2</v></c></row>");
        assertEquals("text", sheets.sheets().getFirst().rows().getFirst().cell(0));
        assertEquals(List.of("formula-value survey:2:type A2,2"), findings(sheets));
    }

    @Test
    void findsFormulasWithoutAValueAndErrorValues() {
        XlsFormSheets sheets = survey("<row r=\"2\"><c r=\"A2\"><f>A1</f><v/></c><c r=\"B2\" t=\"e\"><f>Z9</f>"
                + "<v>#REF!</v></c></row><row r=\"3\"><c r=\"A3\"><f>A1</f></c></row>"
                + "<row r=\"4\"><c r=\"A4\" t=\"str\"><f>A1</f><v></v></c></row>");
        assertEquals(List.of("formula-not-calculated survey:2:type A2", "error-value survey:2:name B2,#REF!",
                "formula-not-calculated survey:3:type A3", "formula-value survey:4:type A4,1"), findings(sheets));
        Compilation.Refused refused = assertInstanceOf(Compilation.Refused.class, XlsFormCompiler.compile(sheets));
        assertTrue(refused.errors().stream().map(CellError::kind).anyMatch(kind -> kind.code().equals("error-value")));
    }

    @Test
    void warnsOfWhatTheAuthorCannotSee() {
        XlsFormSheets sheets = sheets(new Book().raw("survey", "state=\"veryHidden\"",
                "<cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols><sheetData>" + HEADER
                + "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"str\">"
                + "<v>note</v></c></row><row r=\"3\" hidden=\"true\"><c r=\"A3\" t=\"str\"><v>note</v></c></row>"
                + "<row r=\"7\" hidden=\"1\"><c r=\"A7\" t=\"str\"><v>note</v></c></row><row r=\"8\" hidden=\"1\"/>"
                + "</sheetData><mergeCells><mergeCell ref=\"A2:B3\"/><mergeCell ref=\"X90:Z99\"/></mergeCells>"));
        assertEquals(List.of("sheet-hidden survey:0: survey", "columns-hidden survey:1: B",
                "cells-merged survey:2:type A2:B3",
                "rows-hidden survey:2: 2–3, 7"), findings(sheets));
    }

    @Test
    void namesSheetsThatAreNearlyCalledAsTheyShould() {
        XlsFormSheets sheets = sheets(new Book().sheet("survey", "type | name").sheet("choises", "list_name | name")
                .sheet("Survey ", "type"));
        assertEquals(List.of("sheet-twice survey:0: survey", "sheet-name-similar choises:0: choises,choices"),
                findings(sheets));
    }

    @Test
    void findsHeadersThatAreBlankOrNotInTheFirstRow() {
        assertEquals(List.of("header-blank survey:1:C C3"),
                findings(sheets(new Book().sheet("survey", "type | name | | label", "note | a", "note | b | x"))));
        assertEquals(List.of("header-not-first survey:3: 3"),
                findings(sheets(new Book().sheet("survey", "", "", "type | name", "note | a"))));
    }

    @Test
    void warnsOfNumbersWithMoreDigitsThanASpreadsheetKeeps() {
        XlsFormSheets sheets = survey("<row r=\"2\"><c r=\"A2\"><v>1.2345678901234568E16</v></c></row>");
        assertEquals(List.of("number-inexact survey:2:type A2,12345678901234568"), findings(sheets));
    }

    @Test
    void countsRowsAndCellsWhereTheFileDoesNotNumberThem() {
        XlsFormSheets sheets = sheets(new Book().raw("survey", "", "<dimension ref=\"A1:XFD1048576\"/><sheetData><row>"
                + "<c t=\"str\"><v>type</v></c><c t=\"str\"><v>name</v></c></row><row/><row><c/><c t=\"str\">"
                + "<v>a</v></c></row></sheetData>"));
        assertEquals(List.of(new Sheet.Row(3, List.of("", "a"))), sheets.sheets().getFirst().rows());
    }

    @Test
    void leavesOutStylesWithoutAValueHoweverFarAway() {
        XlsFormSheets sheets = survey("<row r=\"2\"><c r=\"A2\" t=\"str\"><v>note</v></c><c r=\"XFD2\" s=\"4\"/></row>"
                + "<row r=\"1048576\"><c r=\"A1048576\" s=\"4\"/></row>");
        assertEquals(List.of(new Sheet.Row(2, List.of("note"))), sheets.sheets().getFirst().rows());
        assertEquals(List.of(), sheets.findings());
    }

    @Test
    void refusesAValueBeyondTheMostColumns() {
        assertEquals(List.of("too-many-columns survey:2:XFD 500"),
                findings(survey("<row r=\"2\"><c r=\"XFD2\" t=\"str\"><v>x</v></c></row>")));
    }

    @Test
    void stopsReadingASheetThatIsTooLong() {
        StringBuilder rows = new StringBuilder();
        for (int row = 2; row < 100_100; row++) {
            rows.append("<row><c t=\"str\"><v>note</v></c></row>");
        }
        XlsFormSheets sheets = survey(rows.toString());
        assertEquals(100_001, sheets.sheets().getFirst().rows().size());
        Compilation.Refused refused = assertInstanceOf(Compilation.Refused.class, XlsFormCompiler.compile(sheets));
        assertEquals("sheet-too-long", refused.errors().getFirst().kind().code());
    }
}
