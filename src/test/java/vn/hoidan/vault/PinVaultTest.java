package vn.hoidan.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;

class PinVaultTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] PLAIN = "Không hài lòng".getBytes(StandardCharsets.UTF_8);

    @Test
    void opensAKnownAnswerOfAesGcm() {
        // the GCM specification's test case 14: key, nonce and text of zeros
        DataKey key = DataKey.of(new byte[32], RANDOM);
        Bytes sealed = Bytes.ofHex("00".repeat(12) + "cea7403d4d606b6e074ec5d3baf39d18"
                + "d0d1c8a799996bf0265b98b5d48ab919");
        assertArrayEquals(new byte[16], key.open(sealed, ""));
    }

    @Test
    void makesTheKnownAnswerOfArgon2id() {
        // from the test file of the reference implementation: 64 MiB, 2 passes, 1 lane
        byte[] key = PinVault.argon2id("password".toCharArray(), "somesalt".getBytes(StandardCharsets.US_ASCII),
                new PinVault.Cost(65_536, 2, 1));
        assertEquals("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
                HexFormat.of().formatHex(key));
    }

    @Test
    void opensWhatItSealedAndNeverSealsTheSameWayTwice() {
        try (DataKey key = DataKey.random(RANDOM)) {
            Bytes first = key.seal(PLAIN, "fact:1");
            Bytes second = key.seal(PLAIN, "fact:1");
            assertNotEquals(first, second);
            assertArrayEquals(PLAIN, key.open(first, "fact:1"));
            assertArrayEquals(new byte[0], key.open(key.seal(new byte[0], "x"), "x"));
        }
    }

    @Test
    void refusesEveryChangedCutOrMovedByte() {
        try (DataKey key = DataKey.random(RANDOM); DataKey other = DataKey.random(RANDOM)) {
            Bytes sealed = key.seal(PLAIN, "fact:1");
            for (int index = 0; index < sealed.length(); index++) {
                byte[] changed = sealed.toArray();
                changed[index] ^= 1;
                assertDamaged(() -> key.open(Bytes.of(changed), "fact:1"));
                byte[] cut = Arrays.copyOf(sealed.toArray(), index);
                assertDamaged(() -> key.open(Bytes.of(cut), "fact:1"));
            }
            assertDamaged(() -> key.open(sealed, "fact:2"));
            assertDamaged(() -> key.open(sealed, ""));
            assertDamaged(() -> other.open(sealed, "fact:1"));
        }
    }

    @Test
    void forgetsTheKeyWhenClosed() {
        DataKey key = DataKey.random(RANDOM);
        Bytes sealed = key.seal(PLAIN, "x");
        key.close();
        assertThrows(IllegalStateException.class, () -> key.open(sealed, "x"));
        assertThrows(IllegalStateException.class, () -> key.seal(PLAIN, "x"));
        assertFalse(key.toString().matches(".*[0-9a-f]{8}.*"));
    }

    @Test
    void givesTheSameKeyForTheRightPinOnly() {
        try (DataKey key = DataKey.random(RANDOM)) {
            PinVault vault = vault("482916", key);
            Bytes sealed = key.seal(PLAIN, "x");
            assertArrayEquals(PLAIN, vault.open("482916".toCharArray()).orElseThrow().open(sealed, "x"));
            for (String wrong : new String[] {"482917", "48291", "4829160", "", "482916 "}) {
                assertTrue(vault.open(wrong.toCharArray()).isEmpty(), wrong);
            }
        }
    }

    @Test
    void usesAnotherSaltEachTime() {
        try (DataKey key = DataKey.random(RANDOM)) {
            assertNotEquals(vault("482916", key).salt(), vault("482916", key).salt());
        }
    }

    @Test
    void doesNotOpenWhenItsNumbersWereChanged() {
        try (DataKey key = DataKey.random(RANDOM)) {
            PinVault vault = vault("482916", key);
            PinVault cheaper = new PinVault(vault.memoryKib() * 2, vault.passes(), vault.lanes(), vault.salt(),
                    vault.wrappedKey());
            assertTrue(cheaper.open("482916".toCharArray()).isEmpty());
        }
        assertThrows(IllegalArgumentException.class,
                () -> new PinVault(Integer.MAX_VALUE, 1, 1, Bytes.of(new byte[16]), Bytes.of(new byte[0])));
        assertThrows(IllegalArgumentException.class,
                () -> new PinVault(8, 1, 2, Bytes.of(new byte[16]), Bytes.of(new byte[0])));
    }

    @Test
    void takesALetterWrittenInOneCharacterOrTwo() {
        try (DataKey key = DataKey.random(RANDOM)) {
            PinVault vault = vault("tiếng-việt", key);
            assertTrue(vault.open("tie\u0302\u0301ng-vie\u0323\u0302t".toCharArray()).isPresent());
            assertTrue(vault.open("tieng-viet".toCharArray()).isEmpty());
        }
    }

    @Test
    void refusesAPinThatIsTooShort() {
        try (DataKey key = DataKey.random(RANDOM)) {
            ProblemException refused = assertThrows(ProblemException.class, () -> vault("48291", key));
            assertEquals(ProblemKind.PIN_TOO_SHORT, refused.problem().kind());
            assertEquals("6", refused.problem().details().get("shortest"));
        }
    }

    private static PinVault vault(String pin, DataKey key) {
        return PinVault.create(pin.toCharArray(), key, PinVault.Cost.LEAST, RANDOM);
    }

    private static void assertDamaged(Supplier<byte[]> work) {
        assertEquals(ProblemKind.STORE_DAMAGED, assertThrows(ProblemException.class, work::get).problem().kind());
    }
}
