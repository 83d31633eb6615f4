package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;

/// Units that went from laptop to laptop without a network: codes read out and vouchers. They stay charged to the lease
/// that they come from.
public interface Transfers {

    /// Gives each unit a code that no unit ever had.
    ///
    /// @param units the lease of each
    /// @param drawn draws a code by chance
    /// @return the codes, in the order of the units
    List<UnitCode> addCodes(List<LeaseId> units, Supplier<UnitCode> drawn);

    Optional<Code> code(UnitCode code);

    /// @param used true once an interview came with it
    record Code(LeaseId lease, boolean used) {
    }

    void codeTold(UnitCode code, Instant at);

    void codeUsed(UnitCode code, InterviewId interview);

    Optional<Seen> voucher(VoucherId id);

    /// A voucher that giver or taker told of.
    record Seen(LeaseId lease, String giver, String taker, int units, boolean given, boolean taken) {
    }

    /// The giver tells of it.
    void given(Voucher voucher, Instant at);

    /// The taker tells of it: its units may be used there.
    void taken(Voucher voucher, Instant at);

    /// Units of this lease that vouchers brought to the device and that nothing has used.
    int left(String taker, LeaseId lease);

    void spent(String taker, LeaseId lease, int units);
}
