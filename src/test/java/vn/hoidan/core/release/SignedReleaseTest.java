package vn.hoidan.core.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.sync.Bytes;

@DisplayName("A release that was signed elsewhere")
class SignedReleaseTest {
    private static final KeyHandover FIRST = handover(1, 2);
    private static final KeyHandover SECOND = handover(2, 3);
    private static final SignedRelease SIGNED = new SignedRelease(List.of(FIRST, SECOND), key(3), signature(),
            new Release("linux-x64", new Version(1, 0, 0), List.of(
                    new ReleaseFile("lib/app/hoi-dan.cfg", "0123456789abcdef".repeat(4), 12, false))).toBytes());

    @Test
    void isReadAsItWasWritten() {
        assertEquals(Optional.of(SIGNED), SignedRelease.parse(SIGNED.toBytes()));
    }

    /// Most of what is left of a cut list is a list again, and its signature does not hold.
    @Test
    void isNoneWhenItIsCutInItsHeadOrWrittenInAnyOtherWay() {
        String text = new String(SIGNED.toBytes().toArray(), StandardCharsets.UTF_8);
        for (int cut = 0; cut < text.indexOf("\n\n") + 2; cut++) {
            assertEquals(Optional.empty(), parsed(text.substring(0, cut)), "cut at " + cut);
        }
        for (String other : List.of(text.replace("key ", "key  "), text.replace("release 1", "release 2"),
                text.replace("\n", "\r\n"), text.replaceFirst("handover ", "handover ff"),
                text.replaceFirst("0a", "0A"), "\n" + text)) {
            assertEquals(Optional.empty(), parsed(other), other);
        }
    }

    @Test
    void isTooLongBeyondItsBound() {
        assertEquals(Optional.empty(), SignedRelease.parse(Bytes.of(new byte[SignedRelease.MOST_BYTES + 1])));
    }

    @Test
    void comesFromTheOfficesKeyByAChainThatNobodyCutOrTurned() {
        assertTrue(KeyHandover.leads(key(3), key(3), List.of(), _ -> false), "the key itself");
        assertTrue(KeyHandover.leads(key(1), key(3), SIGNED.handovers(), _ -> true));
        assertTrue(KeyHandover.leads(key(2), key(3), SIGNED.handovers(), _ -> true), "a laptop that knew the second");
        assertFalse(KeyHandover.leads(key(1), key(3), List.of(SECOND), _ -> true));
        assertFalse(KeyHandover.leads(key(3), key(1), SIGNED.handovers(), _ -> true), "backwards");
        assertFalse(KeyHandover.leads(key(1), key(3), SIGNED.handovers(), each -> !each.equals(SECOND)));
        assertFalse(KeyHandover.leads(key(9), key(3), SIGNED.handovers(), _ -> true));
    }

    @Test
    void tellsHandOversFromOtherBytes() {
        Bytes both = KeyHandover.toBytes(SIGNED.handovers());
        assertEquals(Optional.of(SIGNED.handovers()), KeyHandover.parse(both));
        assertEquals(Optional.empty(), KeyHandover.parse(Bytes.of(Arrays.copyOf(both.toArray(), both.length() - 1))));
        assertEquals(Optional.empty(), KeyHandover.parse(Bytes.of(
                new byte[(KeyHandover.MOST + 1) * KeyHandover.BYTES])));
    }

    private static Optional<SignedRelease> parsed(String text) {
        return SignedRelease.parse(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static KeyHandover handover(int from, int to) {
        return new KeyHandover(key(from), key(to), signature());
    }

    private static Bytes key(int number) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) (number + 9));
        return Bytes.of(key);
    }

    private static Bytes signature() {
        return Bytes.of(new byte[64]);
    }
}
