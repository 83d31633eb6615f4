package vn.hoidan.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.UpRecord;

/// One enumerator's laptop.
final class Laptop {

    /// Everything on its disk, as one commit leaves it. Never changed.
    ///
    /// @param codes of the units of each lease that were not read out yet
    /// @param work  interviews begun, with their cells
    record Disk(Hand hand, Map<LeaseId, List<UnitCode>> codes, Map<InterviewId, List<CellKey>> work,
            List<Entry> log, long cursor, long epoch) {

        static final Disk EMPTY = new Disk(Hand.EMPTY, Map.of(), Map.of(), List.of(), 0, 0);

        Disk after(Collection<? extends HandChange> changes) {
            return new Disk(hand.after(changes), codes, work, log, cursor, epoch);
        }

        Disk appended(Entry record) {
            List<Entry> longer = new ArrayList<>(log);
            longer.add(record);
            return new Disk(hand, codes, work, longer, cursor, epoch);
        }

        Disk working(InterviewId interview, List<CellKey> cells) {
            Map<InterviewId, List<CellKey>> more = new HashMap<>(work);
            more.put(interview, cells);
            return new Disk(hand, codes, more, log, cursor, epoch);
        }

        Disk notWorking(InterviewId interview) {
            Map<InterviewId, List<CellKey>> fewer = new HashMap<>(work);
            fewer.remove(interview);
            return new Disk(hand, codes, fewer, log, cursor, epoch);
        }

        Disk withCodes(LeaseId lease, List<UnitCode> some) {
            Map<LeaseId, List<UnitCode>> more = new HashMap<>(codes);
            more.put(lease, List.copyOf(some));
            return new Disk(hand, more, work, log, cursor, epoch);
        }

        Disk at(long newCursor, long newEpoch) {
            return new Disk(hand, codes, work, log, newCursor, newEpoch);
        }

        LogPosition end() {
            return log.isEmpty() ? LogPosition.START : log.getLast().position();
        }
    }

    /// A record of the up-log with what it says.
    record Entry(UpRecord record, LogPosition position, Told.Up body) {
    }

    String id;
    int person;
    Disk disk = Disk.EMPTY;
    /// What a power cut leaves; the same unless commits are not durable.
    Disk durable = Disk.EMPTY;
    /// An image somebody made.
    Disk image = Disk.EMPTY;
    boolean alive = true;
    /// Put back to an image or copied, and not enrolled anew since: its leases may be used twice.
    boolean suspect;
    int silentUntil;
    int returnsOn = -1;

    Laptop(String id, int person) {
        this.id = id;
        this.person = person;
    }

    void powerCut() {
        disk = durable;
    }
}
