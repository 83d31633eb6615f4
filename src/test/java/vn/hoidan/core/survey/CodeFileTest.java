package vn.hoidan.core.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFileTest {
    private static final EnrolmentCode CODE = new EnrolmentCode(new byte[EnrolmentCode.SECRET_BYTES],
            new byte[EnrolmentCode.FINGERPRINT_BYTES]);
    private static final CodeFile FILE = new CodeFile("khaosat.example.vn:8443", CODE);

    @Test
    void isReadAsItWasWrittenWhateverTheEndsOfItsLines() {
        assertEquals(Optional.of(FILE), CodeFile.parse(FILE.asText()));
        assertEquals(Optional.of(FILE), CodeFile.parse(FILE.asText().replace("\n", "\r\n") + "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hoidan-code 2\nserver a\ncode ", "hoidan-code 1\nserver a", "{}"})
    void isNotMadeOfAnythingElse(String text) {
        assertEquals(Optional.empty(), CodeFile.parse(text));
        assertEquals(Optional.empty(), CodeFile.parse(FILE.asText() + text + "\nmore"));
    }

    @Test
    void isRefusedWithASlipInItsCode() {
        String symbol = CODE.asText().substring(0, 1);
        assertEquals(Optional.empty(), CodeFile.parse(FILE.asText().replace("code " + symbol, "code 7")));
    }
}
