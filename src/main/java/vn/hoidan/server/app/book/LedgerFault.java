package vn.hoidan.server.app.book;

/// Something in the books that does not follow from the ledger.
///
/// @param rows how many rows are wrong
public record LedgerFault(Kind kind, long rows) {

    /// What must always hold (rules Q1, Q2, Q6, Q7, Q10 and Q14 of the quota engine).
    public enum Kind {
        OVERSHOOT("overshoot"),
        UNBALANCED("unbalanced"),
        CELL_COUNTERS("cell-counters"),
        LEASE_BALANCES("lease-balances"),
        ENDED_LEASE_WITH_UNITS("ended-lease-with-units"),
        INTERVIEW_STATES("interview-states"),
        WAITING_COUNTERS("waiting-counters"),
        SOFT_COUNTERS("soft-counters"),
        DEVICE_COUNTERS("device-counters"),
        LOG_GAPS("log-gaps");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /// The key of its sentence.
        public String code() {
            return code;
        }
    }
}
