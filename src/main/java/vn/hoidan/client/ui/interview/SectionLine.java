package vn.hoidan.client.ui.interview;

import vn.hoidan.client.app.Progress;

/// One section in the list on the left.
///
/// @param toMend  answers that were not taken, or that the check found wrong
/// @param current one stands in it
record SectionLine(String label, Progress progress, int toMend, boolean current) {
    /// Everything asked for is there and nothing is wrong.
    boolean done() {
        return progress.complete() && toMend == 0 && progress.answered() > 0;
    }
}
