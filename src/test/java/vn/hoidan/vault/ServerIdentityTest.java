package vn.hoidan.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

class ServerIdentityTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-11-02T00:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void isTheSameAfterARestart() {
        byte[] first = identity("a").fingerprint();
        assertEquals(32, first.length);
        assertArrayEquals(first, identity("a").fingerprint());
        assertFalse(Arrays.equals(first, identity("b").fingerprint()));
    }

    @Test
    void talksToWhoKnowsTheBeginningOfItsFingerprint() throws Exception {
        ServerIdentity server = identity("a");
        assertEquals(42, greeting(server, Arrays.copyOf(server.fingerprint(), 16)));
        assertEquals(42, greeting(server, server.fingerprint()));
    }

    @Test
    void isNotTrustedByWhoKnowsAnotherFingerprint() {
        ServerIdentity server = identity("a");
        byte[] slip = Arrays.copyOf(server.fingerprint(), 16);
        slip[15] ^= 1;
        for (byte[] other : List.of(slip, identity("b").fingerprint())) {
            SSLHandshakeException refused = assertThrows(SSLHandshakeException.class, () -> greeting(server, other));
            assertTrue(Stream.iterate((Throwable) refused, cause -> cause != null, Throwable::getCause)
                    .anyMatch(CertificateMismatchException.class::isInstance));
        }
    }

    @Test
    void refusesAFingerprintThatIsTooShortToProveAnything() {
        assertThrows(IllegalArgumentException.class, () -> PinnedTrust.context(new byte[15]));
    }

    @Test
    void saysThatItsFilesAreDamagedInsteadOfMakingANewIdentity() throws IOException {
        identity("a");
        Path store = folder.resolve("a").resolve(ServerIdentity.NAME + ".p12");
        byte[] good = Files.readAllBytes(store);
        Files.write(store, Arrays.copyOf(good, good.length / 2));
        assertDamaged();
        Files.write(store, good);
        Files.writeString(folder.resolve("a").resolve(ServerIdentity.NAME + ".password"), "wrong");
        assertDamaged();
        Files.delete(folder.resolve("a").resolve(ServerIdentity.NAME + ".password"));
        assertDamaged();
        assertArrayEquals(good, Files.readAllBytes(store));
    }

    @Test
    void makesItsFilesReadableForTheirOwnerOnly() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no owners here");
        identity("a");
        for (String name : List.of(ServerIdentity.NAME + ".p12", ServerIdentity.NAME + ".password")) {
            assertEquals("rw-------", PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(folder.resolve("a").resolve(name))));
        }
        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            // the third is the empty file that programs wait for each other with
            assertEquals(3, files.count());
            assertEquals(0, Files.size(folder.resolve("a").resolve(KeyFile.LOCK)));
        }
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws IOException {
        Files.createFile(folder.resolve("file"));
        ProblemException refused = assertThrows(ProblemException.class, () -> identity("file"));
        assertEquals(ProblemKind.FOLDER_NOT_WRITABLE, refused.problem().kind());
    }

    private void assertDamaged() {
        assertEquals(ProblemKind.STORE_DAMAGED,
                assertThrows(ProblemException.class, () -> identity("a")).problem().kind());
    }

    private ServerIdentity identity(String name) {
        return ServerIdentity.openOrCreate(folder.resolve(name), List.of("localhost", "127.0.0.1", "::1"), CLOCK);
    }

    /// One byte over a real TLS connection.
    private static int greeting(ServerIdentity identity, byte[] fingerprint) throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                SSLServerSocket listening = assertInstanceOf(SSLServerSocket.class, identity.sslContext()
                        .getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress()))) {
            Future<?> server = thread.submit(() -> {
                try (SSLSocket socket = (SSLSocket) listening.accept()) {
                    socket.getOutputStream().write(42);
                    socket.getOutputStream().flush();
                } catch (IOException clientWentAway) {
                    // the client refuses the certificate: that is what it is asked
                    return;
                }
            });
            try (SSLSocket socket = (SSLSocket) PinnedTrust.context(fingerprint).getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), listening.getLocalPort())) {
                socket.startHandshake();
                return socket.getInputStream().read();
            } finally {
                server.get();
            }
        }
    }
}
