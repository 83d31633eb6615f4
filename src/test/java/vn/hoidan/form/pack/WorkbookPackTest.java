package vn.hoidan.form.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.pack.SurveyPack;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.QuestionnairePackage;
import vn.hoidan.form.author.AuthorForms;
import vn.hoidan.form.spreadsheet.Book;
import vn.hoidan.form.xlsform.CsvSheet;
import vn.hoidan.form.xlsform.Sheet;
import vn.hoidan.form.xlsform.SheetFolder;

/// The SIPAS pack with its questionnaire as a workbook, and with files.
class WorkbookPackTest {
    private static final SheetFolder SIPAS = SheetFolder.onClassPath("/vn/hoidan/packs/sipas-2023");
    private static final List<String> SHEETS = List.of("survey", "choices", "settings");

    /// @param what a text of the questionnaire that is written otherwise
    private static SheetFolder workbook(String what, String by) {
        Book book = new Book();
        for (String name : SHEETS) {
            Sheet sheet = CsvSheet.read(SIPAS, name).orElseThrow();
            List<String> rows = new ArrayList<>(List.of(String.join("|", sheet.header())));
            sheet.rows().forEach(row -> rows.add(String.join("|", row.cells()).replace(what, by)));
            book.sheet(name, rows.toArray(String[]::new));
        }
        return with(Map.of(AuthorForms.PACK_WORKBOOK, book.bytes()));
    }

    /// The pack without the sheets of its questionnaire and with these files.
    private static SheetFolder with(Map<String, byte[]> files) {
        Set<String> left = Set.of("survey.csv", "choices.csv", "settings.csv");
        return name -> files.containsKey(name) ? Optional.of(files.get(name))
                : left.contains(name) ? Optional.empty() : SIPAS.read(name);
    }

    @Test
    void readsTheSameQuestionnaireFromAWorkbook() {
        assertEquals(SurveyPacks.builtIn(SurveyPacks.SIPAS).questionnaire(),
                SurveyPacks.load(workbook("", "")).questionnaire());
    }

    @Test
    void namesSheetRowAndColumnOfWhatIsBrokenInAWorkbook() {
        assertEquals("questionnaire.xlsx:survey:8:type", assertThrows(ProblemException.class,
                () -> SurveyPacks.load(workbook("select_one gender", "select_one gendre"))).problem().details()
                .get("place"));
    }

    @Test
    void carriesFilesOfTheQuestionnaireInAPackage() {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : SHEETS) {
            files.put(name + ".csv", SIPAS.read(name + ".csv").orElseThrow());
        }
        String survey = new String(files.get("survey.csv"), StandardCharsets.UTF_8);
        files.put("survey.csv", (survey.stripTrailing() + "\nselect_one_from_file xa.csv,xa,Xã,Commune,,,,,,,,\n")
                .getBytes(StandardCharsets.UTF_8));
        byte[] list = "name,label\n1,Tản Lĩnh\n".getBytes(StandardCharsets.UTF_8);
        files.put("media/xa.csv", list);
        SurveyPack pack = SurveyPacks.load(with(files));
        assertEquals(Map.of("xa.csv", Bytes.of(list)), QuestionnairePackage.open(pack.xform()).files());
        assertNotEquals(SurveyPacks.builtIn(SurveyPacks.SIPAS).questionnaire(), pack.questionnaire());
    }
}
