package vn.hoidan.core.quota;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.sampling.ListId;

/// A completed interview that asks to be counted.
///
/// @param device           the device that sent it
/// @param cells            the cells of its list
/// @param named            the lease it says it used
/// @param found            that lease as the ledger knows it
/// @param householdCounted true when its household has an interview that counts
public record Claim(InterviewId interview, String device, ListId list, List<CellKey> cells, Optional<LeaseId> named,
        Optional<HeldLease> found, boolean householdCounted) {

    public Claim {
        cells = List.copyOf(cells);
    }

    /// A lease as the ledger knows it.
    ///
    /// @param live false once its list was withdrawn; a withdrawn lease stays so for ever
    public record HeldLease(LeaseId id, String device, ListId list, List<CellKey> cells, boolean live) {

        public HeldLease {
            cells = List.copyOf(cells);
        }
    }
}
