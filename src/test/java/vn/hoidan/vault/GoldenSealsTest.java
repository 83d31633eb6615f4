package vn.hoidan.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.support.Samples;
import vn.hoidan.wire.CarriedFile;
import vn.hoidan.wire.CarriedMessages;
import vn.hoidan.wire.Wire;

/// Sealed and signed messages as laptops and office sent them when each form was new. They lie on sticks and in stores
/// for years and must open for ever. Sealing is never the same twice, so nothing is written anew and compared.
class GoldenSealsTest {
    private static final AsymmetricCipherKeyPair OFFICE =
            RecordSeals.hpke().deriveKeyPair(Samples.bytes(32, 42).toArray());
    private static final Bytes REPLY_KEY = Samples.bytes(32, 43);
    /// RFC 8032, section 7.1, test 1.
    private static final Bytes LAPTOP =
            Bytes.ofHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    private static final String DEVICE = "d-0011223344556677";

    /// The frame of a request with a sealed and signed interview of the second form.
    @Test
    void opensARecordAsItWasSealedAndSigned() throws Exception {
        isTheRequest(Wire.syncRequest(golden("sealed-request-2.bin").toArray()));
    }

    private static void isTheRequest(SyncRequest request) throws IOException, InvalidCipherTextException {
        assertEquals(LAPTOP, request.signingKey().orElseThrow());
        UpRecord record = request.records().getFirst();
        assertTrue(Signatures.verify(LAPTOP, SignaturePurpose.RECORD, record.position().hash(),
                record.signature().orElseThrow()));
        assertTrue(RecordSeals.isSealed(record.body()));
        Bytes header = RecordHeader.of(OwnLog.name(DEVICE, 2), record).toBytes();
        // what is inside is read in the tests of the wire
        assertEquals(golden("/vn/hoidan/wire/interview-2.bin"),
                RecordSeals.open(OFFICE, header, record.body().toArray()));
    }

    @Test
    void readsAFileThatWasCarried(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("carried");
        Files.write(file, golden("carried-1.bin").toArray());
        List<Envelope> envelopes = CarriedFile.read(file);
        UpEnvelope up = assertInstanceOf(UpEnvelope.class, envelopes.getFirst());
        DownEnvelope down = assertInstanceOf(DownEnvelope.class, envelopes.getLast());
        assertEquals(2, envelopes.size());
        assertTrue(Signatures.verify(LAPTOP, SignaturePurpose.ENVELOPE, up.signed(), up.signature()));
        CarriedMessages.Request inside = CarriedMessages.request(
                RecordSeals.open(OFFICE, up.header(), up.sealed().toArray()));
        assertEquals(REPLY_KEY, inside.replyKey());
        isTheRequest(inside.request());
        assertEquals(up.id(), down.answers());
        SyncReply reply = CarriedMessages.reply(ReplySeals.open(REPLY_KEY, down.header(), down.sealed())
                .orElseThrow());
        assertEquals(inside.request().records().getFirst().position(), reply.stored());
        assertEquals(RecordType.INTERVIEW, inside.request().records().getFirst().type());
    }

    private static Bytes golden(String name) throws IOException {
        try (InputStream stream = GoldenSealsTest.class.getResourceAsStream(name)) {
            return Bytes.of(stream.readAllBytes());
        }
    }
}
