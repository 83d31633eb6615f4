package vn.hoidan.core.quota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;

/// The supervisor's quota board: how far each area is and how the devices are.
public record Board(String surveyName, Instant at, List<Row> rows, List<Device> devices) {
    public Board {
        rows = List.copyOf(rows);
        devices = List.copyOf(devices);
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
    public record Device(String person, String area, Optional<Instant> lastSync, int accepted, int inWork) {
    }

    public int target() {
        return rows.stream().mapToInt(Row::target).sum();
    }

    public int accepted() {
        return rows.stream().mapToInt(Row::accepted).sum();
    }
}
