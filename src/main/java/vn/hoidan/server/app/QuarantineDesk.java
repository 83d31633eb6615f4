package vn.hoidan.server.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.sync.UpRecord;

/// Records that were kept and could not be used. Nothing behind them waits; they are looked at when somebody has time.
public final class QuarantineDesk {

    private final CentralStore store;
    private final RecordIntake records;
    private final InstantSource clock;

    public QuarantineDesk(CentralStore store, IntakeDesk.Checks checks, InstantSource clock) {
        this.store = store;
        this.records = new RecordIntake(checks.reader(), checks.signatures());
        this.clock = clock;
    }

    /// One that was set aside.
    ///
    /// @param log    which sent it
    /// @param person whose laptop it is
    public record Line(String log, String person, UpRecord record, String cause) {
    }

    /// What came of trying again.
    public enum Tried {
        TAKEN_IN,
        STILL_ASIDE,
        NOT_THERE
    }

    public List<Line> lines() {
        return store.read(central -> central.logs().quarantined().stream().map(each -> line(central, each)).toList());
    }

    private static Line line(CentralStore.Central central, Logs.Quarantined aside) {
        Devices.Device log = central.devices().find(aside.device()).orElseThrow();
        return new Line(log.id(), central.staff().find(log.person()).orElseThrow().person().name(),
                central.logs().record(log.id(), aside.number()).orElseThrow(), aside.cause());
    }

    /// Takes a record in as if it came now, for instance because its list is known since, or because this program reads
    /// what an older one could not. What still cannot be used stays where it is, with the cause of now.
    public Tried release(String log, long number) {
        return store.write(central -> {
            if (central.logs().quarantined().stream()
                    .noneMatch(each -> each.device().equals(log) && each.number() == number)) {
                return Tried.NOT_THERE;
            }
            Devices.Device device = central.devices().find(log).orElseThrow();
            Instant now = clock.instant();
            QuotaCells cells = QuotaCells.of(central.surveys().find(device.survey()).orElseThrow());
            central.logs().release(log, number);
            Optional<String> cause = records.takeAgain(RecordIntake.Work.of(central, cells, device, now),
                    central.logs().record(log, number).orElseThrow());
            return cause.isEmpty() ? Tried.TAKEN_IN : Tried.STILL_ASIDE;
        });
    }
}
