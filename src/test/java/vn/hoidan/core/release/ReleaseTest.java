package vn.hoidan.core.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoidan.core.sync.Bytes;

@DisplayName("The list of a release")
class ReleaseTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final Release RELEASE = new Release("linux-x64", new Version(1, 10, 0), List.of(
            new ReleaseFile("bin/hoi-dan", HASH, 12, true), new ReleaseFile("lib/app/.jpackage.xml", HASH, 0, false)));

    @Test
    void isReadAsItWasWritten() {
        assertEquals(Optional.of(RELEASE), Release.parse(RELEASE.toBytes()));
    }

    @Test
    void isRefusedWhenItIsWrittenInAnyOtherWay() {
        String text = new String(RELEASE.toBytes().toArray(), StandardCharsets.UTF_8);
        for (String other : List.of(text + "\n", text.replace("12", "012"), text.replace("\n", "\r\n"),
                text.replace("plain", "other"), text.replace("release 1", "release 2"), text.replace("1.10", "1.10.0"),
                text.replace("12", "99999999999"), text + text.lines().toList().getLast() + "\n", "")) {
            assertEquals(Optional.empty(), Release.parse(Bytes.of(other.getBytes(StandardCharsets.UTF_8))), other);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../b", "/a", "a//b", "C:/a", "a\\b", "a/", "", ".", "..", "a/nul.txt", "CON",
        "a.", "a b", "a\nb", "-rf"})
    void namesNoFileOutsideItsFolder(String path) {
        assertThrows(IllegalArgumentException.class, () -> new ReleaseFile(path, HASH, 1, false));
    }

    @Test
    void isTooLargeBeyondItsBound() {
        assertThrows(IllegalArgumentException.class, () -> new Release("linux-x64", new Version(1, 0, 0),
                List.of(new ReleaseFile("a", HASH, Release.MOST_BYTES, false),
                        new ReleaseFile("b", HASH, 1, false))));
    }

    @Test
    void comparesNumbersAndNotLetters() {
        assertTrue(new Version(0, 10, 0).isNewerThan(new Version(0, 9, 9)));
        assertFalse(new Version(0, 9, 9).isNewerThan(new Version(0, 9, 9)));
        assertEquals(Optional.empty(), Version.parse("0.1.0-SNAPSHOT"));
    }

    @Test
    void travelsWithItsSignatureOrWithout() {
        Bytes key = Bytes.ofHex(HASH);
        ReleaseOffer none = new ReleaseOffer(key, Optional.empty());
        ReleaseOffer one = new ReleaseOffer(key, Optional.of(new ReleaseOffer.Signed(RELEASE.toBytes(),
                Bytes.ofHex(HASH + HASH))));
        assertEquals(Optional.of(none), ReleaseOffer.parse(none.toBytes()));
        assertEquals(Optional.of(one), ReleaseOffer.parse(one.toBytes()));
        assertEquals(Optional.empty(), ReleaseOffer.parse(Bytes.of(new byte[50])));
    }
}
