package vn.hoidan.form.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.index.Margin;
import vn.hoidan.core.pack.SurveyPack;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.form.xlsform.SheetFolder;

/// What a pack says of the population: totals that weights are raked to, and units that the plan draws from.
class MarginsInPackTest {
    private static final String FRAME = "code,valid_from,level,units\n";
    private static final SheetFolder WHOLE = SheetFolder.onClassPath("/vn/hoidan/packs/sipas-2023");

    private static SurveyPack with(String file, String text) {
        return SurveyPacks.load(name -> name.equals(file) ? Optional.of(text.getBytes(StandardCharsets.UTF_8))
                : WHOLE.read(name));
    }

    @Test
    void readsTotalsOfClassesByTheNamesOfTheClassifiers() {
        SurveyPack pack = with("margins.csv", "classifier,code,total\ngender,1,3900000\ngender,2,4100000.5\n");
        assertEquals(List.of(new Margin(0, Map.of("1", 3_900_000.0, "2", 4_100_000.5))), pack.index().margins());
        assertEquals(List.of("gender"), pack.method().setup().raked());
        assertEquals(List.of(), SurveyPacks.load(WHOLE).index().margins());
    }

    @Test
    void readsHowManyVillagesThereAreToDrawFrom() {
        AreaKey commune = SurveyPacks.load(WHOLE).areas().at(AreaLevel.COMMUNE).getFirst().key();
        String row = commune.code() + "," + commune.validFrom() + ",village,12\n";
        List<IndexMethod.FrameCount> frame = with("frame.csv", FRAME + row).method().frame();
        assertTrue(frame.contains(new IndexMethod.FrameCount(commune, AreaLevel.VILLAGE, 12)));
        assertEquals(SurveyPacks.load(WHOLE).method().frame().size() + 1, frame.size());
    }

    @Test
    void namesFileRowAndColumnOfWhatIsWrong() {
        Map<String, String> wrong = Map.of("classifier,code,total\ncolour,1,5\n", "margins.csv:2:classifier",
                "classifier,code,total\ngender,9,5\n", "margins.csv:2:code",
                "classifier,code,total\ngender,1,-5\n", "margins.csv:2:total",
                "classifier,code,total\ngender,1,0\n", "margins.csv:2:total",
                "classifier,code,total\ngender,1,5\ngender,1,5\n", "margins.csv:3:code",
                "classifier,code,total\ngender,1,5\nage-group,1,6\n", "margins.csv",
                "classifier,code\ngender,1\n", "margins.csv:1");
        wrong.forEach((text, place) -> assertEquals(place, place("margins.csv", text), text));
        assertEquals("frame.csv:2:code", place("frame.csv", FRAME + "99999,2024-11-01,village,2\n"));
        assertEquals("frame.csv:2:level", place("frame.csv", FRAME + "002,2024-11-01,street,2\n"));
        assertEquals("frame.csv:2:code", place("frame.csv", FRAME + "002,2024-11-01,commune,2\n"),
                "counted from areas.csv already");
    }

    private static String place(String file, String text) {
        return assertThrows(ProblemException.class, () -> with(file, text), text).problem().details().get("place");
    }
}
