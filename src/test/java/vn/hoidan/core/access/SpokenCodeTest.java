package vn.hoidan.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.sync.Bytes;

class SpokenCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RECOVERY = SpokenCode.RECOVERY_GROUPS;

    @Test
    void readsWhatItWrote() {
        Random random = new Random(20240601);
        for (int round = 0; round < 2_000; round++) {
            int groups = 1 + round % 4;
            SpokenCode code = code(random, groups);
            assertTrue(code.asText().matches("([" + ALPHABET + "]{4}-?){" + groups + "}"), code.asText());
            assertEquals(Optional.of(code), SpokenCode.parse(code.asText(), groups));
        }
    }

    @Test
    void readsWhatPeopleMakeOfIt() {
        SpokenCode code = code(new Random(7), RECOVERY);
        String text = code.asText();
        for (String typed : List.of(text.toLowerCase(), text.replace('-', ' '), text.replace("-", ""),
                "  " + text + " ", text.replace("-", " - "), text.replace('0', 'o').replace('1', 'l'))) {
            assertEquals(Optional.of(code), SpokenCode.parse(typed, RECOVERY), typed);
        }
    }

    @Test
    void namesTheGroupOfEveryWrongSymbol() {
        String text = code(new Random(8), RECOVERY).asText();
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) == '-') {
                continue;
            }
            for (char other : ALPHABET.toCharArray()) {
                if (other != text.charAt(place)) {
                    String typed = text.substring(0, place) + other + text.substring(place + 1);
                    assertEquals(List.of(place / 5 + 1), SpokenCode.slips(typed, RECOVERY), typed);
                    assertEquals(Optional.empty(), SpokenCode.parse(typed, RECOVERY));
                }
            }
        }
    }

    @Test
    void namesTheGroupOfTwoSymbolsExchanged() {
        Random random = new Random(9);
        for (int round = 0; round < 500; round++) {
            String text = code(random, RECOVERY).asText();
            for (int group = 0; group < RECOVERY; group++) {
                for (int one = 0; one < 4; one++) {
                    for (int other = one + 1; other < 4; other++) {
                        StringBuilder typed = new StringBuilder(text);
                        typed.setCharAt(group * 5 + one, text.charAt(group * 5 + other));
                        typed.setCharAt(group * 5 + other, text.charAt(group * 5 + one));
                        assertEquals(typed.toString().equals(text) ? List.of() : List.of(group + 1),
                                SpokenCode.slips(typed.toString(), RECOVERY), typed.toString());
                    }
                }
            }
        }
    }

    @Test
    void noticesGroupsInAWrongOrder() {
        String[] groups = code(new Random(10), RECOVERY).asText().split("-");
        assertEquals(List.of(2, 3), SpokenCode.slips(String.join("-", groups[0], groups[2], groups[1], groups[3]),
                RECOVERY));
    }

    @Test
    void namesTheGroupThatIsTooShortOrTooLong() {
        String[] groups = code(new Random(11), RECOVERY).asText().split("-");
        assertEquals(List.of(2), SpokenCode.slips(String.join("-", groups[0], groups[1].substring(1), groups[2],
                groups[3]), RECOVERY));
        assertEquals(List.of(3), SpokenCode.slips(String.join(" ", groups[0], groups[1], groups[2] + "7",
                groups[3]), RECOVERY));
        assertEquals(List.of(4), SpokenCode.slips(String.join("-", groups[0], groups[1], groups[2]), RECOVERY));
        assertEquals(List.of(4), SpokenCode.slips(String.join("", groups) + "ABCD", RECOVERY));
        assertEquals(List.of(1, 2, 3, 4), SpokenCode.slips("", RECOVERY));
        assertFalse(SpokenCode.slips("@".repeat(1_000_000), RECOVERY).isEmpty());
    }

    @Test
    void makesDifferentCodesOfDifferentBytesAndHidesThem() {
        Random random = new Random(12);
        Set<String> texts = new HashSet<>();
        for (int round = 0; round < 1_000; round++) {
            texts.add(code(random, RECOVERY).asText());
        }
        assertEquals(1_000, texts.size());
        assertEquals("SpokenCode[hidden]", code(random, 2).toString());
        assertThrows(IllegalArgumentException.class, () -> new SpokenCode(1L << 30, 2));
        assertThrows(IllegalArgumentException.class, () -> SpokenCode.of(Bytes.of(new byte[7]), 2));
    }

    private static SpokenCode code(Random random, int groups) {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return SpokenCode.of(Bytes.of(bytes), groups);
    }
}
