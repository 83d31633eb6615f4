package vn.hoidan.architecture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Lets one place break one rule until a day.
///
/// @param rule   the rule's short name
/// @param where  class or file
/// @param reason why, in a sentence
/// @param ends   last day; afterwards the rule holds again and the allowance itself is reported
record Allowance(String rule, String where, String reason, LocalDate ends) {
    Allowance {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an allowance needs a reason: " + rule + " " + where);
        }
    }

    /// What remains after the allowances: violations not covered, and allowances that ended or cover nothing.
    static List<Violation> apply(List<Allowance> allowances, List<Violation> found, LocalDate today) {
        List<Violation> left = new ArrayList<>(found);
        for (Allowance allowance : allowances) {
            boolean used = left.removeIf(allowance::covers);
            if (today.isAfter(allowance.ends)) {
                left.add(new Violation("allowance", allowance.where, "ended on " + allowance.ends));
            } else if (!used) {
                left.add(new Violation("allowance", allowance.where, "covers nothing, take it out"));
            }
        }
        return left;
    }

    private boolean covers(Violation violation) {
        return violation.rule().equals(rule)
                && (violation.where().equals(where) || violation.where().startsWith(where + ":"));
    }
}
