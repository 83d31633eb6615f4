package vn.hoidan.form.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.PublishedFigures;
import vn.hoidan.core.indicator.IndicatorTree;

/// The figures that the Ministry published, against the rule that the tree of the pack implies: 23 items of policy and
/// 16 of service.
class PublishedFiguresTest {
    private static final IndicatorTree TREE = SurveyPacks.builtIn(SurveyPacks.SIPAS).indicators();

    @Test
    void threeOfFourPublishedIndicesFollowFromTheirGroups() {
        assertEquals(new BigDecimal("83.94"), overall("83.84", "84.09"), "national 2024");
        assertEquals(new BigDecimal("86.50"), overall("86.51", "86.49"), "Hanoi 2024");
        assertEquals(new BigDecimal("83.57"), overall("83.46", "83.72"), "Hanoi 2023");
    }

    /// Published: 82.66. Either 2023 pooled answers or provinces, or one of the figures it is worked out from is wrong.
    @Test
    void theNationalIndexOf2023MissesByThreeHundredths() {
        assertEquals(new BigDecimal("82.69"), overall("82.49", "82.97"));
    }

    @Test
    void aMissingGroupIsToldByName() {
        assertEquals("service is missing", assertThrows(IllegalArgumentException.class, () ->
                PublishedFigures.above(TREE, "sipas", Map.of("policy", BigDecimal.ONE), 2)).getMessage());
    }

    private static BigDecimal overall(String policy, String service) {
        return PublishedFigures.above(TREE, "sipas",
                Map.of("policy", new BigDecimal(policy), "service", new BigDecimal(service)),
                IndexRule.SIPAS.decimals());
    }
}
