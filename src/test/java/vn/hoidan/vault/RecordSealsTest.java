package vn.hoidan.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.support.Samples;

class RecordSealsTest {
    private static final RecordHeader HEADER = new RecordHeader("d-1", 7, Samples.bytes(32, 1), RecordType.INTERVIEW);
    private static final Bytes CONTENT = Samples.bytes(500, 2);

    @TempDir
    private Path folder;
    private RecordKeys keys;
    private Bytes sealed;

    @BeforeEach
    void seal() {
        keys = RecordKeys.openOrCreate(folder);
        sealed = RecordSeals.seal(keys.current(), HEADER.toBytes(), CONTENT);
    }

    /// RFC 9180, appendix A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base mode, sequence 0.
    @Test
    void agreesWithTheTestVectorOfTheStandard() throws Exception {
        byte[] secret = hex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb");
        byte[] open = hex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a");
        AsymmetricCipherKeyPair pair = RecordSeals.hpke().deserializePrivateKey(secret, open);
        assertEquals("Beauty is truth, truth beauty", new String(RecordSeals.hpke().open(
                hex("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"), pair,
                "Ode on a Grecian Urn".getBytes(StandardCharsets.US_ASCII),
                "Count-0".getBytes(StandardCharsets.US_ASCII),
                hex("1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"),
                null, null, null), StandardCharsets.US_ASCII));
    }

    @Test
    void opensWithItsOwnHeaderOnly() {
        assertEquals(CONTENT, keys.open(HEADER.toBytes(), sealed));
        for (RecordHeader other : new RecordHeader[] {
            new RecordHeader("d-2", 7, HEADER.previous(), RecordType.INTERVIEW),
            new RecordHeader("d-1", 8, HEADER.previous(), RecordType.INTERVIEW),
            new RecordHeader("d-1", 7, Samples.bytes(32, 3), RecordType.INTERVIEW),
            new RecordHeader("d-1", 7, HEADER.previous(), RecordType.CONTACT)}) {
            assertEquals("seal", refused(other, sealed), other::toString);
        }
    }

    @Test
    void refusesABodyWithAnyByteChangedOrCutOff() {
        for (int place = 1; place < sealed.length(); place++) {
            byte[] changed = sealed.toArray();
            changed[place] ^= 0x20;
            assertEquals(place <= RecordSeals.KEY_NAME_BYTES ? "unknown record key" : "seal",
                    refused(HEADER, Bytes.of(changed)), "byte " + place);
            assertFalse(refused(HEADER, Bytes.of(Arrays.copyOf(sealed.toArray(), place))).isEmpty());
        }
    }

    @Test
    void refusesRubbish() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] rubbish = new byte[1 + random.nextInt(300)];
            random.nextBytes(rubbish);
            byte[] start = Arrays.copyOf(sealed.toArray(), random.nextInt(60));
            System.arraycopy(start, 0, rubbish, 0, Math.min(start.length, rubbish.length));
            assertFalse(refused(HEADER, Bytes.of(rubbish)).isEmpty(), "seed " + seed + ", round " + round);
        }
    }

    @Test
    void hidesTheLengthInFullBlocksAndNeverSealsTheSameWayTwice() {
        for (int length = 0; length < 200; length++) {
            Bytes content = Bytes.of(new byte[length]);
            Bytes body = RecordSeals.seal(keys.current(), HEADER.toBytes(), content);
            assertEquals((length / 64 + 1) * 64, body.length() - 53, "length " + length);
            assertEquals(content, keys.open(HEADER.toBytes(), body), "length " + length);
        }
        assertNotEquals(sealed, RecordSeals.seal(keys.current(), HEADER.toBytes(), CONTENT));
        assertTrue(RecordSeals.isSealed(sealed));
    }

    @Test
    void opensOldRecordsAfterTheKeyWasRenewedAlsoInAProgramThatWasRunning() {
        RecordKeys running = RecordKeys.openOrCreate(folder);
        Bytes renewed = keys.renew();
        Bytes later = RecordSeals.seal(renewed, HEADER.toBytes(), CONTENT);
        assertEquals(CONTENT, running.open(HEADER.toBytes(), sealed));
        assertEquals(CONTENT, running.open(HEADER.toBytes(), later));
        assertEquals(renewed, running.current());
        assertEquals(CONTENT, RecordKeys.openOrCreate(folder).open(HEADER.toBytes(), sealed));
    }

    @Test
    void refusesWhatWasSealedForAnotherOffice(@TempDir Path elsewhere) {
        Bytes foreign = RecordSeals.seal(RecordKeys.openOrCreate(elsewhere).current(), HEADER.toBytes(), CONTENT);
        assertEquals("unknown record key", refused(HEADER, foreign));
    }

    @Test
    void refusesToSealToWhatIsNoKey() {
        assertThrows(IllegalArgumentException.class,
                () -> RecordSeals.seal(Bytes.of(new byte[32]), HEADER.toBytes(), CONTENT));
        assertThrows(IllegalArgumentException.class,
                () -> RecordSeals.seal(Bytes.of(new byte[31]), HEADER.toBytes(), CONTENT));
    }

    private String refused(RecordHeader header, Bytes body) {
        ProblemException refused = assertThrows(ProblemException.class, () -> keys.open(header.toBytes(), body));
        assertEquals(ProblemKind.RECORD_NOT_GENUINE, refused.problem().kind());
        return refused.problem().details().get("reason");
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
