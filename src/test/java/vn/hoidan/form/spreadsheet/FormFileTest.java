package vn.hoidan.form.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoidan.form.xlsform.XlsFormSheets;

class FormFileTest {
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1,
        0x1A, (byte) 0xE1};

    private static String fault(byte[] content) {
        return switch (FormFile.read(content, "phieu.xlsx")) {
            case FormRead.Sheets _ -> "sheets";
            case FormRead.XForm _ -> "xform";
            case FormRead.Refused refused -> refused.fault().kind().code();
        };
    }

    private static String fault(String content) {
        return fault(content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] oldOffice(String name) {
        byte[] stream = name.getBytes(StandardCharsets.UTF_16LE);
        byte[] all = new byte[2048 + stream.length];
        System.arraycopy(OLD_OFFICE, 0, all, 0, OLD_OFFICE.length);
        System.arraycopy(stream, 0, all, 1024, stream.length);
        return all;
    }

    @Test
    void tellsByItsContentWhatAFileIs() {
        assertEquals("empty", fault(new byte[0]));
        assertEquals("empty", fault("\uFEFF \n"));
        assertEquals("old-workbook", fault(oldOffice("Workbook")));
        assertEquals("encrypted", fault(oldOffice("EncryptedPackage")));
        assertEquals("old-document", fault(oldOffice("WordDocument")));
        assertEquals("open-document", fault(Book.zip(Map.of("mimetype",
                "application/vnd.oasis.opendocument.spreadsheet"))));
        assertEquals("binary-workbook", fault(Book.zip(Map.of("xl/workbook.bin", "x"))));
        assertEquals("other-archive", fault(Book.zip(Map.of("word/document.xml", "<document/>"))));
        assertEquals("xml-workbook", fault("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
                + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"));
        assertEquals("xml-workbook", fault("<office:document xmlns:office="
                + "\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"));
        assertEquals("web-page", fault("<!DOCTYPE html><html><table><tr><td>type</table>"));
        assertEquals("other-xml", fault("<note>x</note>"));
        assertEquals("damaged", fault("<note"));
        assertEquals("plain-text", fault("type,name,label\ntext,a,A\n"));
        assertEquals("unknown", fault(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}));
    }

    @Test
    void passesOnWhatBeginsAsAnXForm() {
        assertEquals("xform", fault("\uFEFF<?xml version=\"1.0\"?>\n<!-- x --><h:html xmlns:h=\"http://www.w3.org/1999/"
                + "xhtml\" xmlns=\"http://www.w3.org/2002/xforms\"><h:head/></h:html>"));
        assertEquals("xform", fault("<!DOCTYPE x [<!ENTITY a 'b'>]><h:html xmlns=\"http://www.w3.org/2002/xforms\"/>"));
        assertEquals("xform", fault("<h:html xmlns=\"http://www.w3.org/2002/xforms\""));
    }

    @Test
    void readsAWorkbookWithMacrosWithoutThem() {
        assertEquals("sheets", fault(new Book().sheet("survey", "type | name", "note | a")
                .part("xl/vbaProject.bin", "\u0001 no macro at all").bytes()));
    }

    @Test
    void readsAFolderOfSheetsAndSaysWhatOneLacks(@TempDir Path folder) throws IOException {
        assertInstanceOf(FormRead.Refused.class, FormFile.read(folder));
        Files.writeString(folder.resolve("survey.csv"), "type,name,,label\ntext,a,thừa,#REF!\n");
        XlsFormSheets sheets = assertInstanceOf(FormRead.Sheets.class, FormFile.read(folder)).sheets();
        assertEquals(List.of("header-blank C2", "error-value D2"), sheets.findings().stream()
                .map(found -> found.kind().code() + " " + found.details().getFirst()).sorted(Comparator.reverseOrder())
                .toList());
        Files.write(folder.resolve("choices.csv"), new byte[] {(byte) 0xC3, 0x28});
        FileFault fault = assertInstanceOf(FormRead.Refused.class, FormFile.read(folder)).fault();
        assertEquals(FileFaultKind.BROKEN_SHEET, fault.kind());
        assertTrue(fault.text("en").contains("choices.csv"), fault.text("en"));
    }

    @Test
    void findsHeadersOfACsvSheetThatAreNotInTheFirstRow(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("survey.csv"), ",,\n\ntype,name,label\ntext,a,A\n");
        XlsFormSheets sheets = assertInstanceOf(FormRead.Sheets.class, FormFile.read(folder)).sheets();
        assertEquals(List.of("header-not-first 3"), sheets.findings().stream()
                .map(found -> found.kind().code() + " " + found.row()).toList());
    }

    @Test
    void refusesWhatIsNotThereOrTooLarge(@TempDir Path folder) throws IOException {
        assertEquals(FileFaultKind.MISSING, assertInstanceOf(FormRead.Refused.class,
                FormFile.read(folder.resolve("không có.xlsx"))).fault().kind());
        Path large = folder.resolve("large.xlsx");
        Files.write(large, new byte[33 * 1024 * 1024]);
        assertEquals(FileFaultKind.TOO_LARGE, assertInstanceOf(FormRead.Refused.class, FormFile.read(large)).fault()
                .kind());
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEachFaultInBothLanguages(FileFaultKind kind) {
        FileFault fault = new FileFault(kind, "phieu.xlsx", List.of("A", "B"));
        for (String language : List.of("vi", "en")) {
            assertFalse(fault.text(language).matches(".*\\{\\d}.*"), fault.text(language));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 30, 200, 900})
    void refusesAWorkbookThatIsCut(int kept) {
        byte[] whole = new Book().sheet("survey", "type | name", "note | a").bytes();
        byte[] cut = Arrays.copyOf(whole, kept);
        assertEquals("cut", fault(cut));
        byte[] end = Arrays.copyOf(whole, whole.length - 30);
        assertEquals("cut", fault(end));
    }
}
