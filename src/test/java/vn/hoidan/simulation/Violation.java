package vn.hoidan.simulation;

/// An invariant that did not hold.
public final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Violation(String rule, String what) {
        super(rule + ": " + what);
    }

    public static void unless(boolean holds, String rule, String what) {
        if (!holds) {
            throw new Violation(rule, what);
        }
    }
}
