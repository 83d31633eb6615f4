package vn.hoidan.core.sync;

import java.util.List;

/// What to do with the records of one batch.
///
/// @param applied    new records in their order; nothing after a gap or a fork is among them
/// @param duplicates how many were there before, the same to the last byte
/// @param end        where the device's log stands once they are applied
/// @param stop       whether and why the rest of the batch was left alone
public record IntakePlan(List<UpRecord> applied, int duplicates, LogPosition end, Stop stop) {

    public IntakePlan {
        applied = List.copyOf(applied);
    }

    /// Why a batch was not read to its end.
    public sealed interface Stop {

        /// It was read to its end.
        record AtEnd() implements Stop {
        }

        /// Records are missing; the device sends them when it reads how far the server is.
        record Gap(long expected, long found) implements Stop {
        }

        /// The device's log is another one than the server's from this number on: an older disk image or a copy.
        record Fork(long number) implements Stop {
        }
    }
}
