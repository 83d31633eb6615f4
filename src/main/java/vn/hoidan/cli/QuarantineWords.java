package vn.hoidan.cli;

import vn.hoidan.server.app.QuarantineDesk;

/// Keys of what is said of records that were set aside.
final class QuarantineWords {

    private QuarantineWords() {
    }

    /// What came of an act.
    static String of(QuarantineDesk.Done done) {
        return switch (done) {
            case TAKEN_IN -> "taken-in";
            case STILL_ASIDE -> "still-aside";
            case DISCARDED -> "discarded";
            case NOT_THERE -> "not-there";
        };
    }
}
