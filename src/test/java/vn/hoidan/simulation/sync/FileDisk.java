package vn.hoidan.simulation.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.simulation.Violation;
import vn.hoidan.support.LosingFolder;

/// A disk with the laptop's real store on it, opened as the program opens it: what a power cut leaves is torn as a real
/// one's is, and it fills up now and then.
final class FileDisk implements Disk, LosingFolder.Fate {
    private static final int MOST_TROUBLED_STARTS = 4;
    private static final int LONGEST_FULL = 6;
    private static final int MOST_BITS = 3;
    private static final int MOST_LOOKS = 20;
    private static final String DATABASE = "field.db";
    private static final String LOG = "field.db-wal";

    private final SyncWorld world;
    private final LosingFolder folder;
    private final Owner owner;
    private Map<String, byte[]> image;
    private boolean putBack;
    private boolean rotten;
    private boolean calm = true;
    private boolean keeps = true;
    private int fullFor;
    private Seen seen = new Seen(-1, Set.of());

    /// Interviews that stood here when so many changes had been made.
    private record Seen(int at, Set<InterviewId> interviews) {
    }

    private FileDisk(SyncWorld world, Profile profile, Path data) {
        this.world = world;
        this.owner = new Owner(world, profile, data);
        this.folder = world.losing.watch(owner.folder(), this);
    }

    /// A laptop's disk on the day on which it joined.
    static FileDisk joined(SyncWorld world, Profile profile, DeviceCredentials credentials) {
        FileDisk disk = new FileDisk(world, profile, world.nextFolder());
        disk.owner.joins(credentials);
        disk.makeImage();
        disk.calm = false;
        return disk;
    }

    @Override
    public Disk copy() {
        FileDisk disk = new FileDisk(world, owner.profile(), world.nextFolder());
        disk.folder.put(folder.files());
        disk.makeImage();
        disk.calm = false;
        return disk;
    }

