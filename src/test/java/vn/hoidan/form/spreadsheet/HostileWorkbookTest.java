package vn.hoidan.form.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoidan.support.BesideOthers;

/// Files made to do harm: each is refused in words, within the bounds on memory and without writing anything.
@BesideOthers
class HostileWorkbookTest {
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int UNPACKED_SIZE_FIELD = 24;

    private static String fault(byte[] content) {
        return assertInstanceOf(FormRead.Refused.class, FormFile.read(content, "phieu.xlsx")).fault().kind().code();
    }

    private static String fault(Book book) {
        return fault(book.bytes());
    }

    /// A workbook whose survey sheet is as given.
    private static Book survey(String xml) {
        return new Book().sheet("survey", "type").part("xl/worksheets/sheet1.xml", xml);
    }

    private static byte[] zipOfNought(String name, long size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1024 * 1024];
            for (long written = 0; written < size; written += block.length) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private static int find(byte[] zip, int signature, int number) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int left = number;
        for (int position = 0; position + 4 <= zip.length; position++) {
            if (bytes.getInt(position) == signature && left-- == 0) {
                return position;
            }
        }
        throw new AssertionError("no such entry");
    }

    @Test
    void refusesABombBeforeUnpackingIt() throws IOException {
        assertEquals("unpacked-too-large", fault(zipOfNought("xl/workbook.xml", 20L * 1024 * 1024)));
    }

    @Test
    void refusesPartsThatAreTooLargeTogether() {
        byte[] zip = new Book().sheet("survey", "type").part("xl/media/a.png", "a".repeat(100)).bytes();
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(find(zip, CENTRAL_SIGNATURE, 5) + UNPACKED_SIZE_FIELD, 300 * 1024 * 1024);
        assertEquals("unpacked-too-large", fault(zip));
    }

    @Test
    void refusesABombThatLiesAboutItsSize() throws IOException {
        byte[] bomb = zipOfNought("xl/workbook.xml", 20L * 1024 * 1024);
        ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(find(bomb, CENTRAL_SIGNATURE, 0) + UNPACKED_SIZE_FIELD, 1000);
        assertEquals("damaged", fault(bomb));
    }

    @Test
    void refusesPartsThatShareTheirBytes() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/workbook.xml", "a".repeat(100));
        parts.put("xl/workbook.xm2", "a".repeat(100));
        byte[] zip = Book.zip(parts);
        int first = find(zip, CENTRAL_SIGNATURE, 0);
        int second = find(zip, CENTRAL_SIGNATURE, 1);
        // The second entry now leads to the bytes of the first, under its name.
        System.arraycopy(zip, first + 42, zip, second + 42, 4);
        assertEquals("unsafe", fault(zip));
    }

    @Test
    void refusesTwoPartsOfOneName() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/workbook.xml", "a");
        parts.put("XL/Workbook.xml", "b");
        assertEquals("unsafe", fault(Book.zip(parts)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "C:\\windows\\x", "xl\\..\\..\\x", "xl/\u0001"})
    void refusesNamesThatLeadOut(String name) {
        assertEquals("unsafe", fault(new Book().sheet("survey", "type").part(name, "x")));
    }

    @Test
    void refusesMorePartsThanAWorkbookHas() {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int part = 0; part < 5_001; part++) {
            parts.put("xl/" + part, "");
        }
        assertEquals("too-many-parts", fault(Book.zip(parts)));
    }

    @Test
    void opensNoArchiveInsideAnArchive() {
        byte[] inner = Book.zip(Map.of("xl/workbook.xml", "x"));
        assertEquals("other-archive", fault(Book.zip(Map.of("quine.zip",
                new String(inner, StandardCharsets.ISO_8859_1)))));
    }

    @Test
    void refusesAPartWhoseBytesWereChanged() {
        byte[] whole = new Book().sheet("survey", "type | name", "note | a").bytes();
        int entry = find(whole, CENTRAL_SIGNATURE, 4);
        CRC32 other = new CRC32();
        other.update(1);
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 16, (int) other.getValue());
        assertEquals("damaged", fault(whole));
    }

    @Test
    void resolvesNoEntities() {
        String bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>";
        assertEquals("document-type", fault(survey(bomb + "<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row>"
                + "</sheetData></worksheet>")));
        assertEquals("document-type", fault(survey("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>")));
        assertEquals("damaged", fault(survey("<worksheet><v>&unknown;</v></worksheet>")));
    }

    @Test
    void refusesDeepXml() {
        assertEquals("damaged", fault(survey("<a>".repeat(50_000))));
    }

    @Test
    void holdsNoTagCommentOrTextWithoutBound() {
        String endless = "x".repeat(2 * 1024 * 1024);
        assertEquals("damaged", fault(survey("<worksheet a=\"" + endless + "\"/>")));
        assertEquals("damaged", fault(survey("<worksheet><!-- > <" + endless + "--></worksheet>")));
        assertEquals("damaged", fault(survey("<worksheet><![CDATA[ > <" + endless + "]]></worksheet>")));
        assertEquals("damaged", fault(survey("<worksheet><?x " + endless + "?></worksheet>")));
        assertEquals("damaged", fault(survey("<worksheet>" + endless + "</worksheet>")));
    }

    @Test
    void refusesBrokenXmlAndReferencesToNothing() {
        assertEquals("damaged", fault(survey("<worksheet><sheetData>")));
        assertEquals("damaged", fault(survey("")));
        assertEquals("damaged", fault(survey("<worksheet><sheetData><row><c t=\"s\"><v>5</v></c></row></sheetData>"
                + "</worksheet>")));
        assertEquals("damaged", fault(survey("<worksheet><sheetData><row r=\"2\"/><row r=\"2\"/></sheetData>"
                + "</worksheet>")));
        assertEquals("damaged", fault(survey("<worksheet><sheetData><row r=\"99999999\"/></sheetData></worksheet>")));
        assertEquals("damaged", fault(new Book().sheet("survey", "type").part("xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"../../../gone.xml\"/>"
                        + "</Relationships>")));
    }

    @ParameterizedTest
    @CsvSource({"3, 100, too-many-cells", "4, 30, too-much-text"})
    void boundsCellsAndTexts(int cells, long characters, String expected) {
        byte[] book = new Book().shared(Book.item("x".repeat(20)))
                .sheet("survey", "type | name", "note | a long enough text").bytes();
        FaultException fault = assertThrows(FaultException.class, () -> WorkbookReader.read(Archive.of(book),
                "xl/workbook.xml", new Budget(cells, characters)));
        assertEquals(expected, fault.fault("").kind().code());
    }

    @Test
    void endsReadingASheetOfEmptyCellsWithoutEnd() throws IOException {
        byte[] sheet = ("<worksheet><sheetData><row>" + "<c/>".repeat(10_000_001)).getBytes(StandardCharsets.UTF_8);
        try (XmlCursor cursor = new XmlCursor(new ByteArrayInputStream(sheet), "sheet")) {
            FaultException fault = assertThrows(FaultException.class, () -> readAll(cursor));
            assertEquals("too-many-cells", fault.fault("").kind().code());
        }
    }

    private static void readAll(XmlCursor cursor) throws FaultException {
        boolean more = true;
        while (more) {
            more = cursor.next();
        }
    }

    @Test
    void namesTheWorkbooksPartThatIsDamaged() {
        FileFault fault = assertInstanceOf(FormRead.Refused.class, FormFile.read(survey("<x").bytes(), "phieu.xlsx"))
                .fault();
        assertTrue(fault.text("vi").contains("xl/worksheets/sheet1.xml"), fault.text("vi"));
    }
}
