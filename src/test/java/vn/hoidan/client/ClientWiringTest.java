package vn.hoidan.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.survey.CodeFile;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.support.FileNames;

/// The client with its real parts.
final class ClientWiringTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void aNewLaptopAsksForACodeAndSaysClearlyThatNobodyAnswersThere(@TempDir Path folder) throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        EnrolmentCode code = new EnrolmentCode(new byte[EnrolmentCode.SECRET_BYTES],
                new byte[EnrolmentCode.FINGERPRINT_BYTES]);
        try (RunningClient client = ClientWiring.open(ClientSettings.of(folder, "en"))) {
            assertTrue(client.waitFor("Nobody has enrolled on this laptop yet.", PATIENCE), client.text());
            client.press("2");
            client.type("127.0.0.1:" + unused);
            client.press("Tab");
            client.type(code.asText());
            client.press("Enter");
            assertTrue(client.waitFor("The server 127.0.0.1:" + unused, PATIENCE)
                    || client.text().contains("network"), client.text());
        }
        assertEquals(0, folder.resolve("people").toFile().exists()
                ? folder.resolve("people").toFile().list().length : 0, "nothing is left of an enrolment that failed");
    }

    @Test
    void opensWithTheCodeFileThatWasOpenedAndShowsWhatItHolds(@TempDir Path folder) throws IOException {
        EnrolmentCode code = new EnrolmentCode(new byte[EnrolmentCode.SECRET_BYTES],
                new byte[EnrolmentCode.FINGERPRINT_BYTES]);
        Path file = folder.resolve(FileNames.possible("Mã của tôi.") + CodeFile.ENDING);
        Files.writeString(file, new CodeFile("khaosat.invalid:8443", code).asText());
        try (RunningClient client = ClientWiring.open(ClientSettings.of(folder, "vi").opening(file))) {
            assertTrue(client.waitFor("khaosat.invalid:8443", PATIENCE), client.text());
            assertTrue(client.waitFor(code.asText(), PATIENCE), client.text());
        }
    }

    @Test
    void refusesSettingsThatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> ClientSettings.of(Path.of("x"), "fr"));
    }
}
