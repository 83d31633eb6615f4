package vn.hoidan.simulation.sync;

import java.util.HashMap;
import java.util.Map;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.store.KeptRecords;
import vn.hoidan.wire.RecordBodies;

/// Reads records as the office does, sealed or not; each body is read once.
final class ReadRecords {
    private final SyncWorld world;
    private final KeptRecords reader;
    private final Map<Bytes, InterviewRecord> interviews = new HashMap<>();
    private final Map<Bytes, Bytes> plain = new HashMap<>();

    ReadRecords(SyncWorld world) {
        this.world = world;
        this.reader = new KeptRecords(world.office.place.keys());
    }

    InterviewRecord interview(String log, UpRecord record) {
        return interviews.computeIfAbsent(record.body(), _ -> world.office.look(central ->
                reader.interview(central.surveys(), log, record)));
    }

    /// What was sealed.
    Bytes plain(String log, UpRecord record) {
        return plain.computeIfAbsent(record.body(), _ -> RecordBodies.of(interview(log, record),
                SyncWorld.DICTIONARY));
    }

    UnitsRecord units(String log, UpRecord record) {
        return reader.units(log, record);
    }
}
