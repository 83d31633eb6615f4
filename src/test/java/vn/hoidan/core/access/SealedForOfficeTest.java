package vn.hoidan.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.support.Samples;

class SealedForOfficeTest {
    private static final SealedForOffice FILE = new SealedForOffice(new OfficeWrap("d-1", Samples.bytes(32, 5),
            Samples.bytes(32, 6), Samples.bytes(48, 7)), Samples.bytes(90, 8));

    @Test
    void isReadAsItWasWritten() {
        assertEquals(Optional.of(FILE), SealedForOffice.parse(FILE.toBytes()));
    }

    @Test
    void refusesADeviceThatCannotBeOne() {
        for (String device : List.of("", "d 1", "Đ-1", "d-1".repeat(30), "\u00a5".repeat(100) + "d-1")) {
            String text = new String(FILE.toBytes().toArray(), StandardCharsets.US_ASCII).replace("\nd-1\n",
                    "\n" + device + "\n");
            assertEquals(Optional.empty(), SealedForOffice.parse(Bytes.of(text.getBytes(StandardCharsets.UTF_8))),
                    device);
        }
    }
}
