package vn.hoidan.server.app.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.Admission;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Claim;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.MovementKind;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.QuotaBooks;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Interviews;
import vn.hoidan.server.app.book.RecordAct;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.book.SampleLists;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.server.app.quota.PlaceDesk;
import vn.hoidan.server.app.quota.QuotaCells;

/// Takes in one record: keeps it as it came and derives what follows. A record that cannot be used is kept and set
/// aside with its cause; it never stops those behind it.
final class RecordIntake {

    /// Causes that are kept beside a record, see {@link QuarantineDesk}.
    static final String NO_QUOTA = "no quota";
    static final String OTHER_CONTENT = "same interview, other content";
    static final String OTHER_SURVEY = "other survey";
    static final String UNKNOWN_HOUSEHOLD = "unknown household";
    static final String UNKNOWN_LIST = "unknown list";
    /// Reasons with which records are not read, after the number of the problem.
    static final String UNKNOWN_KEY = "unknown record key";
    static final String UNKNOWN_DICTIONARY = "unknown dictionary";

    private final RecordReader reader;
    private final SignatureCheck signatures;
    private final UnitsIntake units;

    RecordIntake(RecordReader reader, SignatureCheck signatures) {
        this.reader = reader;
        this.signatures = signatures;
        this.units = new UnitsIntake(reader, signatures);
    }

    /// Where and for whom; remembers for one transaction what does not change within it, and gathers what a turn
    /// begins with.
    ///
    /// @param keys  of laptops that signed something
    /// @param freed cells in which units came back
    /// @param done  interviews that came
    record Work(CentralStore.Central central, QuotaCells quotas, Devices.Device log, Instant now,
            Map<String, List<Bytes>> keys,
            Map<ListId, Optional<SampleLists.Entry>> lists, Map<LeaseId, Optional<HeldLease>> leases,
            Set<CellKey> freed, AtomicInteger done) {

        static Work of(CentralStore.Central central, QuotaCells quotas, Devices.Device log, Instant now) {
            return new Work(central, quotas, log, now, new HashMap<>(), new HashMap<>(), new HashMap<>(),
                    new LinkedHashSet<>(), new AtomicInteger());
        }

        /// All keys that a laptop has shown.
        List<Bytes> keysOf(String laptop) {
            return keys.computeIfAbsent(laptop, each ->
                    central.devices().signingKeys(each).stream().map(Devices.SigningKey::key).toList());
        }

        /// The log that leases and records belong to.
        String device() {
            return log.id();
        }

        /// The laptop itself, which vouchers are about.
        String laptop() {
            return log.name();
        }

        Survey survey() {
            return quotas.survey();
        }

        Optional<SampleLists.Entry> list(ListId id) {
            return lists.computeIfAbsent(id, each -> central.lists().find(each)
                    .or(() -> PlaceDesk.openedAgain(central, quotas, log, each)));
        }

        Optional<HeldLease> lease(LeaseId id) {
            return leases.computeIfAbsent(id, central.ledger()::lease);
        }

        QuotaBooks books() {
            return central.ledger().books(survey().id());
        }

        boolean isOurs(String other) {
            return central.devices().find(other).filter(each -> each.survey().equals(survey().id())).isPresent();
        }

        void carryOut(Movement movement) {
            central.ledger().carryOut(survey().id(), movement, now);
            movement.lease().ifPresent(leases::remove);
        }
    }

    void take(Work work, UpRecord record) {
        work.central().logs().keep(work.device(), record, work.now());
        judged(work, record, List.of());
    }

    /// A record that is kept already.
    ///
    /// @param places where it belongs by a person's word; the last one holds, none if the record itself tells
    /// @return why it is set aside; empty if it was taken in
    Optional<String> takeAgain(Work work, UpRecord record, List<RecordAct.Place> places) {
        return judged(work, record, places);
    }

    private Optional<String> judged(Work work, UpRecord record, List<RecordAct.Place> places) {
        Optional<String> cause = genuine(work, record) ? applied(work, record, places)
                : Optional.of(causeOf(Problem.of(ProblemKind.RECORD_NOT_GENUINE, "reason", "signature").exception()));
        cause.ifPresent(text -> work.central().logs().quarantine(work.device(), record.number(), text));
        return cause;
    }

    private Optional<String> applied(Work work, UpRecord record, List<RecordAct.Place> places) {
        return switch (record.type()) {
            case INTERVIEW -> interview(work, record, places);
            case CONTACT -> contact(work, record, places);
            case UNITS_RETURNED, VOUCHER_GIVEN, VOUCHER_TAKEN, CODE_GIVEN -> work.survey().design().isList()
                    ? Optional.of("no free quota") : units.take(work, record);
        };
    }

    /// Signed with any key that the device ever showed, also one revoked since; or made by an older program that does
    /// not sign, which the device's token vouches for.
    private boolean genuine(Work work, UpRecord record) {
        return record.signature().isEmpty() || work.keysOf(work.laptop()).stream()
                .anyMatch(known -> signatures.verify(known, SignaturePurpose.RECORD, record.position().hash(),
                        record.signature().get()));
    }

