package vn.hoidan.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.Fuzzing;
import vn.hoidan.support.Samples;

@BesideOthers
class SealFuzzTest {
    private static final int RUNS = 4_000;
    /// Each costs some powers of numbers of 2,048 bits.
    private static final int HANDSHAKES = 150;

    @Test
    void opensOrRefusesWhateverIsSealed() throws IOException, InterruptedException {
        new Fuzzing(SealTarget.class, RUNS, "vn.hoidan.vault.**:org.bouncycastle.crypto.hpke.**", List.of())
                .run(SealFuzzTest::seeds);
    }

    @Test
    void letsNobodyThroughAHandshakeWhoHasAnotherCode() throws IOException, InterruptedException {
        new Fuzzing(HandshakeTarget.class, HANDSHAKES, "vn.hoidan.vault.**:org.bouncycastle.crypto.agreement.jpake.**",
                List.of()).run(SealFuzzTest::strangers);
    }

    /// What two others said to each other with another code.
    private static void strangers(Path corpus) throws IOException {
        SpokenCode code = SpokenCode.of(Samples.bytes(Long.BYTES, 7), SpokenCode.RESET_GROUPS);
        CodeHandshake waits = new CodeHandshake(CodeHandshake.Side.WAITS, code);
        CodeHandshake comes = new CodeHandshake(CodeHandshake.Side.COMES, code);
        Bytes first = comes.first();
        Bytes second = comes.second(waits.first()).orElseThrow();
        Bytes third = comes.third(waits.second(first).orElseThrow()).orElseThrow();
        waits.third(second).orElseThrow();
        List<Bytes> said = List.of(first, second, third,
                waits.seals(third).orElseThrow().seal(new byte[] {1, 2, 3}));
        for (int kind = 0; kind < said.size(); kind++) {
            byte[] input = ByteBuffer.allocate(1 + said.get(kind).length()).put((byte) kind)
                    .put(said.get(kind).toArray()).array();
            HandshakeTarget.fuzzerTestOneInput(input);
            Files.write(corpus.resolve("handshake-" + kind), input);
        }
    }

    private static void seeds(Path corpus) throws IOException {
        Bytes header = Samples.bytes(60, 1);
        Bytes content = Samples.bytes(100, 2);
        Bytes office = Bytes.of(RecordSeals.hpke().serializePublicKey(SealTarget.OFFICE.getPublic()));
        DeviceKey device = DeviceKey.random();
        write(corpus, 0, header, RecordSeals.seal(office, header, content));
        write(corpus, 1, header, ReplySeals.seal(SealTarget.KEY, header, content));
        try (DataKey key = DataKey.of(SealTarget.KEY.toArray(), new SecureRandom())) {
            write(corpus, 2, header, key.seal(content.toArray(), header.hex()));
        }
        write(corpus, 3, device.publicKey(), device.sign(SignaturePurpose.RECORD, SealTarget.KEY));
        write(corpus, 4, office, content);
    }

    private static void write(Path corpus, int kind, Bytes plain, Bytes sealed) throws IOException {
        byte[] input = ByteBuffer.allocate(2 + plain.length() + sealed.length()).put((byte) kind)
                .put((byte) plain.length()).put(plain.toArray()).put(sealed.toArray()).array();
        SealTarget.fuzzerTestOneInput(input);
        Files.write(corpus.resolve("seal-" + kind), input);
    }
}
