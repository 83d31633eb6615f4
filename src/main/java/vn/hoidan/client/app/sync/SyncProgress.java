package vn.hoidan.client.app.sync;

/// How far a round of sync is.
///
/// @param sent     records that the server has of those that waited
/// @param toSend   records that waited when the round began
/// @param received items that came down
public record SyncProgress(long sent, long toSend, long received) {
}
