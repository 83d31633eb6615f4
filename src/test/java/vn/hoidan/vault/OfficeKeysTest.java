package vn.hoidan.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.access.OfficeWrap;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;

class OfficeKeysTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DEVICE = "d-0102030405060708";

    @TempDir
    Path folder;

    /// RFC 9180, appendix A.1.1: the recipient's key pair from its ikm.
    @Test
    void makesTheKnownKeyPairOfTheStandard() {
        var pair = OfficeWraps.pair(Bytes.ofHex("6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037")
                .toArray());
        assertEquals("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d",
                OfficeWraps.publicKey(pair).hex());
    }

    @Test
    void opensWhatALaptopWrappedForItAlsoAfterARestart() {
        OfficeKeys office = OfficeKeys.openOrCreate(folder);
        try (DataKey key = DataKey.random(RANDOM)) {
            Bytes sealed = key.seal("Không".getBytes(StandardCharsets.UTF_8), "x");
            OfficeWrap wrap = OfficeWraps.wrap(key, office.publicKey(), DEVICE);
            OfficeKeys again = OfficeKeys.openOrCreate(folder);
            assertEquals(office.publicKey(), again.publicKey());
            try (DataKey opened = OfficeWraps.key(again.unwrap(wrap).orElseThrow())) {
                assertArrayEquals("Không".getBytes(StandardCharsets.UTF_8), opened.open(sealed, "x"));
            }
        }
    }

    @Test
    void neverWrapsTheSameWayTwice() {
        OfficeKeys office = OfficeKeys.openOrCreate(folder);
        try (DataKey key = DataKey.random(RANDOM)) {
            OfficeWrap first = OfficeWraps.wrap(key, office.publicKey(), DEVICE);
            OfficeWrap second = OfficeWraps.wrap(key, office.publicKey(), DEVICE);
            assertNotEquals(first.wrapped(), second.wrapped());
            assertNotEquals(first.encapsulated(), second.encapsulated());
        }
    }

    @Test
    void opensNoWrapOfAnotherOfficeOrDeviceAndNoneThatWasChanged() {
        OfficeKeys office = OfficeKeys.openOrCreate(folder.resolve("a"));
        OfficeKeys other = OfficeKeys.openOrCreate(folder.resolve("b"));
        try (DataKey key = DataKey.random(RANDOM)) {
            OfficeWrap wrap = OfficeWraps.wrap(key, office.publicKey(), DEVICE);
            assertEquals(Optional.empty(), other.unwrap(wrap));
            assertEquals(Optional.empty(), office.unwrap(new OfficeWrap("d-other", wrap.officeKey(),
                    wrap.encapsulated(), wrap.wrapped())));
            assertEquals(Optional.empty(), office.unwrap(new OfficeWrap(DEVICE, wrap.officeKey(),
                    Bytes.of(new byte[32]), wrap.wrapped())));
            assertEquals(Optional.empty(), office.unwrap(new OfficeWrap(DEVICE, wrap.officeKey(),
                    Bytes.of(new byte[3]), Bytes.of(new byte[0]))));
            byte[] changed = wrap.wrapped().toArray();
            changed[5] ^= 1;
            assertEquals(Optional.empty(), office.unwrap(new OfficeWrap(DEVICE, wrap.officeKey(),
                    wrap.encapsulated(), Bytes.of(changed))));
        }
    }

    @Test
    void refusesAKeyThatIsNoPointWithAKnownSecret() {
        try (DataKey key = DataKey.random(RANDOM)) {
            assertThrows(IllegalArgumentException.class,
                    () -> OfficeWraps.wrap(key, Bytes.of(new byte[32]), DEVICE));
            assertThrows(IllegalArgumentException.class,
                    () -> OfficeWraps.wrap(key, Bytes.of(new byte[31]), DEVICE));
        }
    }

    @Test
    void derivesAnotherCodeForEachDeviceAndTurnAndAlwaysTheSame() {
        OfficeKeys office = OfficeKeys.openOrCreate(folder.resolve("a"));
        OfficeKeys other = OfficeKeys.openOrCreate(folder.resolve("b"));
        Set<String> codes = new HashSet<>();
        for (String device : List.of("d-1", "d-11", "d-2")) {
            for (int turn : new int[] {1, 2, 11, 12}) {
                codes.add(office.recoveryCode(device, turn).asText());
            }
        }
        assertEquals(12, codes.size());
        assertEquals(office.recoveryCode("d-1", 1), OfficeKeys.openOrCreate(folder.resolve("a"))
                .recoveryCode("d-1", 1));
        assertNotEquals(office.recoveryCode("d-1", 1), other.recoveryCode("d-1", 1));
        assertNotEquals(office.hash("d-1", office.recoveryCode("d-1", 1)),
                other.hash("d-1", office.recoveryCode("d-1", 1)));
        assertFalse(office.toString().contains(office.publicKey().hex().substring(0, 4)));
    }

    @Test
    void keepsBothFilesForTheirOwnerAndNamesTheOneThatIsBroken() throws IOException {
        OfficeKeys.openOrCreate(folder);
        Path store = folder.resolve(OfficeKeys.NAME + ".p12");
        Path password = folder.resolve(OfficeKeys.NAME + ".password");
        if (store.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            for (Path file : List.of(store, password)) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        Files.writeString(password, "wrong");
        ProblemException damaged = assertThrows(ProblemException.class, () -> OfficeKeys.openOrCreate(folder));
        assertEquals(ProblemKind.STORE_DAMAGED, damaged.problem().kind());
        assertEquals(store.toString(), damaged.problem().details().get("file"));
    }

    @Test
    void givesTheSameKeysToAllWhoMakeThemAtOnce() throws InterruptedException {
        ConcurrentLinkedQueue<Bytes> seen = new ConcurrentLinkedQueue<>();
        List<Thread> threads = java.util.stream.Stream.generate(() -> new Thread(
                () -> seen.add(OfficeKeys.openOrCreate(folder).publicKey()))).limit(4).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(4, seen.size());
        assertEquals(1, Set.copyOf(seen).size());
    }
}
