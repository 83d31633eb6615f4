package vn.hoidan.architecture;

/// A rule that was broken.
///
/// @param rule  its short name
/// @param where class or file, with the line if there is one
/// @param what  what is wrong there, and what would be right
record Violation(String rule, String where, String what) {
    @Override
    public String toString() {
        return rule + ": " + where + ": " + what;
    }
}
