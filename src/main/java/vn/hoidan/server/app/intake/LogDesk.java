package vn.hoidan.server.app.intake;

import java.time.Instant;
import java.util.Optional;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.quota.ListDesk;
import vn.hoidan.server.app.quota.PlaceDesk;
import vn.hoidan.server.app.quota.QuotaTurns;

/// Which of a device's logs a request is about, and when another one begins. What was out on a log that ended is fenced
/// at once; its lists come back to the device when everything that it still has is here again, so that what it did
/// without us finds the units free.
public final class LogDesk {

    private static final System.Logger LOG = System.getLogger(LogDesk.class.getName());

    private final ListDesk lists;
    private final PlaceDesk places;
    private final QuotaTurns turns;

    LogDesk(ListDesk lists, PlaceDesk places, QuotaTurns turns) {
        this.lists = lists;
        this.places = places;
        this.turns = turns;
    }

    /// The log that the request speaks of; empty if it cannot go on: it is not known here, or less was told to it than
    /// it has read, because this server was restored, or it is one that the device has left for another.
    ///
    /// @param late it came by another road, perhaps after newer
    Optional<Devices.Device> spokenOf(CentralStore.Central central, Devices.Device device, SyncRequest request,
            boolean late) {
        int incarnation = request.log().incarnation();
        Optional<Devices.Device> found = incarnation == device.incarnation() ? Optional.of(device)
                : central.devices().find(OwnLog.name(device.name(), incarnation));
        boolean lostHere = found.isEmpty()
                || request.epoch() == central.surveys().epoch() && request.cursor() > found.get().told();
        if (lostHere) {
            LOG.log(System.Logger.Level.WARNING, "{0}: log {1} was more than what is here", device.name(),
                    incarnation);
        }
        return lostHere ? Optional.empty() : found.filter(log -> late || !wasLeft(central, log, request));
    }

    /// A laptop may speak of a log that it has left: it was put back to an older image, or the answer that began the
    /// other one was lost. Lists come to the newest log only. Where that one is in use, the other may be a copy at work
    /// beside it: it is sent on once, when it does not know of this epoch yet, and not each time, or the two would take
    /// each other's lists for ever.
    private static boolean wasLeft(CentralStore.Central central, Devices.Device log, SyncRequest request) {
        return central.devices().newestLog(log.name()).filter(newest -> newest.incarnation() > log.incarnation())
                .filter(newest -> newest.lastSync().isEmpty() || request.epoch() != central.surveys().epoch())
                .isPresent();
    }

    /// The log after the one that cannot go on: the newest, or one after it. Asked again, it is the same: the answer
    /// may have been lost.
    Devices.Device next(CentralStore.Central central, Survey survey, Devices.Device device, OwnLog ended,
            Instant now) {
        Devices.Device newest = central.devices().newestLog(device.name()).orElseThrow();
        int number = Math.min(OwnLog.MOST, ended.incarnation() + 1);
        if (number <= newest.incarnation()) {
            return newest;
        }
        LOG.log(System.Logger.Level.INFO, "{0}: log {1} begins", device.name(), number);
        Optional<Devices.Device> current = central.devices().current(device.person());
        boolean works = current.filter(each -> each.name().equals(device.name())).isPresent();
        current.filter(each -> works).ifPresent(before -> central.devices().replaced(before.id(), now));
        // a laptop that was replaced may still send what it has
        Devices.Device next = device.next(number, !works);
        central.devices().add(next, now);
        central.logs().tell(next.id(), new DownItem.SurveyAssigned(survey), now);
        if (works) {
            turns.fenceAll(central, survey.id(), current.orElseThrow().id(), now);
        }
        return central.devices().find(next.id()).orElseThrow();
    }

    /// After a batch: once the whole log is here, its lists follow.
    void heard(CentralStore.Central central, Survey survey, Devices.Device log, boolean whole, Instant now) {
        long epoch = central.surveys().epoch();
        if (whole && log.reported() != epoch) {
            central.devices().reported(log.id(), epoch);
        }
        if (log.listsDue() && whole && !Learning.goesOn(central, survey, now)) {
            central.devices().listsDue(log.id(), false);
            lists.bring(central, survey, log);
            places.bring(central, survey, log);
        }
    }
}
