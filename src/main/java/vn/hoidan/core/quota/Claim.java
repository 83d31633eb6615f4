package vn.hoidan.core.quota;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.sampling.ListId;

/// A completed interview that asks to be counted.
///
/// @param device           the device that sent it
/// @param list             the village list it was made from
/// @param cells            its bundle: every hard cell that it falls in
/// @param named            the lease it says it used
/// @param found            that lease as the ledger knows it
/// @param transfer         how the unit came to a device that the lease was not granted to
/// @param householdCounted true when its household has an interview that counts
public record Claim(InterviewId interview, String device, ListId list, List<CellKey> cells, Optional<LeaseId> named,
        Optional<HeldLease> found, Transfer transfer, boolean householdCounted) {

    public Claim {
        cells = List.copyOf(cells);
    }

    /// Whether a unit of somebody else's lease may be used.
    public enum Transfer {
        NONE("none"),
        /// A voucher for this lease was taken in by this device and has units left.
        VOUCHER("voucher"),
        /// Its unit's code was read out and not used before.
        CODE("code"),
        /// Its unit's code was used before.
        CODE_USED("code-used");

        private final String code;

        Transfer(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
