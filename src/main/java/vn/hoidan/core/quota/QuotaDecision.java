package vn.hoidan.core.quota;

import vn.hoidan.core.interview.InterviewId;

/// What a supervisor decides about quotas in mid-field. Each is written down for good with who decided and why.
public sealed interface QuotaDecision {

    /// Longest reason, in characters.
    int LONGEST_REASON = 500;

    /// Never blank.
    String reason();

    /// Another target for a cell. Nothing that is out is revoked.
    record Retarget(CellKey cell, int target, String reason) implements QuotaDecision {
        /// Largest target.
        public static final int LARGEST = 1_000_000;

        public Retarget {
            check(reason);
            if (target < 0 || target > LARGEST) {
                throw new IllegalArgumentException("target: " + target);
            }
        }
    }

    /// The person's laptop is lost: what is out on it ends at once.
    ///
    /// @param person id
    record LaptopLost(String person, String reason) implements QuotaDecision {
        public LaptopLost {
            check(reason);
        }
    }

    /// What becomes of one interview.
    record Rule(InterviewId interview, Verdict verdict, String reason) implements QuotaDecision {
        public Rule {
            check(reason);
        }
    }

    /// The word of a person on an interview.
    enum Verdict {
        /// One that waits counts, if a unit is free.
        ACCEPT("accept"),
        /// One that waits counts; where no unit is free the target goes up by what is missing.
        ACCEPT_RAISING("accept-raising"),
        /// It never counts, whether it waits or counts now.
        VOID("void"),
        /// Quality control: one that counts does not; its unit comes back.
        REJECT("reject");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        /// The word stored and sent.
        public String code() {
            return code;
        }

        public static Verdict ofCode(String code) {
            for (Verdict verdict : values()) {
                if (verdict.code.equals(code)) {
                    return verdict;
                }
            }
            throw new IllegalArgumentException("verdict: " + code);
        }
    }

    /// What came of a decision.
    enum Effect {
        DONE("done"),
        /// It was so already, or what it is about is not there.
        NOTHING("nothing"),
        /// The interview was to count but no unit is free.
        NO_UNIT("no-unit"),
        /// The interview was to count but its household has one that does.
        HOUSEHOLD_COUNTED("household-counted");

        private final String code;

        Effect(String code) {
            this.code = code;
        }

        /// The word sent.
        public String code() {
            return code;
        }

        public static Effect ofCode(String code) {
            for (Effect effect : values()) {
                if (effect.code.equals(code)) {
                    return effect;
                }
            }
            throw new IllegalArgumentException("effect: " + code);
        }
    }

    private static void check(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("the reason must be written down");
        }
    }
}
