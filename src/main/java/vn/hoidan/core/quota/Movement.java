package vn.hoidan.core.quota;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;

/// One transaction of the ledger: units move between accounts of the same cell, so in each cell its rows sum to zero.
///
/// @param lease     the lease it concerns
/// @param interview the interview it was for
public record Movement(MovementKind kind, Optional<LeaseId> lease, Optional<InterviewId> interview,
        List<Posting> postings) {

    public Movement {
        postings = List.copyOf(postings);
        Map<CellKey, Integer> sums = new HashMap<>();
        for (Posting posting : postings) {
            sums.merge(posting.account().cell(), posting.units(), Integer::sum);
        }
        sums.forEach((cell, sum) -> {
            if (sum != 0) {
                throw new IllegalArgumentException("movement does not sum to zero in " + cell.text() + ": " + sum);
            }
        });
    }
}
