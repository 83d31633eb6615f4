package vn.hoidan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.release.ReleaseOffer;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.vault.DeviceKey;

/// An office signs on its own machine and offers at its server, by commands.
@DisplayName("A version for the laptops")
class ReleaseCommandsTest {
    private static final String PLATFORM = "linux-x64";
    private static final String PASS = "bốn từ ghép lại";
    private static final int PERSON = 2;

    @TempDir
    private Path folder;
    private Path data;
    private Path key;
    private Path signed;
    private String said;

    @BeforeEach
    void makeAKey() {
        data = folder.resolve("server");
        key = folder.resolve("office.key");
        signed = folder.resolve("v1.hoidan-release");
        assertEquals(0, typed(PASS, PASS).run("release", "key", key.toString()), () -> said);
    }

    @Test
    void isSignedAwayFromTheServerAndOfferedThere() throws IOException {
        Path program = program("1.0.0", "first");
        assertEquals(0, sign(program), () -> said);
        assertEquals(0, offer(program), () -> said);
        ReleaseOffer offered = offered();
        assertTrue(said.contains(grouped(offered.key().hex())), said);
        assertEquals(0, offer(program), "the same once more, after files were lost");
        try (var all = Files.walk(data)) {
            assertFalse(all.anyMatch(file -> file.getFileName().toString().contains("release-key")), "at the server");
        }
        assertFalse(Files.readString(key).contains(PASS));
    }

    @Test
    void isNotSignedWithoutThePassphrase() throws IOException {
        Path program = program("1.0.0", "first");
        assertEquals(PERSON, typed("một mật khẩu khác").run("release", "sign", program.toString(), signed.toString(),
                "--key", key.toString()));
        assertTrue(said.contains("Không mở được tệp khóa"), said);
        assertFalse(Files.exists(signed));
        byte[] content = Files.readAllBytes(key);
        for (int at : List.of(0, content.length / 2, content.length - 3)) {
            byte[] changed = content.clone();
            changed[at] = (byte) (changed[at] == 'a' ? 'b' : 'a');
            Files.write(key, changed);
            assertEquals(PERSON, sign(program), "changed at " + at);
        }
        Files.write(key, Arrays.copyOf(content, content.length / 2));
        assertEquals(PERSON, sign(program));
    }

