package vn.hoidan.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.support.Samples;

class CompressionTest {
    @Test
    void givesBackEveryLength() {
        for (int length : List.of(0, 1, 100, 8_191, 8_192, 8_193, 300_000)) {
            byte[] plain = Samples.bytes(length, 5).toArray();
            assertArrayEquals(plain, Compression.inflate(Compression.deflate(plain), length));
            assertArrayEquals(plain, Compression.gunzip(Compression.gzip(plain), length));
        }
    }

    @Test
    void stopsAtTheLimitWhenAFewBytesUnfoldToManyMore() {
        byte[] bomb = Compression.deflate(new byte[50_000_000]);
        assertTrue(bomb.length < 100_000);
        assertProblem(ProblemKind.MESSAGE_TOO_LARGE, () -> Compression.inflate(bomb, 1_000_000));
        byte[] gzipBomb = Compression.gzip(new byte[50_000_000]);
        assertProblem(ProblemKind.MESSAGE_TOO_LARGE, () -> Compression.gunzip(gzipBomb, 1_000_000));
        byte[] justTooLong = Compression.deflate(new byte[101]);
        assertProblem(ProblemKind.MESSAGE_TOO_LARGE, () -> Compression.inflate(justTooLong, 100));
    }

    @Test
    void refusesDataThatIsCutAnywhere() {
        byte[] deflated = Compression.deflate(Samples.bytes(500, 1).toArray());
        byte[] gzipped = Compression.gzip(Samples.bytes(500, 1).toArray());
        for (int length = 0; length < deflated.length; length++) {
            byte[] cut = Arrays.copyOf(deflated, length);
            assertProblem(ProblemKind.MESSAGE_UNREADABLE, () -> Compression.inflate(cut, 1_000));
        }
        for (int length = 0; length < gzipped.length; length++) {
            byte[] cut = Arrays.copyOf(gzipped, length);
            assertProblem(ProblemKind.MESSAGE_UNREADABLE, () -> Compression.gunzip(cut, 1_000));
        }
    }

    @Test
    void refusesDataWithSomethingBehindIt() {
        byte[] deflated = Compression.deflate(new byte[10]);
        byte[] longer = Arrays.copyOf(deflated, deflated.length + 1);
        assertProblem(ProblemKind.MESSAGE_UNREADABLE, () -> Compression.inflate(longer, 1_000));
    }

    private static void assertProblem(ProblemKind kind, Runnable work) {
        assertEquals(kind, assertThrows(ProblemException.class, work::run).problem().kind());
    }
}
