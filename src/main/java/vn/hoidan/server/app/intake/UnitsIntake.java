package vn.hoidan.server.app.intake;

import java.util.Optional;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.quota.Claim;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.book.Transfers;

/// Takes in what devices tell of units that moved without an interview, and finds the lease that an interview's unit
/// belongs to.
final class UnitsIntake {

    /// Kept beside a record, see {@link QuarantineDesk}.
    static final String NOT_SIGNED = "voucher not signed by its giver";

    private static final System.Logger LOG = System.getLogger(UnitsIntake.class.getName());

    private final RecordReader reader;
    private final SignatureCheck signatures;

    UnitsIntake(RecordReader reader, SignatureCheck signatures) {
        this.reader = reader;
        this.signatures = signatures;
    }

    /// @return why the record is set aside; empty if it was used
    Optional<String> take(RecordIntake.Work work, UpRecord record) {
        UnitsRecord units;
        try {
            units = reader.units(work.device(), record);
        } catch (ProblemException unreadable) {
            return Optional.of(RecordIntake.causeOf(unreadable));
        }
        return switch (units) {
            case UnitsRecord.Returned returned -> returned(work, returned);
            case UnitsRecord.VoucherGiven given -> given(work, given.voucher());
            case UnitsRecord.VoucherTaken taken -> taken(work, taken.voucher());
            case UnitsRecord.CodeGiven given -> codeGiven(work, given);
        };
    }

    /// What came by voucher goes back through the device that holds it, never more than it has left of it.
    private static Optional<String> returned(RecordIntake.Work work, UnitsRecord.Returned returned) {
        Optional<HeldLease> found = free(work, returned.lease());
        if (found.isEmpty()) {
            return Optional.of("unknown lease");
        }
        HeldLease lease = found.get();
        Transfers transfers = work.central().transfers();
        boolean own = lease.device().equals(work.device());
        int units = own ? returned.units()
                : Math.min(returned.units(), transfers.left(work.laptop(), lease.id()));
        LedgerPlanner.GivenBack back = LedgerPlanner.giveBack(lease, units, work.books());
        back.movement().ifPresent(movement -> {
            work.carryOut(movement);
            work.freed().addAll(lease.cells());
        });
        if (!own) {
            transfers.spent(work.laptop(), lease.id(), units);
        }
        int excess = back.excess() + returned.units() - units;
        if (excess > 0) {
            LOG.log(System.Logger.Level.WARNING, "{0} returned {1} units too many of lease {2}", work.device(),
                    excess, lease.id().text());
        }
        return Optional.empty();
    }

    private Optional<String> given(RecordIntake.Work work, SignedVoucher signed) {
        Voucher voucher = signed.voucher();
        if (!voucher.giver().equals(work.laptop())) {
            return Optional.of("voucher of another laptop");
        }
        Optional<String> fault = faultOf(work, signed);
        if (fault.isEmpty()) {
            work.central().transfers().given(voucher, work.now());
        }
        return fault;
    }

    private Optional<String> taken(RecordIntake.Work work, SignedVoucher signed) {
        Voucher voucher = signed.voucher();
        if (!voucher.taker().equals(work.laptop())) {
            return Optional.of("voucher for another laptop");
        }
        Optional<String> fault = faultOf(work, signed);
        boolean again = work.central().transfers().voucher(voucher.id()).filter(Transfers.Seen::taken).isPresent();
        if (fault.isEmpty() && !again) {
            work.central().transfers().taken(voucher, work.now());
        }
        return fault;
    }

    /// The giver signed it, and what giver and taker say of it must be the same.
    private Optional<String> faultOf(RecordIntake.Work work, SignedVoucher signed) {
        Voucher voucher = signed.voucher();
        Bytes content = Bytes.of(voucher.signedBytes());
        if (work.keysOf(voucher.giver()).stream().noneMatch(key ->
                signatures.verify(key, SignaturePurpose.VOUCHER, content, signed.signature()))) {
            return Optional.of(NOT_SIGNED);
        }
        if (free(work, voucher.lease()).filter(lease -> lease.cells().equals(voucher.cells())).isEmpty()) {
            return Optional.of("unknown lease");
        }
        boolean known = work.isOurs(voucher.giver()) && work.isOurs(voucher.taker());
        if (!known || voucher.giver().equals(voucher.taker())) {
            return Optional.of("unknown laptop");
        }
        return work.central().transfers().voucher(voucher.id())
                .filter(seen -> !seen.lease().equals(voucher.lease()) || !seen.giver().equals(voucher.giver())
                        || !seen.taker().equals(voucher.taker()) || seen.units() != voucher.units())
                .map(seen -> "same voucher, other content");
    }

    private static Optional<String> codeGiven(RecordIntake.Work work, UnitsRecord.CodeGiven given) {
        Optional<Transfers.Code> code = work.central().transfers().code(given.code())
                .filter(each -> each.lease().equals(given.lease()));
        if (code.flatMap(each -> free(work, each.lease())).isEmpty()) {
            return Optional.of("unknown code");
        }
        work.central().transfers().codeTold(given.code(), work.now());
        return Optional.empty();
    }

    private static Optional<HeldLease> free(RecordIntake.Work work, LeaseId id) {
        return work.lease(id).filter(lease -> lease.list().isEmpty());
    }

    /// The unit that an interview says it used.
    ///
    /// @param named    its lease; by the code's word if a mate read one out
    /// @param transfer how it came to the device
    record Unit(Optional<LeaseId> named, Optional<HeldLease> found, Claim.Transfer transfer) {
    }

    static Unit unitOf(RecordIntake.Work work, InterviewRecord interview) {
        Optional<Transfers.Code> code = interview.code().flatMap(work.central().transfers()::code);
        Optional<LeaseId> named = interview.lease().or(() -> code.map(Transfers.Code::lease));
        Optional<HeldLease> found = named.flatMap(work::lease);
        if (code.isPresent() && code.map(Transfers.Code::lease).equals(named)) {
            return new Unit(named, found, code.get().used() ? Claim.Transfer.CODE_USED : Claim.Transfer.CODE);
        }
        boolean byVoucher = found.filter(lease -> lease.list().isEmpty() && !lease.device().equals(work.device())
                && work.central().transfers().left(work.laptop(), lease.id()) > 0).isPresent();
        return new Unit(named, found, byVoucher ? Claim.Transfer.VOUCHER : Claim.Transfer.NONE);
    }

    /// The interview is here: its code or voucher cannot be used again for that unit.
    static void spent(RecordIntake.Work work, InterviewRecord interview, Unit unit) {
        switch (unit.transfer()) {
            case CODE -> interview.code()
                    .ifPresent(code -> work.central().transfers().codeUsed(code, interview.id()));
            case VOUCHER -> work.central().transfers().spent(work.laptop(), unit.named().orElseThrow(), 1);
            case NONE, CODE_USED -> { }
        }
    }
}
