package vn.hoidan.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One disk: the databases of a folder, and of what is written there what a power cut leaves. A commit is kept if its
/// connection waits for the disk, and with it everything before it; what was written since may be there in parts.
/// After a cut nothing is written or read any more until {@link #comeBack}.
public final class LosingFolder {
    private static final int FULL = 13;
    private static final int PAGES_IN_MEMORY = 4;
    private static final int MOST_STATEMENTS = 12;
    private static final String LOCK = "lock";
    private static final String SHARED_MEMORY = "-shm";

    private final Path folder;
    private final Fate fate;
    /// What is surely on the disk, as long as something is there that is not.
    private Optional<Map<String, byte[]>> sure = Optional.empty();
    /// What a power cut has left.
    private Optional<Map<String, byte[]>> left = Optional.empty();
    private int refused;
    private int changes;

    /// What becomes of the disk.
    public interface Fate {
        /// Asked when a transaction begins.
        Doom next();

        /// The disk keeps what it is told to keep.
        boolean keepsCommits();

        Random random();

        void happened(String what);
    }

    /// What becomes of a transaction.
    public enum Doom {
        NONE, POWER_CUT, DISK_FULL
    }

    LosingFolder(Path folder, Fate fate) {
        this.folder = folder;
        this.fate = fate;
    }

    /// Cuts the power now.
    public void cut() {
        Map<String, byte[]> now = files();
        leave(sure.map(before -> new TornFiles(fate.random(), fate::happened).torn(before, now)).orElse(now));
    }

    private void leave(Map<String, byte[]> files) {
        left = Optional.of(files);
        sure = Optional.empty();
    }

    /// No power.
    public boolean isDown() {
        return left.isPresent();
    }

    /// How often something may have changed so far.
    public int changes() {
        return changes;
    }

    /// How many statements have failed so far.
    public int refused() {
        return refused;
    }

    /// The power is back: what was left stands in the folder. Whoever had the databases open must have closed them.
    public void comeBack() {
        left.ifPresent(this::put);
    }

    /// All files as they stand now.
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(LOCK) && !name.endsWith(SHARED_MEMORY)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
            return files;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Puts these in the place of all that stands there.
    public void put(Map<String, byte[]> files) {
        changes++;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> inside = Files.list(folder)) {
                for (Path file : inside.toList()) {
                    Files.delete(file);
                }
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        left = Optional.empty();
        sure = Optional.empty();
    }

    DriverInFront.Watcher watcher(Connection real) {
        return new OfConnection(real);
    }

    /// Knows whether its connection waits for the disk, and whether a transaction that writes is open.
    private final class OfConnection implements DriverInFront.Watcher {
        private final Connection real;
        private boolean waits;
        private boolean writing;
        private Doom doom = Doom.NONE;
        private int until;

        OfConnection(Connection real) {
            this.real = real;
        }

        @Override
        public String before(String sql) throws SQLException {
            if (isDown()) {
                throw refusal("no power");
            }
            if (DriverInFront.WAITS.equals(sql)) {
                waits = true;
                return DriverInFront.DOES_NOT_WAIT;
            }
            String upper = sql.strip().toUpperCase(Locale.ROOT);
            if (upper.startsWith("BEGIN IMMEDIATE")) {
                begin();
            } else if (upper.startsWith("ROLLBACK")) {
                writing = false;
            } else if (writing && --until <= 0) {
                meet(upper.startsWith("COMMIT"));
            }
            return sql;
        }

        private void begin() throws SQLException {
            changes++;
            writing = true;
            doom = fate.next();
            if (doom == Doom.POWER_CUT) {
                // then pages are written in the middle of the transaction
                try (Statement own = real.createStatement()) {
                    own.execute("PRAGMA cache_size=" + PAGES_IN_MEMORY);
                }
            }
            boolean early = doom == Doom.DISK_FULL || fate.random().nextBoolean();
            until = early ? 1 + fate.random().nextInt(MOST_STATEMENTS) : Integer.MAX_VALUE;
            if (sure.isEmpty() && (doom == Doom.POWER_CUT || !isKept())) {
                sure = Optional.of(files());
            }
        }

        private boolean isKept() {
            return waits && fate.keepsCommits();
        }

        private void meet(boolean commits) throws SQLException {
            switch (doom) {
                case NONE -> { }
                case DISK_FULL -> {
                    fate.happened("disk-full");
                    throw refusal("full");
                }
                case POWER_CUT -> {
                    if (!commits) {
                        fate.happened("cut-in-a-transaction");
                        cut();
                        throw refusal("no power");
                    }
                }
            }
        }

        @Override
        public void after(String sql) throws SQLException {
            if (!writing || !sql.strip().toUpperCase(Locale.ROOT).startsWith("COMMIT")) {
                return;
            }
            writing = false;
            boolean kept = isKept();
            if (doom == Doom.POWER_CUT) {
                boolean inTime = kept && fate.random().nextInt(3) == 0;
                fate.happened(inTime ? "cut-after-a-commit" : "cut-in-a-commit");
                sure = inTime ? Optional.empty() : sure;
                cut();
                throw refusal("no power");
            }
            if (kept) {
                sure = Optional.empty();
            }
        }

        private SQLException refusal(String why) {
            refused++;
            return new SQLException("planted: " + why, null, FULL);
        }
    }
}
