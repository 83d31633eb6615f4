package vn.hoidan.client.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.Direct;
import vn.hoidan.vault.DataKey;
import vn.hoidan.wire.Wire;

/// Looks through a store when it is opened: SQLite's own check of all pages, then the seals and the numbers of facts.
/// In a large store after a clean end the check is bounded: no indexes, no files kept with interviews, and seals only
/// of what the next hours stand on.
final class StoreCheck {
    /// Up to here every seal is tried each time: some ten thousand facts, a small part of the time that a PIN takes.
    private static final long SMALL_BYTES = 8L * 1024 * 1024;
    /// Tables that a bounded check reads. Files kept with interviews are what makes a store large.
    private static final List<String> BOUNDED = List.of("pin_vault", "pin_guard", "document", "questionnaire",
            "sample_list", "contact", "interview", "fact", "up_record", "position", "recovery", "office_wrap",
            "sketch", "unit_lease", "unit_hold", "unit_code", "voucher_taken");
    private static final byte[] BEGINNING = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    /// Interviews that lost facts before are known and not counted again.
    private static final String FACTS_MISSING = "SELECT count(*) FROM (SELECT ordinal FROM interview LEFT JOIN fact "
            + "ON fact.interview = ordinal WHERE lost_facts = 0 GROUP BY ordinal "
            + "HAVING count(number) <> coalesce(max(number), 0) OR count(number) < facts)";

    private StoreCheck() {
    }

    /// SQLite takes an empty file for a new store and throws the log beside it away: such a file is never opened.
    ///
    /// @throws ProblemException STORE_DAMAGED
    static void refuseWithoutBeginning(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            if (!Arrays.equals(BEGINNING, stream.readNBytes(BEGINNING.length))) {
                throw Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString()).exception();
            }
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString()).exception(refused);
        }
    }

    /// Gives the store itself when it is sound, or what could be brought over of it to a new file.
    static Database sound(Database database, DataKey key, OpenMark mark, Instant now) {
        Optional<String> finding = finding(database, new Sealing(key, database.file()),
                mark.abrupt() || database.file().toFile().length() <= SMALL_BYTES);
        if (finding.isPresent()) {
            return StoreRescue.of(database, key, finding.get(), now);
        }
        if (mark.cut()) {
            database.write(handle -> {
                new Documents(handle, new Sealing(key, database.file())).put(Documents.NOTICE,
                        Wire.of(Problem.of(ProblemKind.STORE_CUT)));
                return true;
            });
        }
        return database;
    }

    /// What is wrong, for the log; empty when nothing is.
    static Optional<String> finding(Database database, Sealing sealing, boolean everything) {
        Optional<String> pages = everything ? database.finding() : database.finding(BOUNDED);
        return pages.or(() -> database.renamed(ProfileFolders.MIGRATIONS)).or(() -> {
            try {
                return database.<Optional<String>>read(handle -> {
                    SealedRows rows = new SealedRows(handle, sealing);
                    List<String> broken = everything ? rows.broken() : rows.brokenOfToday();
                    if (!broken.isEmpty()) {
                        return Optional.of("seals of " + broken);
                    }
                    if (!new UpLog(handle, sealing).positionsKnown()) {
                        return Optional.of("position");
                    }
                    long missing = Direct.numbers(handle, FACTS_MISSING)[0];
                    return missing > 0 ? Optional.of("facts of " + missing + " interviews") : Optional.empty();
                });
            } catch (ProblemException damaged) {
                if (damaged.problem().kind() == ProblemKind.STORE_DAMAGED) {
                    return Optional.of(String.valueOf(damaged.getCause()));
                }
                throw damaged;
            } catch (JdbiException unknownNames) {
                // the damage changed the names of tables or columns
                return Optional.of(String.valueOf(unknownNames.getMessage()));
            }
        });
    }
}
