package vn.hoidan.form.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.form.xlsform.SheetFolder;
import vn.hoidan.support.BesideOthers;

/// The real pack with one thing broken: the fault must be named by file and row.
@BesideOthers
class BrokenPackTest {
    private static final SheetFolder WHOLE = SheetFolder.onClassPath("/vn/hoidan/packs/sipas-2023");

    private static SheetFolder broken(String file, String what, String by) {
        return name -> {
            Optional<byte[]> content = WHOLE.read(name);
            if (!name.equals(file)) {
                return content;
            }
            String text = new String(content.orElseThrow(), StandardCharsets.UTF_8);
            assertTrue(text.contains(what), () -> file + " has no " + what);
            return Optional.of(text.replaceFirst(Pattern.quote(what),
                    Matcher.quoteReplacement(by)).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static String placeOfFault(SheetFolder folder) {
        ProblemException problem = assertThrows(ProblemException.class, () -> SurveyPacks.load(folder));
        assertEquals(ProblemKind.PACK_INVALID, problem.problem().kind());
        assertFalse(problem.problem().details().get("reason").isBlank());
        return problem.problem().details().get("place");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("areas.csv", "district,Quận", "quarter,Quận", "areas.csv:3:level"),
                Arguments.of("areas.csv", "2024-11-01,2025-06-30,district", "1.11.2024,2025-06-30,district",
                        "areas.csv:3:valid_from"),
                Arguments.of("areas.csv", "2024-11-01,2025-06-30,district", "2024-11-01,2020-06-30,district",
                        "areas.csv:3:valid_to"),
                Arguments.of("areas.csv", "00037,", "00040,", "areas.csv:10:code"),
                Arguments.of("areas.csv", "Phúc Tân,002,", "Phúc Tân,999,", "areas.csv:9:parent_code"),
                Arguments.of("plan.csv", "271@2024-11-01", "271@2004-01-01", "plan.csv:2:areas"),
                Arguments.of("plan.csv", "2,commune", "3,commune", "plan.csv:3:stage"),
                Arguments.of("plan.csv", "commune,simple-random", "commune,lottery", "plan.csv:3:method"),
                Arguments.of("plan.csv", "commune,simple-random,3", "commune,simple-random,19", "plan.csv:3:take"),
                Arguments.of("plan.csv", "6,,450", "6,,451", "plan.csv:2:target"),
                Arguments.of("plan.csv", "75,250", "75,74", "plan.csv:5:take"),
                Arguments.of("plan.csv", "4,household", "4,village", "plan.csv:5:unit"),
                Arguments.of("indicators.csv", "item,policy.accountability", "item,policy.accounts",
                        "indicators.csv:14:parent"),
                Arguments.of("indicators.csv", "q9_01,4;5", "q9_40,4;5", "indicators.csv:14:question"),
                Arguments.of("indicators.csv", "q9_01,4;5", "q9_01,4;6", "indicators.csv:14:levels"),
                Arguments.of("indicators.csv", "satisfaction.02", "satisfaction.01", "indicators.csv:15:code"),
                Arguments.of("index.csv", "mean-of-items", "mean-of-means", "index.csv:6:value"),
                Arguments.of("index.csv", "highest-level,5", "highest-level,1", "index.csv:10:value"),
                Arguments.of("index.csv", "confidence,95", "confidence,100", "index.csv:12:value"),
                Arguments.of("index.csv", "profile/gender", "profile/sex", "index.csv:15:value"),
                Arguments.of("index.csv", "target,90", "goal,90", "index.csv"),
                Arguments.of("pack.csv", "items,39", "items,40", "pack.csv:6:value_vi"),
                Arguments.of("pack.csv", "survey,hanoi-2024", "survey,Hà Nội", "pack.csv:4:value_vi"),
                Arguments.of("refusals.csv", "no-time,", "privacy,", "refusals.csv:5:code"),
                Arguments.of("consent.csv", "text_en", "text_fr", "consent.csv:1"),
                Arguments.of("practice.csv", "village-name", "villagename", "practice.csv"),
                Arguments.of("survey.csv", "select_one gender", "select_one gendre", "survey.csv:8:type"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesFileRowAndColumnOfWhatIsBroken(String file, String what, String by, String place) {
        assertEquals(place, placeOfFault(broken(file, what, by)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack.csv", "survey.csv", "areas.csv", "plan.csv", "consent.csv", "refusals.csv",
        "indicators.csv", "index.csv", "practice.csv"})
    void namesTheFileThatIsMissing(String file) {
        assertEquals(file, placeOfFault(name -> name.equals(file) ? Optional.empty() : WHOLE.read(name)));
    }

    @Test
    void namesTheFileThatIsNotUtf8OrNotCsv() {
        byte[] latin = "key,value_vi,value_en\nname,\u00e9,x\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("pack.csv:1", placeOfFault(replaced("pack.csv", latin)));
        byte[] open = "key,value_vi,value_en\nname,\"x,y\n".getBytes(StandardCharsets.UTF_8);
        assertEquals("pack.csv:2", placeOfFault(replaced("pack.csv", open)));
        assertEquals("pack.csv:1", placeOfFault(replaced("pack.csv", new byte[0])));
    }

    private static SheetFolder replaced(String file, byte[] content) {
        return name -> name.equals(file) ? Optional.of(content) : WHOLE.read(name);
    }

    @Test
    void refusesAFileThatIsTooLargeBeforeReadingItAll(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("pack.csv"), new byte[SheetFolder.MOST_FILE_BYTES + 1]);
        assertEquals("pack.csv", placeOfFault(SheetFolder.onDisk(folder)));
    }

    @Test
    void readsAPackFromAFolderAsFromTheProgram(@TempDir Path folder) throws IOException {
        for (String name : List.of("pack", "survey", "choices", "settings", "areas", "plan", "consent", "refusals",
                "indicators", "index", "practice")) {
            byte[] content = WHOLE.read(name + ".csv").orElseThrow();
            // as a spreadsheet on Windows saves it
            String text = "\uFEFF" + new String(content, StandardCharsets.UTF_8);
            Files.writeString(folder.resolve(name + ".csv"), text);
        }
        assertEquals(SurveyPacks.builtIn(SurveyPacks.SIPAS).questionnaire(), SurveyPacks.in(folder).questionnaire());
    }

    @Test
    void refusesAPackThatItDoesNotHave() {
        assertEquals("sipas-1999", assertThrows(ProblemException.class,
                () -> SurveyPacks.builtIn("../sipas-1999")).problem().details().get("place").replace("../", ""));
        assertEquals("pack.csv", assertThrows(ProblemException.class,
                () -> SurveyPacks.builtIn("sipas-1999")).problem().details().get("place"));
    }
}
