package vn.hoidan.form.lookup;

import vn.hoidan.core.problem.ProblemException;

/// Says why a file is no look-up list, in words of whoever loads it.
@FunctionalInterface
public interface Refusing {
    /// @param line   counted from 1
    /// @param reason key of what to say
    /// @param values what to put into it
    ProblemException at(int line, String reason, Object... values);
}
