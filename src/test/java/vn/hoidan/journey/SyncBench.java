package vn.hoidan.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.ProfileStore;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.wire.Wire;

/// Sends a thousand SIPAS interviews from a real laptop's store to a real server over a line with a round trip of
/// 300 ms, and prints how long that takes and how many bytes pass in both directions together, handshakes and headers
/// included, beside the raw size. Budget: 10 s, 700 bytes an interview.
final class SyncBench {
    private static final int INTERVIEWS = 1_000;
    private static final Duration ROUND_TRIP = Duration.ofMillis(300);
    private static final double NANOS = 1e9;

    private final ReadyInterviews interviews = new ReadyInterviews(new Random(7), 8);
    private long raw;

    private SyncBench() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("sync-bench");
        try (SipasOffice office = new SipasOffice(folder.resolve("server"), SipasOffice.households());
                SlowLine line = new SlowLine(office.port(), ROUND_TRIP);
                HttpHeadOffices offices = new HttpHeadOffices("bench")) {
            office.enrol(folder.resolve("laptop"), new ImmediateBackground(), line.port());
            new SyncBench().run(folder.resolve("laptop"), office, line, offices);
        }
    }

    private void run(Path laptop, SipasOffice office, SlowLine line, HttpHeadOffices offices) {
        ProfileStore folders = SipasOffice.folders(laptop);
        ProfileStore.Unlocking opened = folders.unlock(folders.profiles().getFirst().id(),
                SipasOffice.PIN.toCharArray());
        try (FieldStore store = ((ProfileStore.Unlocking.Opened) opened).profile().store()) {
            for (int number = 1; number <= INTERVIEWS; number++) {
                raw += Wire.of(interviews.complete(store, number)).length;
            }
        }
        long up = line.up();
        long down = line.down();
        ImmediateBackground lane = new ImmediateBackground();
        try (Workplace place = SipasOffice.enter(SipasOffice.laptop(laptop, offices, lane, lane))) {
            long begin = System.nanoTime();
            place.sync().sync();
            double seconds = (System.nanoTime() - begin) / NANOS;
            place.sync().status().problem().ifPresent(problem -> {
                throw new AssertionError(problem);
            });
            System.out.printf(Locale.ROOT, "%d interviews in %.1f s; %.0f bytes an interview (%.0f up, %.0f down), "
                    + "raw %.0f%n", office.received().size(), seconds, (double) (line.up() - up + line.down() - down)
                    / INTERVIEWS, (double) (line.up() - up) / INTERVIEWS, (double) (line.down() - down) / INTERVIEWS,
                    (double) raw / INTERVIEWS);
        }
    }
}