    private Optional<String> contact(Work work, UpRecord record, List<RecordAct.Place> places) {
        Contact contact;
        try {
            Contact told = reader.contact(work.device(), record);
            contact = places.isEmpty() ? told : new Contact(places.getLast().list(), places.getLast().household(),
                    told.attempt(), told.outcome(), told.reason(), told.at(), told.appointment());
        } catch (ProblemException unreadable) {
            return Optional.of(causeOf(unreadable));
        }
        Optional<String> elsewhere = notOurs(work, work.list(contact.list()), contact.household());
        // a log that began anew tells everything again
        if (elsewhere.isEmpty() && !work.central().interviews().hasContact(contact)) {
            work.central().interviews().addContact(work.device(), record.number(), contact);
        }
        return elsewhere;
    }

    private Optional<String> interview(Work work, UpRecord record, List<RecordAct.Place> places) {
        InterviewRecord told;
        try {
            told = reader.interview(work.central().surveys(), work.device(), record);
        } catch (ProblemException unreadable) {
            return Optional.of(causeOf(unreadable));
        }
        // whatever becomes of the record, it is in work no longer
        work.central().drafts().delete(told.id());
        Optional<Interviews.Entry> before = work.central().interviews().find(told.id());
        if (before.isPresent()) {
            return again(work, record, told, before.get());
        }
        InterviewRecord interview = places.isEmpty() ? told
                : told.at(places.getLast().list(), places.getLast().household());
        Optional<SampleLists.Entry> list = work.list(interview.list());
        Optional<String> elsewhere = interview.survey().equals(work.survey().id())
                ? notOurs(work, list, interview.household()) : Optional.of(OTHER_SURVEY);
        if (elsewhere.isEmpty()) {
            return counted(work, record, interview, list.orElseThrow().village());
        }
        return elsewhere;
    }

    private static Optional<String> notOurs(Work work, Optional<SampleLists.Entry> list, int household) {
        if (list.isEmpty()) {
            return Optional.of(UNKNOWN_LIST);
        }
        if (!list.get().survey().equals(work.survey().id())) {
            return Optional.of(OTHER_SURVEY);
        }
        boolean there = list.get().isOpen() ? household >= 1 && household <= SampleList.MOST_FOUND
                : work.central().lists().hasHousehold(list.get().id(), household);
        return there ? Optional.empty() : Optional.of(UNKNOWN_HOUSEHOLD);
    }

    /// An interview that is here already: by whatever road it came twice, it counts once. Other content under the same
    /// id never replaces what was there.
    private Optional<String> again(Work work, UpRecord record, InterviewRecord interview, Interviews.Entry before) {
        if (!before.contentHash().equals(Sha256.of(record.body()))) {
            UpRecord kept = work.central().logs().record(before.device(), before.number()).orElseThrow();
            if (!reader.interview(work.central().surveys(), before.device(), kept).equals(interview)) {
                return Optional.of(OTHER_CONTENT);
            }
        }
        work.central().logs().tell(work.device(), new DownItem.InterviewRuled(before.id(), before.ruling(),
                before.reason().map(PendingReason::code).orElse("")), work.now());
        return Optional.empty();
    }

    private Optional<String> counted(Work work, UpRecord record, InterviewRecord interview, AreaKey place) {
        List<CellKey> cells = work.quotas().at(place, interview.answers());
        if (cells.isEmpty()) {
            return Optional.of(NO_QUOTA);
        }
        CentralStore.Central central = work.central();
        UnitsIntake.Unit unit = UnitsIntake.unitOf(work, interview);
        Claim claim = new Claim(interview.id(), work.device(), interview.list(), cells, unit.named(), unit.found(),
                unit.transfer(), central.interviews().householdCounted(interview.list(), interview.household()));
        Admission admission = LedgerPlanner.admit(claim, work.books());
        admission.movements().forEach(movement -> {
            work.carryOut(movement);
            if (movement.kind() == MovementKind.RELEASED) {
                work.freed().addAll(unit.found().orElseThrow().cells());
            }
        });
        UnitsIntake.spent(work, interview, unit);
        keep(work, record, interview, cells, admission, work.quotas().groupsAt(place, interview.answers()));
        return Optional.empty();
    }

    private void keep(Work work, UpRecord record, InterviewRecord interview, List<CellKey> cells,
            Admission admission, List<CellKey> groups) {
        CentralStore.Central central = work.central();
        Ruling ruling;
        Optional<PendingReason> reason;
        switch (admission) {
            case Admission.Accepted accepted -> {
                central.devices().acceptedChanged(work.device(), 1);
                ruling = Ruling.ACCEPTED;
                reason = accepted.late();
            }
            case Admission.Pending pending -> {
                central.ledger().waits(work.survey().id(), interview.id(), cells);
                ruling = Ruling.PENDING;
                reason = Optional.of(pending.reason());
            }
        }
        work.done().incrementAndGet();
        central.attachments().wanted(interview.id(), interview.attachments()
                .map(name -> reader.cover(name.hash())).toList());
        central.interviews().add(new Interviews.Entry(interview.id(), work.survey().id(), interview.questionnaire(),
                interview.list(), interview.household(), work.device(), record.number(), Sha256.of(record.body()),
                ruling, reason, work.now()), groups);
        central.interviews().pathsSeen(interview.questionnaire(), interview.answers().keySet());
        central.logs().tell(work.device(), new DownItem.InterviewRuled(interview.id(), ruling,
                reason.map(PendingReason::code).orElse("")), work.now());
    }

    static String causeOf(ProblemException unreadable) {
        return unreadable.problem().kind().number() + " "
                + unreadable.problem().details().getOrDefault("reason", "unreadable");
    }
}
