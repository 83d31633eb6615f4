package vn.hoidan.core.sync;

/// A record that the office keeps and could not use, as a supervisor sees it.
///
/// @param log    which sent it
/// @param person whose laptop it is
public record AsideRecord(String log, long number, RecordType type, String person, AsideCause cause) {
    /// Most that are told at once.
    public static final int MOST = 500;
}
