package vn.hoidan.simulation.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.support.MemoryFieldStore;

/// A disk on which a store in memory stands: fast, and a power cut takes whole transactions only.
final class MemoryDisk implements Disk {
    private final SyncWorld world;
    private MemoryFieldStore now;
    private MemoryFieldStore durable;
    private MemoryFieldStore image;
    private boolean putBack;

    MemoryDisk(SyncWorld world, MemoryFieldStore from) {
        this.world = world;
        now = from.reopened();
        durable = now.reopened();
        image = now.reopened();
    }

    @Override
    public FieldStore store() {
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

    @Override
    public FieldStore contents() {
        return now;
    }

    @Override
    public Set<InterviewId> interviews() {
        return Disk.interviews(now);
    }

    @Override
    public void also(List<Change> changes) {
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
            Disk.written(world, transaction);
            if (world.rules.commitIsDurable(transaction) || world.random.nextBoolean()) {
                durable = now.reopened();
            }
        }
    }

    @Override
    public void powerCut() {
        world.events.count("power-cut");
        now = durable.reopened();
    }

    @Override
    public void makeImage() {
        image = now.reopened();
    }

    @Override
    public void putImageBack() {
        now = image.reopened();
        durable = now.reopened();
        putBack = true;
    }

    @Override
    public Disk copy() {
        return new MemoryDisk(world, now);
    }

    @Override
    public boolean wasPutBack() {
        return putBack;
    }

    @Override
    public void seen() {
        putBack = false;
    }
}
