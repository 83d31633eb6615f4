package vn.hoidan.simulation;

/// An invariant that did not hold.
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    Violation(String rule, String what) {
        super(rule + ": " + what);
    }

    static void unless(boolean holds, String rule, String what) {
        if (!holds) {
            throw new Violation(rule, what);
        }
    }
}
