package vn.hoidan.server.app.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;

/// After a restore the office does not know what was done since the backup. Until most laptops have reported it gives
/// out nothing, so that the units are still free for what was done.
public final class Learning {

    /// Of the laptops in use, so many have reported when it ends.
    static final int REPORTED_PERCENT = 80;
    /// It ends after this time in any case: some laptops are broken or lost.
    static final Duration LONGEST = Duration.ofDays(3);
    private static final int WHOLE = 100;

    private Learning() {
    }

    static boolean goesOn(CentralStore.Central central, Survey survey, Instant now) {
        if (central.surveys().restoredAt().filter(at -> now.isBefore(at.plus(LONGEST))).isEmpty()) {
            return false;
        }
        long epoch = central.surveys().epoch();
        List<Devices.Device> inUse = central.devices().of(survey.id()).stream().filter(log -> !log.replaced())
                .toList();
        long reported = inUse.stream().filter(log -> log.reported() == epoch).count();
        return reported * WHOLE < (long) inUse.size() * REPORTED_PERCENT;
    }
}