    @Override
    public FieldStore store() {
        started();
        return (FieldStore) Proxy.newProxyInstance(FieldStore.class.getClassLoader(), new Class<?>[] {FieldStore.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "apply" -> {
                            @SuppressWarnings("unchecked")
                            List<Change> changes = (List<Change>) arguments[0];
                            world.rules.transactions(changes, running()).forEach(this::write);
                            return null;
                        }
                        case "applyFromHand" -> {
                            @SuppressWarnings("unchecked")
                            Function<Hand, List<Change>> plan = (Function<Hand, List<Change>>) arguments[0];
                            return write(plan);
                        }
                        case "close" -> {
                            return null;
                        }
                        default -> {
                            try {
                                return method.invoke(running(), arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        }
                    }
                });
    }

    private void write(List<Change> transaction) {
        keeps = world.rules.commitIsDurable(transaction);
        try {
            running().apply(transaction);
        } finally {
            keeps = true;
        }
        Disk.written(world, transaction);
    }

    private List<Change> write(Function<Hand, List<Change>> plan) {
        List<Change> all = new ArrayList<>();
        List<List<Change>> rest = new ArrayList<>();
        try {
            running().applyFromHand(hand -> {
                all.addAll(plan.apply(hand));
                rest.addAll(world.rules.transactions(all, running()));
                List<Change> first = rest.removeFirst();
                keeps = world.rules.commitIsDurable(first);
                return first;
            });
        } finally {
            keeps = true;
        }
        rest.forEach(this::write);
        return all;
    }

    /// As the program has it: without power it is there and does nothing.
    private FieldStore running() {
        return owner.open().store();
    }

    @Override
    public FieldStore contents() {
        return calmly(this::started);
    }

    private <T> T calmly(Supplier<T> work) {
        boolean before = calm;
        calm = true;
        try {
            return work.get();
        } finally {
            calm = before;
        }
    }

    @Override
    public boolean isDown() {
        return folder.isDown();
    }

    private boolean start(boolean calmly) {
        return calmly ? calmly(owner::comes) : owner.comes();
    }

    /// The person opens the store by the PIN, again if the power fails or the disk is full meanwhile.
    private FieldStore started() {
        for (int start = 1; !owner.isAtWork() || folder.isDown(); start++) {
            owner.leaves();
            folder.comeBack();
            int troubles = folder.refused();
            try {
                start(start >= MOST_TROUBLED_STARTS);
            } catch (ProblemException refused) {
                Violation.unless(rotten || folder.refused() > troubles, "D1",
                        "a store does not open: " + refused.problem());
                if (folder.refused() == troubles) {
                    happened("refused-" + refused.problem().kind());
                    putBack = true;
                    calmly(owner::bringsACopyBack);
                }
            }
        }
        rotten = false;
        return running();
    }

    @Override
    public Set<InterviewId> interviews() {
        FieldStore store = contents();
        if (seen.at() == folder.changes()) {
            return seen.interviews();
        }
        seen = new Seen(folder.changes(), Disk.interviews(store));
        return seen.interviews();
    }

    @Override
    public void also(List<Change> changes) {
        if (!changes.isEmpty()) {
            calmly(() -> {
                running().apply(changes);
                return changes;
            });
        }
    }

    /// Now and then it is a person who ends the program.
    @Override
    public void powerCut() {
        started();
        if (world.random.nextInt(3) == 0) {
            happened("restarted");
            Map<String, byte[]> before = folder.files();
            owner.leaves();
            if (world.random.nextBoolean()) {
                logComesBack(before);
            }
        } else {
            happened("power-cut");
            folder.cut();
        }
        started();
    }

    /// The power is cut before the disk has kept that the log was deleted.
    private void logComesBack(Map<String, byte[]> before) {
        happened("log-came-back");
        Map<String, byte[]> files = folder.files();
        before.forEach((name, content) -> {
            if (name.endsWith("-wal")) {
                files.put(name, content);
            }
        });
        folder.put(files);
    }

    /// A copy is made beside the data, as it is after each completed interview.
    @Override
    public void makeImage() {
        calmly(() -> {
            started();
            owner.open().keeper().backUp(world.now());
            return owner;
        });
        image = folder.files();
    }

    /// Bits of what the disk had kept are others now.
    @Override
    public void rot() {
        started();
        if (world.random.nextBoolean()) {
            folder.cut();
            owner.leaves();
            folder.comeBack();
        } else {
            owner.leaves();
        }
        Map<String, byte[]> files = folder.files();
        byte[] log = files.getOrDefault(LOG, new byte[0]);
        boolean inLog = log.length > 0 && world.random.nextBoolean();
        happened(inLog ? "bits-flipped-in-the-log" : "bits-flipped");
        byte[] flipped = inLog ? log : files.get(DATABASE);
        for (int bits = 1 + world.random.nextInt(MOST_BITS); bits > 0; bits--) {
            flipped[somewhere(flipped)] ^= (byte) (1 << world.random.nextInt(Byte.SIZE));
        }
        folder.put(files);
        putBack = true;
        rotten = true;
        started();
    }

    /// Where something stands, if it is found soon: most of a small store is empty.
    private int somewhere(byte[] file) {
        int at = world.random.nextInt(file.length);
        for (int look = 0; look < MOST_LOOKS && file[at] == 0; look++) {
            at = world.random.nextInt(file.length);
        }
        return at;
    }

    @Override
    public void putImageBack() {
        owner.leaves();
        folder.put(image);
        putBack = true;
        started();
    }

    @Override
    public boolean wasPutBack() {
        return putBack;
    }

    @Override
    public void seen() {
        putBack = false;
    }

    @Override
    public void close() {
        calm = true;
        owner.leaves();
        world.losing.forget(owner.folder());
        try (Stream<Path> inside = Files.walk(owner.data())) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public LosingFolder.Doom next() {
        if (calm) {
            return LosingFolder.Doom.NONE;
        }
        if (fullFor > 0 && world.fault(1)) {
            fullFor--;
            return LosingFolder.Doom.DISK_FULL;
        }
        if (world.fault(0.004)) {
            fullFor = world.random.nextInt(LONGEST_FULL);
            return LosingFolder.Doom.DISK_FULL;
        }
        return world.fault(0.025) ? LosingFolder.Doom.POWER_CUT : LosingFolder.Doom.NONE;
    }

    @Override
    public boolean keepsCommits() {
        return keeps && world.rules.waitsForTheDisk();
    }

    @Override
    public Random random() {
        return world.random;
    }

    @Override
    public void happened(String what) {
        world.events.count(what);
    }
}
