package vn.hoidan.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.support.Samples;

class DeviceKeyTest {
    /// RFC 8032, section 7.1, test 1.
    private static final String SECRET = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private final DeviceKey key = DeviceKey.random();
    private final Bytes content = Samples.bytes(100, 3);
    private final Bytes signature = key.sign(SignaturePurpose.VOUCHER, content);

    @Test
    void isTheSameKeyAfterItWasKept() {
        DeviceKey again = DeviceKey.of(key.toBytes());
        assertEquals(key.publicKey(), again.publicKey());
        // Ed25519 signs the same content the same way each time
        assertEquals(signature, again.sign(SignaturePurpose.VOUCHER, content));
    }

    /// Another implementation of the same standard: the JDK's.
    @Test
    void signsAsTheJdkChecks() throws Exception {
        byte[] encoded = Bytes.ofHex("302a300506032b6570032100" + key.publicKey().hex()).toArray();
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        check.update(Signatures.signed(SignaturePurpose.VOUCHER, content));
        assertTrue(check.verify(signature.toArray()));
    }

    @Test
    void signsSoThatThePublicKeyOfTheStandardsExampleChecksIt() {
        DeviceKey example = DeviceKey.of(Bytes.ofHex(SECRET + PUBLIC).toArray());
        assertTrue(Signatures.verify(Bytes.ofHex(PUBLIC), SignaturePurpose.RECORD, content,
                example.sign(SignaturePurpose.RECORD, content)));
    }

    @Test
    void isCheckedForItsOwnContentPurposeAndKeyOnly() {
        assertTrue(Signatures.verify(key.publicKey(), SignaturePurpose.VOUCHER, content, signature));
        assertFalse(Signatures.verify(key.publicKey(), SignaturePurpose.RECORD, content, signature));
        assertFalse(Signatures.verify(key.publicKey(), SignaturePurpose.VOUCHER, Samples.bytes(100, 4), signature));
        assertFalse(Signatures.verify(DeviceKey.random().publicKey(), SignaturePurpose.VOUCHER, content, signature));
    }

    @Test
    void refusesASignatureWithAnyBitChanged() {
        for (int bit = 0; bit < signature.length() * 8; bit++) {
            byte[] changed = signature.toArray();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(Signatures.verify(key.publicKey(), SignaturePurpose.VOUCHER, content, Bytes.of(changed)),
                    "bit " + bit);
        }
    }

    @Test
    void answersNoForBytesThatAreNoKeyOrNoSignature() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] publicKey = new byte[round < 100 ? 32 : random.nextInt(70)];
            byte[] rubbish = new byte[round < 100 ? 64 : random.nextInt(140)];
            random.nextBytes(publicKey);
            random.nextBytes(rubbish);
            assertFalse(Signatures.verify(Bytes.of(publicKey), SignaturePurpose.VOUCHER, content, Bytes.of(rubbish)),
                    "seed " + seed + ", round " + round);
        }
    }

    @Test
    void refusesAKeyOfAWrongLengthAndTellsNothingOfItsSecret() {
        assertThrows(IllegalArgumentException.class, () -> DeviceKey.of(new byte[63]));
        assertFalse(key.toString().contains(Bytes.of(key.toBytes()).hex().substring(0, 64)));
        assertNotEquals(key.publicKey(), DeviceKey.random().publicKey());
    }
}
