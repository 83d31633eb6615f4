package vn.hoidan.client.app.sync;

import vn.hoidan.client.app.machine.PersonLock;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.core.problem.ProblemException;

/// Fetches, after a round of sync, the spare keys that are missing: the first ones of a store that is older than them,
/// and the next ones after a turn was used.
public final class SpareKeyRound implements Runnable {
    private static final System.Logger LOG = System.getLogger(SpareKeyRound.class.getName());

    private final PersonLock lock;
    private final HeadOffice office;

    public SpareKeyRound(PersonLock lock, HeadOffice office) {
        this.lock = lock;
        this.office = office;
    }

    /// The day's work is sent already and must not look unsent because of a spare key: what goes wrong is logged, and
    /// the next round asks again.
    @Override
    public void run() {
        lock.missingTurn().ifPresent(turn -> {
            try {
                lock.keep(office.spareKeys(turn));
            } catch (ProblemException later) {
                LOG.log(System.Logger.Level.WARNING, "no spare keys yet", later);
            }
        });
    }
}
