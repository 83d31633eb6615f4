package vn.hoidan.form.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.pack.SurveyPack;

class Sipas2022PackTest {
    private static final SurveyPack PACK = SurveyPacks.builtIn(SurveyPacks.SIPAS_2022);
    private static final SurveyPack LATER = SurveyPacks.builtIn(SurveyPacks.SIPAS);
    private static final IndicatorTree TREE = PACK.indicators();

    @Test
    void hasTheThirtyThreeItemsOfTheFormUnderItsNineElements() {
        Map<String, Integer> items = TREE.of(IndicatorKind.ELEMENT).stream().collect(Collectors.toMap(Indicator::code,
                element -> TREE.itemsOf(element.code()).size()));
        assertEquals(Map.of("policy.accountability", 2, "policy.participation", 2, "policy.suitability", 8,
                "policy.result", 2, "service.access", 4, "service.procedure", 4, "service.civil-servant", 5,
                "service.result", 3, "service.feedback", 3), items);
        assertEquals(33, TREE.of(IndicatorKind.ITEM).size());
        assertEquals(14, TREE.itemsOf("policy").size());
        assertEquals(19, TREE.itemsOf("service").size());
        assertEquals(9, TREE.of(IndicatorKind.EXPECTATION).size(), "row 8 is not in the transcription");
    }

    /// Items of 2022 say something else than those of 2023, so no code of theirs is shared.
    @Test
    void sharesNoItemWithTheTreeThatFollowedIt() {
        Set<String> shared = measured(TREE);
        shared.retainAll(measured(LATER.indicators()));
        assertEquals(Set.of(), shared);
        assertTrue(LATER.indicators().find("sipas").isPresent() && TREE.find("sipas").isPresent());
    }

    @Test
    void everyLabelHasBothLanguagesAndTheyDiffer() {
        TREE.indicators().forEach(indicator ->
                assertNotEquals(indicator.label().in("vi"), indicator.label().in("en"), indicator.code()));
    }

    @Test
    void hasSampleAndRuleOfThePackThatFollowedIt() {
        assertEquals(LATER.plan(), PACK.plan());
        assertEquals(LATER.index().rule(), PACK.index().rule());
        assertNotEquals(LATER.questionnaire(), PACK.questionnaire());
        assertEquals(List.of("sipas-2022", "hanoi-2022"), List.of(PACK.name(), PACK.survey().text()));
    }

    private static Set<String> measured(IndicatorTree tree) {
        return tree.indicators().stream().filter(indicator -> indicator.kind().isMeasured()).map(Indicator::code)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
