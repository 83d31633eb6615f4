package vn.hoidan.server.app;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.UpRecord;

/// Takes in one record: keeps it as it came and derives what follows. A record that cannot be used is kept and set
/// aside with its cause; it never stops those behind it.
final class RecordIntake {

    private final RecordReader reader;
    private final SignatureCheck signatures;

    RecordIntake(RecordReader reader, SignatureCheck signatures) {
        this.reader = reader;
        this.signatures = signatures;
    }

    /// Where and for whom; remembers for one transaction what does not change within it.
    ///
    /// @param signingKeys all that the device has shown
    record Work(CentralStore.Central central, Survey survey, String device, List<Bytes> signingKeys, Instant now,
            Map<ListId, Optional<SampleLists.Entry>> lists, Map<ListId, List<CellKey>> cells,
            Map<LeaseId, Optional<HeldLease>> leases) {

        static Work of(CentralStore.Central central, Survey survey, Devices.Device log, Instant now) {
            List<Bytes> keys = central.devices().signingKeys(log.name()).stream().map(Devices.SigningKey::key).toList();
            return new Work(central, survey, log.id(), keys, now, new HashMap<>(), new HashMap<>(), new HashMap<>());
        }

        Optional<SampleLists.Entry> list(ListId id) {
            return lists.computeIfAbsent(id, central.lists()::find);
        }

        List<CellKey> cellsOf(SampleLists.Entry list) {
            return cells.computeIfAbsent(list.id(), key -> QuotaCells.of(survey, list.village()));
        }

        Optional<HeldLease> lease(LeaseId id) {
            return leases.computeIfAbsent(id, central.ledger()::lease);
        }

        void carryOut(Movement movement) {
            central.ledger().carryOut(survey.id(), movement, now);
            movement.lease().ifPresent(leases::remove);
        }
    }

    void take(Work work, UpRecord record) {
        work.central().logs().keep(work.device(), record, work.now());
        Optional<String> cause = genuine(work, record) ? applied(work, record)
                : Optional.of(causeOf(Problem.of(ProblemKind.RECORD_NOT_GENUINE, "reason", "signature").exception()));
        cause.ifPresent(text -> work.central().logs().quarantine(work.device(), record.number(), text));
    }

    private Optional<String> applied(Work work, UpRecord record) {
        return switch (record.type()) {
            case INTERVIEW -> interview(work, record);
            case CONTACT -> contact(work, record);
            case UNITS_RETURNED, VOUCHER_GIVEN, VOUCHER_TAKEN, CODE_GIVEN -> Optional.of("no free quota");
        };
    }

    /// Signed with any key that the device ever showed, also one revoked since; or made by an older program that does
    /// not sign, which the device's token vouches for.
    private boolean genuine(Work work, UpRecord record) {
        return record.signature().isEmpty() || work.signingKeys().stream()
                .anyMatch(known -> signatures.verify(known, SignaturePurpose.RECORD, record.position().hash(),
                        record.signature().get()));
    }

    private Optional<String> contact(Work work, UpRecord record) {
        Contact contact;
        try {
            contact = reader.contact(work.device(), record);
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

    private Optional<String> interview(Work work, UpRecord record) {
        InterviewRecord interview;
        try {
            interview = reader.interview(work.device(), record);
        } catch (ProblemException unreadable) {
            return Optional.of(causeOf(unreadable));
        }
        Optional<Interviews.Entry> before = work.central().interviews().find(interview.id());
        if (before.isPresent()) {
            return again(work, record, interview, before.get());
        }
        Optional<SampleLists.Entry> list = work.list(interview.list());
        Optional<String> elsewhere = interview.survey().equals(work.survey().id())
                ? notOurs(work, list, interview.household()) : Optional.of("other survey");
        if (elsewhere.isEmpty()) {
            count(work, record, interview, work.cellsOf(list.orElseThrow()));
        }
        return elsewhere;
    }

    private static Optional<String> notOurs(Work work, Optional<SampleLists.Entry> list, int household) {
        if (list.isEmpty()) {
            return Optional.of("unknown list");
        }
        if (!list.get().survey().equals(work.survey().id())) {
            return Optional.of("other survey");
        }
        return work.central().lists().hasHousehold(list.get().id(), household)
                ? Optional.empty() : Optional.of("unknown household");
    }

    /// An interview that is here already: by whatever road it came twice, it counts once. Other content under the same
    /// id never replaces what was there.
    private Optional<String> again(Work work, UpRecord record, InterviewRecord interview, Interviews.Entry before) {
        if (!before.contentHash().equals(Sha256.of(record.body()))) {
            UpRecord kept = work.central().logs().record(before.device(), before.number()).orElseThrow();
            if (!reader.interview(before.device(), kept).equals(interview)) {
                return Optional.of("same interview, other content");
            }
        }
        work.central().logs().tell(work.device(), new DownItem.InterviewRuled(before.id(), before.ruling(),
                before.reason().map(PendingReason::code).orElse("")), work.now());
        return Optional.empty();
    }

    private static void count(Work work, UpRecord record, InterviewRecord interview, List<CellKey> cells) {
        CentralStore.Central central = work.central();
        Claim claim = new Claim(interview.id(), work.device(), interview.list(), cells, interview.lease(),
                interview.lease().flatMap(work::lease), Claim.Transfer.NONE,
                central.interviews().householdCounted(interview.list(), interview.household()));
        Ruling ruling;
        Optional<PendingReason> reason;
        Admission admission = LedgerPlanner.admit(claim, central.ledger().balances(work.survey().id()));
        admission.movements().forEach(work::carryOut);
        switch (admission) {
            case Admission.Accepted accepted -> {
                central.devices().acceptedChanged(work.device(), 1);
                ruling = Ruling.ACCEPTED;
                reason = accepted.late();
            }
            case Admission.Pending pending -> {
                central.ledger().pendingChanged(work.survey().id(), cells, 1);
                ruling = Ruling.PENDING;
                reason = Optional.of(pending.reason());
            }
        }
        central.interviews().add(new Interviews.Entry(interview.id(), work.survey().id(), interview.questionnaire(),
                interview.list(), interview.household(), work.device(), record.number(), Sha256.of(record.body()),
                ruling, reason, work.now()));
        central.interviews().pathsSeen(interview.questionnaire(), interview.answers().keySet());
        central.logs().tell(work.device(), new DownItem.InterviewRuled(interview.id(), ruling,
                reason.map(PendingReason::code).orElse("")), work.now());
    }

    private static String causeOf(ProblemException unreadable) {
        return unreadable.problem().kind().number() + " "
                + unreadable.problem().details().getOrDefault("reason", "unreadable");
    }
}
