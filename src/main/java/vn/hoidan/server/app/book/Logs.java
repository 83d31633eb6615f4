package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UpRecord;

/// The two logs of each device: what it told us, kept as it came, and what we tell it.
public interface Logs {

    /// Hashes of the records kept under these numbers.
    Map<Long, Bytes> hashes(String device, long fromNumber, long toNumber);

    void keep(String device, UpRecord record, Instant at);

    /// A record that is kept but could not be used.
    void quarantine(String device, long number, String cause);

    List<Quarantined> quarantined();

    /// A record is set aside no longer.
    void release(String device, long number);

    /// Writes down what a person did with a record that was set aside.
    void acted(String device, long number, RecordAct act);

    /// What was done with it, oldest first.
    List<RecordAct> acts(String device, long number);

    record Quarantined(String device, long number, String cause) {
    }

    Optional<UpRecord> record(String device, long number);

    /// All records of a type, whatever became of them, with the log in which each stands, one at a time.
    void each(RecordType type, BiConsumer<String, UpRecord> reader);

    /// The next item for a device; numbers have no gaps.
    void tell(String device, DownItem item, Instant at);

    /// Several at once, in order.
    void tell(String device, List<? extends DownItem> items, Instant at);

    /// The same on every log of the device that this log is of: the laptop may have begun another one since.
    void tellDevice(String log, DownItem item, Instant at);

    /// The down-log of a device begins anew, with nothing in it: the office's key and messages are told again.
    void begin(String device);

    /// Items after a cursor, oldest first.
    List<DownEntry> itemsAfter(String device, long cursor, int most);
}
