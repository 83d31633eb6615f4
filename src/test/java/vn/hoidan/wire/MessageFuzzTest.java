package vn.hoidan.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.access.OfficeWrap;
import vn.hoidan.core.access.SealedForOffice;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.ReleaseFile;
import vn.hoidan.core.release.ReleaseOffer;
import vn.hoidan.core.release.Version;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.Fuzzing;
import vn.hoidan.support.PracticeOffice;
import vn.hoidan.support.Samples;

/// Every decoder of what comes from outside is one choice of {@link MessageTarget}; each begins with a good input.
@BesideOthers
class MessageFuzzTest {
    private static final int RUNS = 12_000;
    /// Detectors that take a regular expression over a message for an attack.
    private static final List<String> NOT_MEANT = List.of("com.code_intelligence.jazzer.sanitizers.RegexRoadblocks");
    /// Golden files with another name than their decoder.
    private static final Map<String, String> FILES = Map.of("down-item", "down-item-1", "quota-decision",
            "quota-decision-0", "fact", "fact-1", "interview-record", "interview-record-2");

    @Test
    void readsOrRefusesWhateverComesInEveryForm() throws IOException, InterruptedException {
        new Fuzzing(MessageTarget.class, RUNS, "vn.hoidan.wire.**:vn.hoidan.core.**", NOT_MEANT)
                .run(MessageFuzzTest::seeds);
    }

    private static void seeds(Path corpus) throws IOException {
        Map<String, byte[]> made = made();
        List<MessageTarget.Decoder<?>> decoders = MessageTarget.DECODERS;
        for (int choice = 0; choice < decoders.size(); choice++) {
            String name = decoders.get(choice).name();
            byte[] seed = made.containsKey(name) ? made.get(name) : golden(FILES.getOrDefault(name, name) + ".json");
            assertTrue(decoders.get(choice).decode(seed), () -> name + " does not begin with a good input");
            ByteArrayOutputStream input = new ByteArrayOutputStream();
            input.write(choice);
            input.writeBytes(seed);
            Files.write(corpus.resolve(name), input.toByteArray());
        }
        ByteArrayOutputStream older = new ByteArrayOutputStream();
        older.write(0);
        older.writeBytes(golden("sync-request-signed-2.bin"));
        Files.write(corpus.resolve("sync-request-frame"), older.toByteArray());
    }

    /// Of what has no golden file in JSON.
    static Map<String, byte[]> made() throws IOException {
        Map<String, byte[]> made = new HashMap<>();
        Bytes key = Samples.bytes(32, 1);
        UpEnvelope up = UpEnvelope.of("d-1", Samples.MORNING, 1, 2, _ -> Samples.bytes(40, 2),
                _ -> Samples.bytes(64, 3));
        Envelope down = new DownEnvelope("d-1", up.id(), Samples.bytes(30, 4));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CarriedFile.write(List.of(up, down), file);
        made.put("carried-file", file.toByteArray());
        made.put("envelope", up.toBytes().toArray());
        made.put("carried-request", CarriedMessages.of(new CarriedMessages.Request(key,
                WireTest.request(Optional.of(key)))).toArray());
        made.put("carried-reply", CarriedMessages.of(Wire.syncReply(golden("sync-reply.json"))).toArray());
        made.put("interview-body", RecordBodies.of(Samples.interviewRecord(Samples.interviewId(1)),
                MessageTarget.DICTIONARY).toArray());
        made.put("contact-body", golden("contact-1.bin"));
        made.put("inflated", Compression.deflate(Samples.bytes(200, 1).toArray()));
        made.put("gunzipped", Compression.gzip(Samples.bytes(200, 1).toArray()));
        made.put("voucher-text", text(VoucherText.of(Wire.signedVoucher(golden("signed-voucher.json")))));
        Release release = new Release("linux-x64", new Version(1, 10, 0),
                List.of(new ReleaseFile("bin/hoi-dan", key.hex(), 12, true)));
        made.put("release", release.toBytes().toArray());
        made.put("release-offer", new ReleaseOffer(key, Optional.of(new ReleaseOffer.Signed(release.toBytes(),
                Samples.bytes(64, 9)))).toBytes().toArray());
        made.put("support-file", new SealedForOffice(new OfficeWrap("d-1", Samples.bytes(32, 5), Samples.bytes(32, 6),
                Samples.bytes(48, 7)), Samples.bytes(90, 8)).toBytes().toArray());
        made.put("enrolment-code", text(new EnrolmentCode(Samples.bytes(EnrolmentCode.SECRET_BYTES, 1).toArray(),
                Samples.bytes(EnrolmentCode.FINGERPRINT_BYTES, 2).toArray()).asText()));
        made.put("spoken-code", text(PracticeOffice.RESET_CODE.asText()));
        made.put("slips", text(PracticeOffice.RESET_CODE.asText()));
        made.put("unit-code", text(UnitCode.of(7).spoken()));
        made.put("dictionary", text("<bind nodeset=\"/data/q9\"/><bind nodeset='/data/q1'/>"));
        return made;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream stream = MessageFuzzTest.class.getResourceAsStream(name)) {
            assertTrue(stream != null, () -> "no " + name);
            return stream.readAllBytes();
        }
    }
}