    @Test
    void isRefusedWhenItIsNotExactlyWhatTheOfficeSigned() throws IOException {
        Path program = program("1.0.0", "first");
        sign(program);
        byte[] whole = Files.readAllBytes(signed);
        for (int at = 0; at < whole.length; at += 97) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(signed, changed);
            assertEquals(PERSON, offer(program), "changed at " + at);
        }
        for (int length = 0; length < whole.length; length += 211) {
            Files.write(signed, Arrays.copyOf(whole, length));
            assertEquals(PERSON, offer(program), "cut at " + length);
        }
        Files.write(signed, whole);
        Files.writeString(program.resolve("lib/app/hoidan.jar"), "chang");
        assertEquals(PERSON, offer(program));
        assertTrue(said.contains("lib/app/hoidan.jar"), said);
        Files.delete(program.resolve("lib/app/hoidan.jar"));
        assertEquals(PERSON, offer(program));
        assertTrue(said.contains("lib/app/hoidan.jar"), said);
        assertFalse(Files.exists(data.resolve("releases").resolve(PLATFORM + ".offer")), "something is offered");
    }

    @Test
    void isRefusedWhenItIsOlderOrNoClient() throws IOException {
        Path second = program("1.10.0", "second");
        sign(second);
        assertEquals(0, offer(second));
        Path older = program("1.9.0", "older");
        sign(older);
        assertEquals(PERSON, offer(older));
        assertTrue(said.contains("1.9.0") && said.contains("1.10.0"), said);
        Path same = program("1.10.0", "other");
        sign(same);
        assertEquals(PERSON, offer(same), "another content under the same number");
        Path server = program("2.0.0", "server");
        Files.move(server.resolve("lib/app/hoi-dan.cfg"), server.resolve("lib/app/hoi-dan-server.cfg"));
        Files.delete(signed);
        assertEquals(3, sign(server), () -> said);
        assertFalse(Files.exists(signed));
    }

    @Test
    void isTakenFromAnotherKeyOnlyAfterTheOneBeforeHandedOver() throws IOException {
        Path first = program("1.0.0", "first");
        sign(first);
        offer(first);
        Path next = program("1.1.0", "next");
        Path stranger = folder.resolve("stranger.key");
        typed(PASS, PASS).run("release", "key", stranger.toString());
        signWith(stranger, next);
        assertEquals(PERSON, offer(next));
        assertTrue(said.contains("không phải là phiên bản được ký"), said);
        Path later = folder.resolve("later.key");
        assertEquals(0, typed(PASS, PASS + "2", PASS + "2").run("release", "key", later.toString(), "--after",
                key.toString()), () -> said);
        assertEquals(0, typed(PASS + "2").run("release", "sign", next.toString(), signed.toString(), "--key",
                later.toString()));
        assertEquals(0, offer(next), () -> said);
        Path past = program("1.2.0", "past");
        sign(past);
        assertEquals(PERSON, offer(past), "the key before holds no longer");
    }

    @Test
    void keepsTheKeyThatLaptopsKnowWhenItIsTakenFromTheServer() throws Exception {
        DeviceKey old = keyAtServer();
        Path moved = folder.resolve("moved.key");
        Path first = program("1.0.0", "first");
        sign(first);
        assertEquals(PERSON, offer(first), "another key than the one at the server");
        assertEquals(0, typed(PASS, PASS).run("release", "key", moved.toString(), "--from-server", "--data",
                data.toString()), () -> said);
        assertFalse(Files.exists(data.resolve("identity/release-key.p12")));
        assertFalse(Files.exists(data.resolve("identity/release-key.password")));
        signWith(moved, first);
        assertEquals(0, offer(first), () -> said);
        assertEquals(old.publicKey(), offered().key());
        assertEquals(PERSON, typed(PASS, PASS).run("release", "key", folder.resolve("twice.key").toString(),
                "--from-server", "--data", data.toString()));
        assertTrue(said.contains("không có khóa ký"), said);
    }

    @Test
    void getsNoKeyFileOverAnotherOrUnderAWeakPassphrase() throws IOException {
        byte[] before = Files.readAllBytes(key);
        assertEquals(3, typed(PASS, PASS).run("release", "key", key.toString()));
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(key)));
        Path weak = folder.resolve("weak.key");
        assertEquals(PERSON, typed("ngắn quá", "ngắn quá").run("release", "key", weak.toString()));
        assertTrue(said.contains("12"), said);
        assertEquals(PERSON, typed(PASS, PASS + "x").run("release", "key", weak.toString()));
        assertFalse(Files.exists(weak));
    }

    /// As earlier programs made it.
    private DeviceKey keyAtServer() throws GeneralSecurityException, IOException {
        DeviceKey made = DeviceKey.random();
        String password = "0123456789abcdef".repeat(4);
        Path identity = Files.createDirectories(data.resolve("identity"));
        Files.writeString(identity.resolve("release-key.password"), password);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("release", new SecretKeySpec(made.toBytes(), "AES"), password.toCharArray(), null);
        try (OutputStream out = Files.newOutputStream(identity.resolve("release-key.p12"))) {
            store.store(out, password.toCharArray());
        }
        return made;
    }

    private Path program(String version, String content) throws IOException {
        Path made = folder.resolve(content);
        Files.createDirectories(made.resolve("lib/app"));
        Files.createDirectories(made.resolve("lib/runtime"));
        Files.writeString(made.resolve("lib/app/hoi-dan.cfg"), "java-options=-Djpackage.app-version=" + version
                + "\njava-options=-Dhoidan.platform=" + PLATFORM + "\n");
        Files.writeString(made.resolve("lib/app/hoidan.jar"), content);
        return made;
    }

    private int sign(Path program) {
        return signWith(key, program);
    }

    private int signWith(Path with, Path program) {
        return typed(PASS).run("release", "sign", program.toString(), signed.toString(), "--key", with.toString());
    }

    private int offer(Path program) {
        return typed().run("release", "offer", program.toString(), signed.toString(), "--data", data.toString());
    }

    private ReleaseOffer offered() {
        try (Office office = ServerWiring.openOffice(ServerSettings.practice(data))) {
            return office.releases().offer(PLATFORM).orElseThrow();
        }
    }

    private static String grouped(String hex) {
        return hex.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private Typing typed(String... lines) {
        return new Typing(String.join("\n", lines) + "\n");
    }

    /// Somebody who types these lines.
    private final class Typing {
        private final String lines;

        private Typing(String lines) {
            this.lines = lines;
        }

        int run(String... line) {
            InputStream before = System.in;
            StringWriter out = new StringWriter();
            PrintWriter terminal = new PrintWriter(out, true);
            System.setIn(new ByteArrayInputStream(lines.getBytes(Charset.defaultCharset())));
            try {
                return CommandLines.run(line, new Terminal(terminal, terminal));
            } finally {
                System.setIn(before);
                said = out.toString();
            }
        }
    }
}
