package vn.hoidan.core.problem;

/// Whose fault a problem is: decides tone, log level and exit code, never whether something is lost.
public enum Fault {
    /// Something a person typed, chose or is not allowed to do.
    PERSON,
    /// Network, disk, server or machine: nothing the person did wrong.
    SURROUNDINGS,
    /// A mistake of this program.
    OURS
}
