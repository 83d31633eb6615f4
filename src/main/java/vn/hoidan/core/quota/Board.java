package vn.hoidan.core.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.interview.InterviewId;

/// The supervisor's quota board: how far each area is, each cell in detail, and how the devices are.
///
/// @param cells   every hard cell, in the order of the survey; none on a board that an older program kept
/// @param awaited laptops with files that interviews name and the office does not have, longest awaited first
public record Board(String surveyName, Instant at, List<Row> rows, List<Cell> cells, List<Device> devices,
        List<Awaited> awaited) {

    /// A device not heard of for so long is silent. People come every two to four days.
    public static final Duration SILENT_AFTER = Duration.ofDays(5);
    /// Most holdings and most waiting interviews told of one cell.
    public static final int MOST_DETAILS = 100;

    public Board {
        rows = List.copyOf(rows);
        cells = List.copyOf(cells);
        devices = List.copyOf(devices);
        awaited = List.copyOf(awaited);
    }

    /// A hard cell.
    ///
    /// @param name     of its area
    /// @param late     interviews that count without a good lease
    /// @param holdings who has units, as the server knows; the longest due first
    /// @param waiting  interviews that wait, the oldest first; `count.pending()` says how many there are
    /// @param shares   who should hand units over to whom; none in a list design or on an older office's board
    /// @param full     when it will be full; empty if it is, or if too little is known
    public record Cell(CellCount count, AreaKey area, String name, AnswerFilter answers, int late,
            List<Holding> holdings, List<Waiting> waiting, List<Share> shares, Optional<Forecast> full) {
        public Cell {
            holdings = List.copyOf(holdings);
            waiting = List.copyOf(waiting);
            shares = List.copyOf(shares);
        }
    }

    /// Units that a person should hand over to a mate in the evening.
    ///
    /// @param who whom they are for, in all cells of their bundle
    public record Share(String giver, String taker, AnswerFilter who, int units) {
    }

    /// Units that a person has.
    ///
    /// @param useBy the first of them
    public record Holding(String person, int units, Instant useBy) {
    }

    /// An interview that waits for a ruling or a free unit.
    public record Waiting(InterviewId interview, String person, PendingReason reason, Instant receivedAt) {
    }

    /// An interview that counts in a cell. It is asked for when somebody wants to look: there are too many for the
    /// board.
    ///
    /// @param number rises as interviews come to count
    /// @param place  where it was held
    public record Counted(long number, InterviewId interview, String person, String place, int household,
            Instant receivedAt) {
        /// Most told at once.
        public static final int MOST = 100;
        /// Higher than any number: from the newest on.
        public static final long NEWEST = Long.MAX_VALUE;
    }

    /// One area with those below it.
    ///
    /// @param inWork  interviews begun and not completed, as devices told at their last sync
    /// @param onLease units that devices hold
    public record Row(AreaKey area, AreaLevel level, String name, int target, int accepted, int pending, int inWork,
            int onLease, List<Row> below) {
        public Row {
            below = List.copyOf(below);
        }

        public int left() {
            return Math.max(0, target - accepted);
        }
    }

    /// One enumerator's device.
    ///
    /// @param area     where the person works
    /// @param lastSync empty before the first one
    /// @param accepted interviews counted from this device
    /// @param inWork   begun and not completed, as told at the last sync
    /// @param id       of the person; empty on a board that an older program kept
    public record Device(String person, String area, Optional<Instant> lastSync, int accepted, int inWork,
            Optional<String> id) {

        /// Not heard of for long.
        public boolean isSilent(Instant now) {
            return lastSync.filter(last -> last.plus(SILENT_AFTER).isBefore(now)).isPresent();
        }
    }

    /// A laptop whose interviews are at the office without all of their files.
    ///
    /// @param laptop     its name at the office
    /// @param replaced   its person works on another one by now
    /// @param interviews how many of them lack a file
    /// @param files      how many they lack
    /// @param since      when the first of these interviews came
    public record Awaited(String person, String laptop, boolean replaced, int interviews, int files, Instant since) {
    }

    public int target() {
        return rows.stream().mapToInt(Row::target).sum();
    }

    public int accepted() {
        return rows.stream().mapToInt(Row::accepted).sum();
    }
}
