package vn.hoidan.client.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.Fuzzing;

@BesideOthers
class LineFuzzTest {
    /// Most cost a handshake.
    private static final int RUNS = 400;
    /// Connections of the target's own, to itself.
    private static final List<String> MEANT =
            List.of("com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery");

    @Test
    void isNotLedAstrayByWhateverIsHeardInTheLocalNetwork() throws IOException, InterruptedException {
        new Fuzzing(LineTarget.class, RUNS, "vn.hoidan.client.net.**:vn.hoidan.vault.LineSeals", MEANT)
                .run(LineFuzzTest::seeds);
    }

    private static void seeds(Path corpus) throws IOException {
        write(corpus, "call", LineTarget.WORD, Calls.CALL.getBytes(StandardCharsets.UTF_8));
        write(corpus, "answer", LineTarget.WORD, Calls.answer(LocalNetwork.USUAL_PORT, "Máy 1"));
        write(corpus, "stranger", LineTarget.STRANGER, ByteBuffer.allocate(12).putInt(8).putLong(1).array());
        write(corpus, "file", LineTarget.COLLEAGUE,
                ByteBuffer.allocate(Long.BYTES + 6).putLong(4).put(new byte[] {1, 9, 3, 8, 7, 6}).array());
        write(corpus, "concluded", LineTarget.COLLEAGUE,
                ByteBuffer.allocate(Long.BYTES + 4).putLong(2).put(new byte[] {2, 9, 8, 0}).array());
        write(corpus, "large", LineTarget.COLLEAGUE,
                ByteBuffer.allocate(Long.BYTES + 1).putLong(Long.MAX_VALUE).put((byte) 0).array());
    }

    private static void write(Path corpus, String name, byte kind, byte[] said) throws IOException {
        byte[] input = ByteBuffer.allocate(1 + said.length).put(kind).put(said).array();
        LineTarget.fuzzerTestOneInput(input);
        Files.write(corpus.resolve("line-" + name), input);
    }
}
