package vn.hoidan.form.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.pack.FormRemark;
import vn.hoidan.core.pack.QuotaReading;
import vn.hoidan.core.quota.declaration.DeclarationFault;
import vn.hoidan.core.quota.declaration.DeclarationReader;
import vn.hoidan.core.quota.declaration.QuotaDeclaration;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.spreadsheet.Book;
import vn.hoidan.message.Messages;

class QuotaFilesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 1);
    private static final AreaKey DISTRICT = new AreaKey("271", DAY);
    private static final AreaKey COMMUNE = new AreaKey("09619", DAY);
    private static final Areas AREAS = new Areas(List.of(
            new Area(DISTRICT, AreaLevel.DISTRICT, "Huyện", "Ba Vì", Optional.empty(), Optional.empty()),
            new Area(COMMUNE, AreaLevel.COMMUNE, "Xã", "Tản Lĩnh", Optional.of(DISTRICT), Optional.empty())));
    private static final Bytes FORM = Bytes.of("""
            <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
            <h:head><h:title>Thử</h:title><model>
            <instance><data id="thu" version="1"><gender/><age/><note/></data></instance>
            <bind nodeset="/data/gender" type="string"/><bind nodeset="/data/age" type="int"/>
            <bind nodeset="/data/note" type="string"/></model></h:head><h:body>
            <select1 ref="/data/gender"><label>Giới tính</label>
            <item><label>Nam</label><value>1</value></item><item><label>Nữ</label><value>2</value></item></select1>
            <input ref="/data/age"><label>Tuổi</label></input>
            <input ref="/data/note"><label>Ghi chú</label></input>
            </h:body></h:html>""".getBytes(StandardCharsets.UTF_8));
    private static final String HEADER = "kind,level,area,answers,target,floor\n";

    private final QuotaFiles files = new QuotaFiles(AREAS, FORM);

    @Test
    void readsTheSameFromACsvFileAndFromAWorkbook(@TempDir Path folder) throws IOException {
        String rows = """
                design,list-with-replacement,,,,
                hard,district,271,,450,
                hard,commune,09619,,75,

                soft,district,271,gender=2; age=18..29,100,30
                """;
        Path csv = Files.writeString(folder.resolve("Hạn ngạch.CSV"), "\uFEFF" + HEADER + rows.replace("\n", "\r\n"));
        Path book = Files.write(folder.resolve("quotas.xlsx"), new Book().sheet("Ghi chú", "của cơ quan")
                .sheet("Quotas", (HEADER + rows).replace(",", "|").lines().toArray(String[]::new)).bytes());
        QuotaDeclaration read = usable(files.read(csv));
        assertEquals(read, usable(files.read(book)));
        assertEquals(List.of("district:271@2024-11-01", "commune:09619@2024-11-01"),
                read.constraints().stream().map(each -> each.cell().text()).toList());
        assertEquals(List.of(3, 4), read.hard().stream().map(QuotaDeclaration.Hard::row).toList());
        assertEquals(6, read.soft().getFirst().row());
    }

    @Test
    void tellsSheetRowAndColumnInBothLanguages() {
        FormRemark remark = refused("design,list-with-replacement,,,,\nhard,district,999,,450,\n").getFirst();
        assertEquals("hn, hàng 3, cột area", remark.place().in("vi"));
        assertEquals("hn, row 3, column area", remark.place().in("en"));
        assertTrue(remark.what().in("vi").contains("“999”"), remark.what().in("vi"));
        assertTrue(remark.what().in("en").contains("\"999\""), remark.what().in("en"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hard,district,271,note=1,9,                          | 3 | answers
            hard,district,271,age=x..9,9,                        | 3 | answers
            hard,district,271,gender=3,9,                        | 3 | answers
            hard,district,271,,=1+1,                             | 3 | target
            hard,district,271,,-4,                               | 3 | target
            hard,district,271,,99999999,                         | 3 | target
            soft,district,271,,9,#REF!                           | 3 | floor
            soft,district,271,,9,10                              | 3 | floor
            hard,village,271,,9,                                 | 3 | area
            hard,ward,271,,9,                                    | 3 | level
            quota,district,271,,9,                               | 3 | kind
            design,free-quota,,,,                                | 3 | kind
            """)
    void namesTheCellThatIsWrong(String row, int number, String column) {
        assertTrue(refused("design,free-quota,,,,\n" + row + "\n").stream().anyMatch(remark ->
                remark.isError() && remark.row() == number && remark.column().equals(column)));
    }

    @Test
    void refusesColumnsThatAreMissingOrThereTwice() {
        assertEquals("hn, hàng 1", refusedFile("kind;level;area;target\n").getFirst().place().in("vi"));
        assertEquals("hn, hàng 1, cột target", refusedFile("kind,level,area,Target,target\n").getFirst().place()
                .in("vi"));
    }

    @Test
    void refusesBytesThatAreNoTable() {
        byte[] latin = "kind,level,area,target\nhard,district,Hu\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1);
        assertInstanceOf(QuotaReading.Refused.class, files.read(latin, "hn.csv"));
        assertInstanceOf(QuotaReading.Refused.class, files.read(new byte[0], "hn.csv"));
        assertInstanceOf(QuotaReading.Refused.class, files.read(FORM.toArray(), "hn.xml"));
        assertInstanceOf(QuotaReading.Refused.class, files.read(Path.of("khong-co.csv")));
        byte[] book = new Book().sheet("quotas", "kind|level|area|target").bytes();
        for (int length = 1; length < book.length; length += 97) {
            assertInstanceOf(QuotaReading.Refused.class, files.read(Arrays.copyOf(book, length), "hn.xlsx"));
        }
        assertTrue(refusedBook(new Book().sheet("Sheet1", "kind|level|area|target")).getFirst().what().in("vi")
                .contains("“quotas”"));
        assertEquals(1, refusedFile(HEADER + "\"hard").size());
    }

    @Test
    void refusesMoreRowsThanItReads() {
        List<FormRemark> remarks = refused("hard,district,271,,9,\n".repeat(DeclarationReader.MOST_ROWS + 1));
        assertEquals(1, remarks.size());
        assertTrue(remarks.getFirst().what().in("vi").contains(String.valueOf(DeclarationReader.MOST_ROWS)));
    }

    @Test
    void refusesAFormulaThatHasNoValueAndWarnsOfOneThatHas() {
        assertTrue(refusedBook(book("<f>A1+1</f>")).stream().anyMatch(remark -> remark.row() == 3));
        QuotaReading.Usable usable = assertInstanceOf(QuotaReading.Usable.class,
                files.read(book("<f>449+1</f><v>450</v>").bytes(), "hn.xlsx"));
        assertEquals(450, usable.declaration().constraints().getFirst().target());
        assertFalse(usable.remarks().stream().anyMatch(FormRemark::isError));
    }

    @ParameterizedTest
    @EnumSource(DeclarationFault.Reason.class)
    void hasASentenceForEveryFault(DeclarationFault.Reason reason) {
        for (String language : Messages.LANGUAGES) {
            assertTrue(Messages.of("vn/hoidan/form/author/messages", language).has("quotas." + reason.code()));
        }
    }

    private static Book book(String target) {
        return new Book().sheet("quotas", "kind|level|area|target").part("xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + row(1, text("A1", "kind") + text("B1", "level") + text("C1", "area") + text("D1", "target"))
                + row(2, text("A2", "design") + text("B2", "list-with-replacement"))
                + row(3, text("A3", "hard") + text("B3", "district") + "<c r=\"C3\"><v>271</v></c><c r=\"D3\">" + target
                + "</c>") + "</sheetData></worksheet>");
    }

    private static String row(int number, String cells) {
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    private static String text(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static QuotaDeclaration usable(QuotaReading reading) {
        return assertInstanceOf(QuotaReading.Usable.class, reading, reading::toString).declaration();
    }

    private List<FormRemark> refused(String rows) {
        return refusedFile(HEADER + rows);
    }

    private List<FormRemark> refusedFile(String text) {
        return assertInstanceOf(QuotaReading.Refused.class,
                files.read(text.getBytes(StandardCharsets.UTF_8), "hn.csv")).remarks();
    }

    private List<FormRemark> refusedBook(Book book) {
        return assertInstanceOf(QuotaReading.Refused.class, files.read(book.bytes(), "hn.xlsx")).remarks();
    }
}
