package vn.hoidan.core.sync;

/// An item of a device's down-log with its number: 1, 2, 3 … without gaps.
public record DownEntry(long number, DownItem item) {
}
