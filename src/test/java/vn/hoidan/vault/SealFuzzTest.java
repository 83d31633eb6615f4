package vn.hoidan.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.Fuzzing;
import vn.hoidan.support.Samples;

@BesideOthers
class SealFuzzTest {
    private static final int RUNS = 4_000;

    @Test
    void opensOrRefusesWhateverIsSealed() throws IOException, InterruptedException {
        new Fuzzing(SealTarget.class, RUNS, "vn.hoidan.vault.**:org.bouncycastle.crypto.hpke.**", List.of())
                .run(SealFuzzTest::seeds);
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
