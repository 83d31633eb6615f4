package vn.hoidan.form.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.index.Round;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

class RoundFilesTest {
    private static final LocalDate DAY = LocalDate.parse("2025-04-06");

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Round read(Path file) {
        return RoundFiles.round(file, "2024", DAY);
    }

    @Test
    void readsPublishedFiguresWithDecimalPointOrCommaAndWithoutErrors() throws IOException {
        Round round = read(file("figures.csv", "indicator,figure\nsipas,86.50\npolicy,\"86,51\"\n"));
        assertEquals(List.of(new Round.Published("", "", "sipas", 0.865, Optional.empty(), 1, 0),
                new Round.Published("", "", "policy", 0.8651, Optional.empty(), 1, 0)), round.figures());
        assertFalse(round.errorsKnown());
        assertEquals(DAY, round.day());
    }

    @Test
    void readsAWorkbookWithAreasAndErrors() throws IOException {
        Path file = folder.resolve("figures.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("notes").value(0, 0, "nothing to read");
            Worksheet sheet = workbook.newWorksheet("figures");
            List<String> heads = List.of("indicator", "figure", "area", "area_name", "error", "degrees", "base");
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
            }
            sheet.value(1, 0, "sipas");
            sheet.value(1, 1, 85.25);
            sheet.value(1, 2, "271@2004-01-01");
            sheet.value(1, 3, "Huyện Ba Vì");
            sheet.value(1, 4, 1.5);
            sheet.value(1, 5, 2);
            sheet.value(1, 6, 450);
        }
        Round round = read(file);
        assertEquals(List.of(new Round.Published("271@2004-01-01", "Huyện Ba Vì", "sipas", 0.8525,
                Optional.of(0.015), 2, 450)), round.figures());
        assertTrue(round.errorsKnown());
    }

    @Test
    void namesRowAndColumnOfWhatIsWrong() throws IOException {
        Map<String, String> wrong = Map.of("indicator,figure\nsipas,86.50\npolicy,many\n", "figures.csv:3:figure",
                "indicator,figure\nsipas,186.50\n", "figures.csv:2:figure",
                "indicator,figure\nsipas,86\nsipas,86\n", "figures.csv:3:indicator",
                "indicator,figure\n,86\n", "figures.csv:2:indicator",
                "indicator,figure,error\nsipas,86,2\n", "figures.csv:2:degrees",
                "indicator,figure,error,degrees\nsipas,86,-2,3\n", "figures.csv:2:error",
                "indicator,figure,area\nsipas,86,271\n", "figures.csv:2:area",
                "indicator,value\nsipas,86\n", "figures.csv:1");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            Path file = file("figures.csv", each.getKey());
            ProblemException refused = assertThrows(ProblemException.class, () -> read(file), each.getKey());
            assertEquals(ProblemKind.INDEX_FILE_INVALID, refused.problem().kind());
            assertEquals(each.getValue(), refused.problem().details().get("place"), each.getKey());
        }
        assertThrows(ProblemException.class, () -> read(folder.resolve("nowhere.csv")));
    }

    @Test
    void readsWhatBecameOfUnitsAndRefusesAUnitWhollyInTwo() throws IOException {
        assertEquals(List.of(new Round.Became("269@2004-01-01", "09604@2025-07-01", true),
                new Round.Became("269@2004-01-01", "09988@2025-07-01", false)),
                RoundFiles.mapping(file("mapping.csv", "old,new,part\n269@2004-01-01,09604@2025-07-01,whole\n"
                        + "269@2004-01-01,09988@2025-07-01,part\n")));
        Map<String, String> wrong = Map.of(
                "old,new,part\n269@2004-01-01,09604@2025-07-01,whole\n271@2004-01-01,09604@2025-07-01,whole\n",
                "mapping.csv:3:part", "old,new,part\n269@2004-01-01,09604@2025-13-01,whole\n", "mapping.csv:2:new",
                "old,new,part\n269@2004-01-01,09604@2025-07-01,half\n", "mapping.csv:2:part");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            Path file = file("mapping.csv", each.getKey());
            ProblemException refused = assertThrows(ProblemException.class, () -> RoundFiles.mapping(file));
            assertEquals(each.getValue(), refused.problem().details().get("place"), each.getKey());
        }
    }
}
