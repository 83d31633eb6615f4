package vn.hoidan.server.app.files;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.server.app.book.AttachmentFiles;
import vn.hoidan.server.app.book.Attachments;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Logs;
import vn.hoidan.server.app.book.OfficeAct;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.intake.DraftDesk;
import vn.hoidan.server.app.quota.QuotaDesk.Decision;

/// Finds and removes files that nothing names any longer: no record of an interview, taken in, set aside or discarded,
/// and no interview in work. Such are pictures that were taken anew, and those of interviews that were broken off.
///
/// Copies beside the backups stay, so that older backups stay whole.
public final class UnnamedFilesDesk {

    /// A file must have been here for so long before it may be removed: an interview in work is kept here for
    /// {@link DraftDesk#LONGEST}, and its laptop may send it still later.
    public static final Duration LEAST_AGE = DraftDesk.LONGEST.plusDays(30);

    private static final System.Logger LOG = System.getLogger(UnnamedFilesDesk.class.getName());

    private final CentralStore store;
    private final AttachmentFiles files;
    private final RecordReader reader;
    private final DraftDesk.DraftReader drafts;
    private final InstantSource clock;

    public UnnamedFilesDesk(CentralStore store, AttachmentFiles files, RecordReader reader,
            DraftDesk.DraftReader drafts, InstantSource clock) {
        this.store = store;
        this.files = files;
        this.reader = reader;
        this.drafts = drafts;
        this.clock = clock;
    }

    /// A file that nothing names.
    ///
    /// @param since  when it came, the last time if it came twice
    /// @param laptop that sent it
    /// @param person whose laptop that is; empty if it is not known
    public record Line(Bytes file, long bytes, Instant since, String laptop, Optional<String> person) {
    }

    /// What is there.
    ///
    /// @param files     longest here first
    /// @param remains   bytes of files that no book knows
    /// @param uncertain files that nothing names which can be read; something of their people cannot
    /// @param unopened  files of which cannot be told whether anything names them, as they do not open
    public record Found(List<Line> files, List<AttachmentFiles.Held> remains, int uncertain, int unopened) {
        public Found {
            files = List.copyOf(files);
            remains = List.copyOf(remains);
        }

        /// Of files and remains.
        public int count() {
            return files.size() + remains.size();
        }

        /// Of files and remains.
        public long bytes() {
            return files.stream().mapToLong(Line::bytes).sum()
                    + remains.stream().mapToLong(AttachmentFiles.Held::bytes).sum();
        }
    }

    /// What came of removing.
    public sealed interface Removal {

        /// @param gone what is here no longer
        record Removed(Found gone) implements Removal {
        }

        /// Nothing was removed.
        ///
        /// @param least time for which a file must have been here
        record TooYoung(Duration least) implements Removal {
        }
    }

    /// Looks through all records; one is in memory at a time.
    ///
    /// @param older how long a file must have been here
    public Found find(Duration older) {
        return find(clock.instant().minus(older));
    }

    private Found find(Instant before) {
        return store.read(central -> found(central, before, (naming, logs) ->
                logs.each(RecordType.INTERVIEW, (log, record) -> naming.look(central, log, record))));
    }

    private Found found(CentralStore.Central central, Instant before, BiConsumer<Naming, Logs> records) {
        Map<Bytes, List<Attachments.Entry>> byFile = new LinkedHashMap<>();
        central.attachments().unnamed(before)
                .forEach(entry -> byFile.computeIfAbsent(entry.file(), _ -> new ArrayList<>()).add(entry));
        Naming naming = new Naming(reader, drafts, byFile.values().stream()
                .map(entries -> entries.getFirst().cover().orElseThrow()).toList());
        if (!byFile.isEmpty()) {
            records.accept(naming, central.logs());
            central.drafts().each(naming::look);
        }
        List<Line> lines = new ArrayList<>();
        int uncertain = 0;
        for (List<Attachments.Entry> entries : byFile.values()) {
            if (naming.isUnnamed(entries.getFirst().cover().orElseThrow())) {
                boolean certain = entries.stream().flatMap(entry -> central.devices().find(entry.device()).stream())
                        .map(Devices.Device::person).noneMatch(naming::isUncertain);
                uncertain += certain ? 0 : 1;
                lines.addAll(certain ? List.of(line(central, entries)) : List.of());
            }
        }
        List<AttachmentFiles.Held> remains = files.wholeBefore(before).stream()
                .filter(held -> !central.attachments().holds(held.hash())).toList();
        return new Found(lines, remains, uncertain, central.attachments().unopened().size());
    }

    /// @param entries of one file, the last to come last
    private static Line line(CentralStore.Central central, List<Attachments.Entry> entries) {
        Attachments.Entry last = entries.getLast();
        Optional<String> person = central.devices().find(last.device())
                .flatMap(device -> central.staff().find(device.person())).map(member -> member.person().name());
        return new Line(last.file(), last.bytes(), last.receivedAt(), last.device(), person);
    }

    /// Removes what {@link #find} tells. Rows go before bytes: what a cut leaves behind is bytes that no book knows,
    /// which the next time removes, and never a row without its bytes.
    public Removal remove(Duration older, Decision decision) {
        if (older.compareTo(LEAST_AGE) < 0) {
            return new Removal.TooYoung(LEAST_AGE);
        }
        Instant now = clock.instant();
        Found found = find(now.minus(older));
        Found gone = store.write(central -> {
            // what came since it was looked through may name a file as well
            Set<Bytes> still = found(central, now.minus(older), (naming, logs) -> logs.quarantined().forEach(aside ->
                    logs.record(aside.device(), aside.number()).filter(record -> record.type() == RecordType.INTERVIEW)
                            .ifPresent(record -> naming.look(central, aside.device(), record))))
                    .files().stream().map(Line::file).collect(Collectors.toSet());
            List<Line> lines = found.files().stream().filter(line -> still.contains(line.file())).toList();
            lines.forEach(line -> {
                central.attachments().forget(line.file());
                central.officeActs().add(new OfficeAct(OfficeAct.Kind.FILE_REMOVED, line.file().hex(),
                        line.bytes() + " " + line.laptop(), decision.by(), decision.reason(), now));
            });
            found.remains().forEach(held -> central.officeActs().add(new OfficeAct(OfficeAct.Kind.REMAINS_REMOVED,
                    held.hash().hex(), String.valueOf(held.bytes()), decision.by(), decision.reason(), now)));
            return new Found(lines, found.remains(), found.uncertain(), found.unopened());
        });
        delete(gone);
        return new Removal.Removed(gone);
    }

    /// A laptop may send one of them again at this moment; what has a row by now stays.
    private void delete(Found gone) {
        store.write(central -> {
            Stream.concat(gone.files().stream().map(Line::file),
                    gone.remains().stream().map(AttachmentFiles.Held::hash))
                    .filter(file -> !central.attachments().holds(file)).forEach(files::delete);
            return gone;
        });
        LOG.log(System.Logger.Level.INFO, "{0} files removed, {1} bytes", gone.count(), gone.bytes());
    }
}
