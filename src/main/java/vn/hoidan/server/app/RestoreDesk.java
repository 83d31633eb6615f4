package vn.hoidan.server.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import vn.hoidan.core.quota.Epoch;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Interviews;
import vn.hoidan.server.app.intake.Learning;
import vn.hoidan.server.app.quota.QuotaTurns;

/// Begins a new epoch on a state that was a backup until now.
public final class RestoreDesk {

    private final CentralStore store;
    private final QuotaTurns turns;
    private final InstantSource clock;

    /// @param random cannot be guessed
    public RestoreDesk(CentralStore store, RandomGenerator random, InstantSource clock) {
        this.store = store;
        this.turns = new QuotaTurns(random);
        this.clock = clock;
    }

    /// @param devices laptops that will report what is not in the backup
    public record Begun(long epoch, int devices) {
    }

    /// Everything that was out is fenced, because what it became since the backup is not known; every down-log begins
    /// anew, because what it told since the backup is not known either. What is here came out of a checked backup and
    /// is safe. Lists come back to each laptop when it has reported, see {@link Learning}.
    public Begun begin() {
        return store.write(central -> {
            Instant now = clock.instant();
            long epoch = Epoch.afterRestore(central.surveys().epoch(), now);
            central.surveys().epochBegins(epoch, now);
            int devices = 0;
            for (Survey survey : central.surveys().all()) {
                // what was out is told to nobody: laptops go on until they have reported
                central.devices().of(survey.id()).forEach(log -> turns.fenceAll(central, survey.id(), log.id(), now));
                for (Devices.Device log : central.devices().of(survey.id())) {
                    central.logs().begin(log.id());
                    central.devices().safe(log.id(), log.stored());
                    central.devices().listsDue(log.id(), true);
                    central.logs().tell(log.id(), new DownItem.SurveyAssigned(survey), now);
                    devices += log.replaced() ? 0 : 1;
                }
                // a laptop may know a ruling that is not in the backup
                central.interviews().each(survey.id(), kept -> central.logs().tellDevice(kept.entry().device(),
                        ruled(kept.entry()), now));
            }
            return new Begun(epoch, devices);
        });
    }

    private static DownItem ruled(Interviews.Entry entry) {
        return new DownItem.InterviewRuled(entry.id(), entry.ruling(),
                entry.reason().map(PendingReason::code).orElse(""));
    }
}
