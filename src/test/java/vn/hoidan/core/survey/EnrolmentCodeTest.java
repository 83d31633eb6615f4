package vn.hoidan.core.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnrolmentCodeTest {
    private static EnrolmentCode random(Random random) {
        byte[] secret = new byte[EnrolmentCode.SECRET_BYTES];
        byte[] fingerprint = new byte[EnrolmentCode.FINGERPRINT_BYTES];
        random.nextBytes(secret);
        random.nextBytes(fingerprint);
        return new EnrolmentCode(secret, fingerprint);
    }

    @Test
    void readsBackWhatItWrote() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            EnrolmentCode code = random(random);
            assertTrue(code.asText().matches("([0-9A-HJKMNP-TV-Z]{5}-){8}[0-9A-HJKMNP-TV-Z]{5}"), code.asText());
            assertEquals(Optional.of(code), EnrolmentCode.parse(code.asText()), "seed " + seed);
        }
    }

    @Test
    void readsWhatPeopleType() {
        EnrolmentCode code = random(new Random(1));
        String sloppy = " " + code.asText().toLowerCase(Locale.ROOT).replace('-', ' ').replace('0', 'o')
                .replace('1', 'l') + "\n";
        assertEquals(Optional.of(code), EnrolmentCode.parse(sloppy));
    }

    @Test
    void noticesASlipOfTheKeyboard() {
        String text = random(new Random(2)).asText();
        int noticed = 0;
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) != '-') {
                char other = text.charAt(index) == 'Z' ? '2' : 'Z';
                noticed += EnrolmentCode.parse(text.substring(0, index) + other + text.substring(index + 1))
                        .isEmpty() ? 1 : 0;
            }
        }
        assertEquals(45, noticed);
        assertTrue(EnrolmentCode.parse("").isEmpty());
        assertTrue(EnrolmentCode.parse("XXXXX-XXXXX").isEmpty());
        assertTrue(EnrolmentCode.parse("Ơ".repeat(45)).isEmpty());
    }

    @Test
    void neverShowsItsSecret() {
        EnrolmentCode code = random(new Random(3));
        assertFalse(code.toString().contains(HexFormat.of().formatHex(code.secret())));
        assertEquals("EnrolmentCode[hidden]", code.toString());
    }
}
