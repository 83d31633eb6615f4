package vn.hoidan.client.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.Direct;
import vn.hoidan.sqlite.FolderProblems;
import vn.hoidan.sqlite.Salvage;
import vn.hoidan.vault.DataKey;
import vn.hoidan.wire.Wire;

/// Brings what can be read of a damaged store over to a new file, which then takes its place. The damaged file stays
/// beside it as it was. Nothing half-read passes for whole: an interview that lost facts is marked, one whose record
/// was lost before it was sent is in work again, and the numbers of lost records are never given again.
final class StoreRescue {
    static final String RESCUED = "field.rescued.db";
    static final String DAMAGED = "field.damaged-";
    private static final String ENDING = ".db";
    private static final System.Logger LOG = System.getLogger(StoreRescue.class.getName());
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// What was found, in the words of the report.
    private record Tally(long whole, long torn, long gone, long reopened, long records, long lostRecords) {
    }

    private StoreRescue() {
    }

    /// Takes the damaged store over, closes it, and opens the new one.
    static Database of(Database damaged, DataKey key, String finding, Instant now) {
        Path file = damaged.file();
        Path rescued = file.resolveSibling(RESCUED);
        Path kept = kept(file, now);
        LOG.log(System.Logger.Level.WARNING, "the store is damaged and is brought over: " + finding);
        try {
            delete(rescued);
            Tally tally = fill(file, rescued, key, kept.getFileName().toString());
            LOG.log(System.Logger.Level.WARNING, "brought over: " + tally);
            damaged.close();
            move(file, kept);
            finish(file);
            return Database.open(file, ProfileFolders.MIGRATIONS);
        } catch (IOException refused) {
            throw FolderProblems.of(refused, file.getParent());
        } catch (UncheckedIOException refused) {
            throw FolderProblems.of(refused.getCause(), file.getParent());
        }
    }

    /// Puts a rescued file into its place if the program was ended just before that.
    static void finish(Path file) throws IOException {
        Path rescued = file.resolveSibling(RESCUED);
        if (!Files.exists(file) && Files.exists(rescued)) {
            // a log of the damaged file must never be taken for one of the new file
            deleteLog(file);
            Files.move(rescued, file, StandardCopyOption.ATOMIC_MOVE);
            ProfileFolders.force(file.getParent());
        }
    }

    private static Path kept(Path file, Instant now) {
        return file.resolveSibling(DAMAGED + NAME.format(now) + ENDING);
    }

    /// Keeps a store whose place is taken by another beside it, if there is one.
    static void putAway(Path file, Instant now) throws IOException {
        if (Files.exists(file)) {
            move(file, kept(file, now));
        } else {
            deleteLog(file);
        }
    }

    /// The log first: without its file it is not looked at, and beside another it would do harm.
    private static void move(Path file, Path kept) throws IOException {
        for (String part : new String[] {"-wal", "-shm"}) {
            Path log = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(log)) {
                Files.move(log, kept.resolveSibling(kept.getFileName() + part), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        deleteLog(file);
    }

    private static void deleteLog(Path file) throws IOException {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
    }

    private static Tally fill(Path file, Path rescued, DataKey key, String kept) {
        try (Database into = Database.open(rescued, ProfileFolders.MIGRATIONS)) {
            Sealing sealing = new Sealing(key, rescued);
            return Salvage.copy(file, into, Map.of("fact", "SELECT ordinal FROM interview", "contact",
                    "SELECT id FROM sample_list UNION SELECT list FROM interview"), (handle, torn) -> {
                Tally tally = settle(handle, sealing, torn.getOrDefault("fact", Set.of()));
                new Documents(handle, sealing).put(Documents.NOTICE, Wire.of(told(tally, kept)));
                return tally;
            });
        }
    }

    private static Problem told(Tally tally, String kept) {
        return new Problem(ProblemKind.STORE_RESCUED, Map.of("whole", String.valueOf(tally.whole()),
                "torn", String.valueOf(tally.torn()), "gone", String.valueOf(tally.gone()),
                "reopened", String.valueOf(tally.reopened()), "records", String.valueOf(tally.records()),
                "lost", String.valueOf(tally.lostRecords()), "file", kept));
    }

    /// @param torn interviews by ordinal whose facts stand in damaged places
    private static Tally settle(Handle handle, Sealing sealing, Set<Object> torn) {
        handle.execute("CREATE TEMP TABLE known AS SELECT i.ordinal AS place, max(i.facts, coalesce(max(number), 0)) "
                + "AS facts FROM interview AS i LEFT JOIN fact ON interview = i.ordinal GROUP BY i.ordinal");
        new SealedRows(handle, sealing).deleteBroken();
        handle.execute("DELETE FROM file_use WHERE attachment NOT IN (SELECT number FROM attachment)");
        handle.execute("DELETE FROM file_sent WHERE attachment NOT IN (SELECT number FROM attachment)");
        long gone = new LostInterviews(handle, sealing).findAgain();
        handle.execute("INSERT OR IGNORE INTO position (one, epoch, cursor, stored, safe) VALUES (1, 0, 0, 0, 0)");
        handle.execute("INSERT OR IGNORE INTO recovery (one, turn) VALUES (1, 1)");
        // survey and lists come down again: nobody knows which of them were lost
        handle.execute("UPDATE position SET cursor = 0, old_units = 1, made = max(made, stored, "
                + "(SELECT coalesce(max(number), 0) FROM up_record), "
                + "(SELECT coalesce(max(record_number), 0) FROM interview))");
        long reopened = handle.execute("UPDATE interview SET state = 'in-work', record_number = NULL "
                + "WHERE state = 'completed' AND record_number > (SELECT stored FROM position) "
                + "AND record_number NOT IN (SELECT number FROM up_record)");
        // a sketch is kept of completed interviews only, and once
        handle.execute("DELETE FROM sketch WHERE interview IN (SELECT ordinal FROM interview "
                + "WHERE state = 'in-work')");
        handle.execute("UPDATE interview SET record_number = NULL "
                + "WHERE record_number NOT IN (SELECT number FROM up_record)");
        handle.execute("UPDATE interview SET lost_facts = lost_facts + more, facts = last FROM (SELECT place, "
                + "known.facts - count(number) - i.lost_facts AS more, coalesce(max(number), 0) AS last FROM known "
                + "JOIN interview AS i ON i.ordinal = place LEFT JOIN fact ON interview = place GROUP BY place) "
                + "WHERE ordinal = place AND more > 0");
        handle.execute("DROP TABLE known");
        // how many facts an interview in work had is not told anywhere else: at least one was lost
        torn.forEach(ordinal -> handle.execute("UPDATE interview SET lost_facts = 1 WHERE ordinal = ? "
                + "AND lost_facts = 0 AND state = 'in-work'", ordinal));
        new UpLog(handle, sealing).settlePositions();
        new HandRows(handle, sealing).settle();
        long marked = number(handle, "SELECT count(*) FROM interview WHERE lost_facts > 0 AND record_number IS NULL");
        long all = number(handle, "SELECT count(*) FROM interview");
        long records = number(handle, "SELECT count(*) FROM up_record");
        return new Tally(all - marked, marked, gone, reopened, records,
                number(handle, "SELECT made FROM position") - records);
    }

    private static long number(Handle handle, String sql) {
        return Direct.numbers(handle, sql)[0];
    }
}
