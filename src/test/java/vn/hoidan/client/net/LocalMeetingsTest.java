package vn.hoidan.client.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.meeting.MeetingDoor;
import vn.hoidan.client.app.meeting.MeetingLine;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;

/// Two laptops meet over real connections, with somebody between them who listens, cuts and changes.
class LocalMeetingsTest {
    private static final SpokenCode CODE = code("abcdefgh");
    private static final LocalMeetings.Patience PATIENCE = new LocalMeetings.Patience(Duration.ofSeconds(2),
            Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(20));

    /// For meetings that fail anyway.
    private static final LocalMeetings.Patience LITTLE = new LocalMeetings.Patience(Duration.ofSeconds(2),
            Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(1));

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final long seed = new SecureRandom().nextLong();
    private final Random random = new Random(seed);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static SpokenCode code(String eight) {
        return SpokenCode.of(Bytes.of(eight.getBytes(StandardCharsets.US_ASCII)), Meetings.CODE_GROUPS);
    }

    private static LocalMeetings meetings(int port) {
        return new LocalMeetings(port, PATIENCE, () -> CODE);
    }

    private <T> CompletableFuture<T> beside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    private static String onLoopback(MeetingDoor door) {
        String place = door.places().getFirst();
        int colon = place.indexOf(':');
        return "127.0.0.1" + (colon < 0 ? "" : place.substring(colon));
    }

    private Path file(String name, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }

    /// Both sides swap and conclude.
    private CompletableFuture<Void> swapped(MeetingLine line, Path mine, Path theirs) {
        return beside(() -> {
            try (line) {
                line.swap(mine, theirs, _ -> { });
                line.conclude();
                return null;
            }
        });
    }

    @Test
    void swapsFilesOfAnySizeBetweenThoseWhoHaveOneCode() throws IOException {
        for (int size : new int[] {0, 65_536, 1_000_003}) {
            Path mine = file("mine", size);
            Path yours = file("yours", 70_000 - size % 70_000);
            try (MeetingDoor door = meetings(0).open("Đ1")) {
                assertEquals(CODE, door.code());
                CompletableFuture<MeetingLine> waits = beside(door::await);
                MeetingLine came = meetings(0).go(onLoopback(door), CODE);
                AtomicLong told = new AtomicLong();
                CompletableFuture<Void> other = swapped(waits.join(), mine, folder.resolve("at-other"));
                try (came) {
                    came.swap(yours, folder.resolve("at-mine"), progress -> {
                        assertEquals(Files.exists(mine) ? size + 70_000 - size % 70_000 : -1, progress.all());
                        told.accumulateAndGet(progress.done(), Math::max);
                    });
                    came.conclude();
                }
                other.join();
                assertEquals(size + 70_000 - size % 70_000, told.get(), "seed " + seed);
                assertArrayEquals(Files.readAllBytes(mine), Files.readAllBytes(folder.resolve("at-mine")));
                assertArrayEquals(Files.readAllBytes(yours), Files.readAllBytes(folder.resolve("at-other")));
            }
        }
    }

    @Test
    void letsNobodyInWithAnotherCodeAndStopsWaitingAfterSomeTries() {
        try (MeetingDoor door = meetings(0).open("Đ1")) {
            CompletableFuture<MeetingLine> waits = beside(door::await);
            for (int tries = 0; tries < LocalDoor.MOST_TRIES; tries++) {
                assertRefused(ProblemKind.MEETING_CODE_WRONG,
                        () -> meetings(0).go(onLoopback(door), code(random.nextInt(10, 99) + "abcdef")));
            }
            ProblemException ended = (ProblemException) assertThrows(CompletionException.class, waits::join)
                    .getCause();
            assertEquals(ProblemKind.MEETING_TRIES, ended.problem().kind());
            assertRefused(ProblemKind.MEETING_NOBODY_THERE, () -> meetings(0).go(onLoopback(door), CODE));
        }
    }

    @Test
    void letsTheRightOneInAfterSomebodyWhoTalksRubbishOrGoesAway() throws IOException {
        try (MeetingDoor door = meetings(0).open("Đ1")) {
            CompletableFuture<MeetingLine> waits = beside(door::await);
            int port = LocalNetwork.parse(onLoopback(door)).orElseThrow().getPort();
            try (Socket away = new Socket(InetAddress.getLoopbackAddress(), port)) {
                away.getOutputStream().write(0);
            }
            try (Socket rubbish = new Socket(InetAddress.getLoopbackAddress(), port)) {
                rubbish.getOutputStream().write(new byte[] {0, 0, 0, 8, 0, 1, 5, 0, 1, 5, 0, 1});
            }
            try (Socket tooMuch = new Socket(InetAddress.getLoopbackAddress(), port)) {
                tooMuch.getOutputStream().write(new byte[] {0x7f, 0, 0, 0});
            }
            meetings(0).go(onLoopback(door), CODE).close();
            waits.join().close();
        }
    }

