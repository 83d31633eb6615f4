package vn.hoidan.server.app.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.index.CountTrouble;
import vn.hoidan.core.index.Response;
import vn.hoidan.server.SmallSurvey;

class SampleWeightsTest {
    private static final Response NOBODY = new Response(Map.of());

    private final Areas areas = new Areas(SmallSurvey.survey().areas());
    private final SampleWeights weights = new SampleWeights(SmallSurvey.indexMethod(Set.of("1"), true), areas);
    private final AreaKey village = areas.all().getLast().key();

    @Test
    void aListShorterThanItsInterviewsIsNamedWithWhatItLacks() {
        SampleWeights.Village found = weights.village(village, "Thôn", 2, 3, 5, NOBODY);
        assertEquals(Optional.of(1.0), found.line().weight(), "each interview stands for its own household");
        assertEquals(List.of(new CountTrouble(CountTrouble.Kind.WEIGHT_MISSING, village.asText(), 3)),
                weights.troubles());
    }

    @Test
    void aVillageWithoutListAndInterviewsIsInTheSampleAndWeighsNothing() {
        SampleWeights.Village found = weights.village(village, "Thôn", 0, 3, 0, NOBODY);
        assertEquals(Optional.empty(), found.line().weight());
        assertEquals(village.asText(), found.point().code());
        assertEquals("01@2024-11-01", found.point().province());
        assertEquals(List.of(), weights.troubles());
    }
}
