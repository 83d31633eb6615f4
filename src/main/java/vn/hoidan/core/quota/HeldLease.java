package vn.hoidan.core.quota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.sampling.ListId;

/// A lease as the ledger knows it. Its units move as bundles, so one number says how many are left in each cell.
///
/// @param list  the village list it came with; empty in a free quota
/// @param left  units that neither an interview nor a return has used
/// @param useBy from then on its device warns
public record HeldLease(LeaseId id, String device, Optional<ListId> list, List<CellKey> cells, State state, int left,
        Instant useBy) {

    public HeldLease {
        cells = List.copyOf(cells);
    }

    /// Whether its units count. Both ends are final.
    public enum State {
        LIVE("live"),
        /// Its list went back to the office.
        WITHDRAWN("withdrawn"),
        /// The server took its units away.
        FENCED("fenced");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /// The word stored.
        public String code() {
            return code;
        }

        public static State ofCode(String code) {
            for (State state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("lease state: " + code);
        }
    }

    public boolean isLive() {
        return state == State.LIVE;
    }

    /// From when on the server may fence it.
    public Instant fenceAt() {
        return useBy.plus(LeaseTerms.GRACE);
    }
}
