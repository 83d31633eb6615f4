package vn.hoidan.form.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.core.pack.FormRemark;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.QuestionnairePackage;
import vn.hoidan.form.spreadsheet.Book;
import vn.hoidan.support.FormFolder;

class AuthorFormsTest {
    private static final String PICTURED = "type,name,label,media::image\ntext,a,Câu hỏi,cổng.jpg\n";
    private static final String LISTED = "select_one_from_file xã_phường.csv,commune,Xã nào?,Which commune?,,";

    @TempDir
    private Path folder;
    private final AuthorForms forms = new AuthorForms();

    private FormReading.Usable usable(Path form) {
        FormReading reading = forms.read(form);
        return assertInstanceOf(FormReading.Usable.class, reading, () -> reading.remarks().toString());
    }

    private List<FormRemark> refused(Path form) {
        return assertInstanceOf(FormReading.Refused.class, forms.read(form)).remarks();
    }

    @Test
    void readsTheSameFormFromAFolderAWorkbookAnXFormAndAPackage() throws IOException {
        FormFolder sheets = FormFolder.small(folder.resolve("Mẫu phiếu"));
        FormReading.Usable written = usable(sheets.path());
        assertEquals(Map.of(QuestionType.SELECT_ONE, 1, QuestionType.TEXT, 1, QuestionType.INTEGER, 1),
                written.asked());
        assertEquals("Mẫu phiếu nhỏ", written.questionnaire().title());
        assertEquals(written.content(), usable(sheets.path().resolve("survey.csv")).content());
        Path workbook = Files.write(folder.resolve("mẫu phiếu.dat"), new Book()
                .sheet("survey", "type | name | label", "integer | age | Bao nhiêu tuổi?").bytes());
        assertEquals(Map.of(QuestionType.INTEGER, 1), usable(workbook).asked());
        Path xform = Files.write(folder.resolve("form.txt"), written.content().toArray());
        assertEquals(written.questionnaire().id(), usable(xform).questionnaire().id());
        Bytes packed = QuestionnairePackage.pack(written.content(),
                Map.of("a.csv", Bytes.of("name,label\n".getBytes(StandardCharsets.UTF_8))));
        assertEquals(packed, usable(Files.write(folder.resolve("p.bin"), packed.toArray())).content());
    }

    @Test
    void namesEveryErrorWithItsCellInBothLanguages() {
        FormFolder sheets = FormFolder.small(folder.resolve("f")).survey("select_one yn,ok,A,A,,",
                "text,why,B,B,${okay} = 'yes',", "nonsense,x,C,C,,");
        List<FormRemark> remarks = refused(sheets.path());
        assertEquals(List.of("survey:3:relevant", "survey:4:type"), remarks.stream()
                .filter(FormRemark::isError).map(remark -> remark.sheet() + ":" + remark.row() + ":" + remark.column())
                .toList());
        for (FormRemark remark : remarks) {
            assertNotEquals(remark.oneLine("vi"), remark.oneLine("en"));
        }
    }

    @Test
    void asksForAllMissingListsAtOnceAndFindsThemInEachPlace() throws IOException {
        FormFolder sheets = FormFolder.small(folder.resolve("f")).survey(LISTED,
                "select_one_from_file b.csv,other,Khác?,Other?,,");
        List<FormRemark> missing = refused(sheets.path());
        assertEquals(List.of("tệp xã_phường.csv", "tệp b.csv"), missing.stream()
                .map(remark -> remark.place().in("vi")).toList());
        String list = "name,label\nx1,Xã một\n";
        Files.createDirectories(folder.resolve("f-media"));
        // decomposed, as some systems write accents
        Files.writeString(folder.resolve("f-media").resolve(
                Normalizer.normalize("xã_phường.csv", Normalizer.Form.NFD)), list);
        assertEquals(List.of("tệp b.csv"), refused(sheets.path()).stream()
                .map(remark -> remark.place().in("vi")).toList());
    }

    @Test
    void warnsOfAPictureThatIsMissingAndRunsWithoutIt() {
        FormFolder sheets = new FormFolder(folder.resolve("f")).write("survey.csv", PICTURED);
        List<FormRemark> remarks = usable(sheets.path()).remarks();
        assertEquals(List.of(FormRemark.Severity.WARNING), remarks.stream().map(FormRemark::severity).toList());
        assertTrue(remarks.getFirst().oneLine("vi").contains("cổng.jpg"), remarks::toString);
        FormReading.Usable whole = usable(sheets.write("cổng.jpg", "JPEG").path());
        assertEquals(List.of(), whole.remarks());
        assertEquals(List.of("cổng.jpg"), List.copyOf(QuestionnairePackage.open(whole.content()).files().keySet()));
    }

    @Test
    void looksOutsideItsFoldersForNothing() throws IOException {
        Files.writeString(folder.resolve("secret.csv"), "name,label\nx,X\n");
        for (String name : List.of("../secret.csv", "..\\secret.csv", folder.resolve("secret.csv").toString())) {
            FormFolders folders = FormFolders.of(Files.createDirectories(folder.resolve("f")));
            assertInstanceOf(FormPlace.Missing.class, folders.read(name), name);
        }
    }

    @Test
    void saysWhatTheEngineRefusesOfAnXFormInBothLanguages() throws IOException {
        String xform = new String(usable(FormFolder.small(folder.resolve("f")).path()).content().toArray(),
                StandardCharsets.UTF_8).replace("= 'yes'", "= strange-function('yes')");
        List<FormRemark> remarks = refused(Files.writeString(folder.resolve("f.xml"), xform));
        assertTrue(remarks.getFirst().what().in("vi").contains("strange-function"), remarks::toString);
        assertNotEquals(remarks.getFirst().what().in("vi"), remarks.getFirst().what().in("en"));
    }

    @Test
    void changesItsStampWithTheFormAndWithFilesThatItNeeds() throws IOException {
        FormFolder sheets = new FormFolder(folder.resolve("f")).write("survey.csv", PICTURED);
        Path form = Files.write(folder.resolve("form.xml"), usable(sheets.path()).content().toArray());
        usable(form);
        String before = forms.stamp(form);
        assertEquals(before, forms.stamp(form));
        Files.writeString(folder.resolve("unrelated.csv"), "a");
        assertEquals(before, forms.stamp(form), "a file of somebody else's");
        Files.writeString(folder.resolve("cổng.jpg"), "JPEG");
        String complete = forms.stamp(form);
        assertNotEquals(before, complete);
        usable(form);
        Files.writeString(form, Files.readString(form) + "\n");
        assertNotEquals(complete, forms.stamp(form));
        assertFalse(forms.stamp(folder.resolve("gone.xlsx")).isEmpty());
    }
}
