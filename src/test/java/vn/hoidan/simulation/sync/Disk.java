package vn.hoidan.simulation.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import vn.hoidan.client.app.Change;
import vn.hoidan.client.app.FieldStore;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.support.MemoryFieldStore;

/// A laptop's disk: what is written, what of it survives a power cut, and an image that somebody made of it.
final class Disk {
    private final SyncWorld world;
    private MemoryFieldStore now;
    private MemoryFieldStore durable;
    private MemoryFieldStore image;
    private boolean putBack;

    Disk(SyncWorld world, MemoryFieldStore from) {
        this.world = world;
        now = from.reopened();
        durable = now.reopened();
        image = now.reopened();
    }

    /// The store as the program sees it: its transactions may be cut by the power.
    FieldStore store() {
        return (FieldStore) Proxy.newProxyInstance(FieldStore.class.getClassLoader(), new Class<?>[] {FieldStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("apply")) {
                        @SuppressWarnings("unchecked")
                        List<Change> changes = (List<Change>) arguments[0];
                        write(changes);
                        return null;
                    }
                    if (method.getName().equals("applyFromHand")) {
                        @SuppressWarnings("unchecked")
                        List<Change> changes = ((Function<Hand, List<Change>>) arguments[0]).apply(now.hand());
                        write(changes);
                        return changes;
                    }
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(now, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /// What stands on it.
    MemoryFieldStore contents() {
        return now;
    }

    /// A change that no transaction of the program made.
    void also(List<Change> changes) {
        now.apply(changes);
        durable = now.reopened();
    }

    private void write(List<Change> changes) {
        for (List<Change> transaction : world.rules.transactions(changes, now)) {
            if (world.fault(0.02)) {
                powerCut();
                throw Problem.of(ProblemKind.DISK_FULL, "folder", "").exception();
            }
            now.apply(transaction);
            transaction.stream().filter(Change.AnswersDeleted.class::isInstance)
                    .forEach(each -> world.events.count("answers-deleted"));
            if (world.rules.commitIsDurable(transaction) || world.random.nextBoolean()) {
                durable = now.reopened();
            }
        }
    }

    void powerCut() {
        world.events.count("power-cut");
        now = durable.reopened();
    }

    void makeImage() {
        image = now.reopened();
    }

    void putImageBack() {
        now = image.reopened();
        durable = now.reopened();
        putBack = true;
    }

    /// Whether something was put back since the last round that was looked at.
    boolean wasPutBack() {
        return putBack;
    }

    void seen() {
        putBack = false;
    }
}
