package vn.hoidan.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VoucherTextTest {
    @Test
    void readsAVoucherInLettersAsItWasWrittenDown() throws IOException {
        try (InputStream stream = VoucherTextTest.class.getResourceAsStream("voucher-text-1.txt")) {
            String letters = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(Optional.of(WireTest.voucher()), VoucherText.read(letters));
            // a mail program folds lines
            assertEquals(Optional.of(WireTest.voucher()), VoucherText.read(letters.replaceAll("(.{60})", "$1\r\n ")));
        }
    }

    @Test
    void refusesAVoucherThatLostALetter() {
        String letters = VoucherText.of(WireTest.voucher());
        for (int place = 0; place < letters.length(); place++) {
            String shorter = letters.substring(0, place) + letters.substring(place + 1);
            assertEquals(Optional.empty(), VoucherText.read(shorter), "without letter " + place);
        }
    }
}