    @Test
    void leavesWhoeverIsSlowerThanItsPatience() throws IOException {
        LocalMeetings.Patience hasty = new LocalMeetings.Patience(PATIENCE.look(), PATIENCE.connect(),
                Duration.ofMillis(50), PATIENCE.silence(), PATIENCE.keep());
        try (MeetingDoor door = new LocalMeetings(0, hasty, () -> CODE).open("Đ1")) {
            CompletableFuture<MeetingLine> waits = beside(door::await);
            int port = LocalNetwork.parse(onLoopback(door)).orElseThrow().getPort();
            for (int tries = 0; tries < LocalDoor.MOST_TRIES; tries++) {
                try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    // returns once the door has left
                    silent.getInputStream().readAllBytes();
                }
            }
            assertThrows(CompletionException.class, waits::join);
        }
    }

    @Test
    void saysThatTheLineBrokeWhereverItIsCutOrChanged() throws IOException {
        Path mine = file("mine", 200_000);
        Path yours = file("yours", 150_000);
        LocalMeetings impatient = new LocalMeetings(0, LITTLE, () -> CODE);
        for (int round = 0; round < 6; round++) {
            int place = random.nextInt(150_000);
            boolean cuts = random.nextBoolean();
            String what = (cuts ? "cut" : "changed") + " at " + place + ", seed " + seed;
            try (MeetingDoor door = impatient.open("Đ1");
                    Between between = new Between(LocalNetwork.parse(onLoopback(door)).orElseThrow().getPort(), place,
                            cuts)) {
                CompletableFuture<Void> waits = beside(door::await)
                        .thenCompose(line -> swapped(line, mine, folder.resolve("at-other")));
                CompletableFuture<Void> comes = beside(() -> impatient.go("127.0.0.1:" + between.port(), CODE))
                        .thenCompose(line -> swapped(line, yours, folder.resolve("at-mine")));
                assertThrows(CompletionException.class, comes::join, what);
                door.close();
                assertThrows(CompletionException.class, waits::join, what);
            }
        }
    }

    @Test
    void tellsNobodyBetweenWhatIsSwapped() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine"), "zqxlienlac".repeat(2_000));
        try (MeetingDoor door = meetings(0).open("Đ1");
                Between between = new Between(LocalNetwork.parse(onLoopback(door)).orElseThrow().getPort(),
                        Integer.MAX_VALUE, true)) {
            CompletableFuture<Void> waits = beside(door::await)
                    .thenCompose(line -> swapped(line, mine, folder.resolve("at-other")));
            swapped(meetings(0).go("127.0.0.1:" + between.port(), CODE), mine, folder.resolve("at-mine")).join();
            waits.join();
            assertTrue(between.heard().length() > 20_000);
            assertEquals(-1, between.heard().indexOf("zqxlienlac"));
            assertEquals(-1, between.heard().indexOf(CODE.asText()));
        }
    }

    @Test
    void findsWhoWaitsAndPassesOverOthersAnswers() throws IOException {
        try (ServerSocket free = new ServerSocket(0); DatagramSocket liar = new DatagramSocket()) {
            int port = free.getLocalPort();
            free.close();
            LocalMeetings here = meetings(port);
            try (MeetingDoor door = here.open("Đ1\u0007")) {
                List<Meetings.Waiting> found = here.look();
                assertTrue(found.contains(new Meetings.Waiting("Đ1", "127.0.0.1:" + port)), found.toString());
                for (String lie : List.of("", "hoidan meeting 1 here", "hoidan meeting 1 here\n99999\nĐ2",
                        "hoidan meeting 1 here\n0\nĐ2", "hoidan meeting 2 here\n5\nĐ2")) {
                    byte[] bytes = lie.getBytes(StandardCharsets.UTF_8);
                    assertTrue(Calls.read(new DatagramPacket(bytes, bytes.length, liar.getLocalAddress(), 1))
                            .isEmpty(), lie);
                }
                assertNotEquals(List.of(), door.places());
            }
            assertEquals(List.of(), here.look());
        }
    }

    @Test
    void takesNumbersOnlyForAPlace() {
        assertEquals(LocalNetwork.USUAL_PORT, LocalNetwork.parse(" 192.168.1.23 ").orElseThrow().getPort());
        assertEquals(5, LocalNetwork.parse("192.168.1.23:5").orElseThrow().getPort());
        for (String wrong : List.of("", "laptop", "192.168.1", "192.168.1.300", "1.2.3.4:0", "1.2.3.4:70000",
                "1.2.3.4:x", "1".repeat(200))) {
            assertRefused(ProblemKind.MEETING_PLACE_INVALID, () -> meetings(0).go(wrong, CODE));
        }
    }

    private static void assertRefused(ProblemKind kind, Supplier<MeetingLine> going) {
        assertEquals(kind, assertThrows(ProblemException.class, going::get).problem().kind());
    }

    /// Passes everything on and keeps it; cuts the line, or changes a bit, after some bytes of both directions.
    private final class Between implements AutoCloseable {
        private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final StringBuffer heard = new StringBuffer();
        private final AtomicLong passed = new AtomicLong();
        private final int place;
        private final boolean cuts;

        Between(int port, int place, boolean cuts) throws IOException {
            this.place = place;
            this.cuts = cuts;
            threads.submit(() -> {
                Socket comes = listening.accept();
                Socket waits = new Socket(InetAddress.getLoopbackAddress(), port);
                threads.submit(() -> pass(comes, waits));
                threads.submit(() -> pass(waits, comes));
                return null;
            });
        }

        int port() {
            return listening.getLocalPort();
        }

        String heard() {
            return heard.toString();
        }

        private void pass(Socket from, Socket to) {
            byte[] buffer = new byte[997];
            try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    long before = passed.getAndAdd(read);
                    boolean here = before <= place && place < before + read;
                    if (here && cuts) {
                        return;
                    }
                    if (here) {
                        buffer[(int) (place - before)] ^= 1;
                    }
                    heard.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                    out.write(buffer, 0, read);
                }
            } catch (IOException ended) {
                heard.append('\n');
            }
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }
}
