package vn.hoidan.server.store;

import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.app.RecordReader;
import vn.hoidan.vault.RecordKeys;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.RecordBodies;

/// Reads records of every version that laptops ever sent: version 1 is the compressed message itself, version 2 the
/// same sealed to one of the office's keys.
public record KeptRecords(RecordKeys keys) implements RecordReader {
    @Override
    public InterviewRecord interview(String log, UpRecord record) {
        return RecordBodies.interview(content(log, record));
    }

    @Override
    public Contact contact(String log, UpRecord record) {
        return RecordBodies.contact(content(log, record));
    }

    @Override
    public UnitsRecord units(String log, UpRecord record) {
        return RecordBodies.units(record.type(), content(log, record));
    }

    private Bytes content(String log, UpRecord record) {
        if (!RecordSeals.isSealed(record.body())) {
            return record.body();
        }
        if (record.signature().isEmpty()) {
            throw Problem.of(ProblemKind.RECORD_NOT_GENUINE, "reason", "no signature").exception();
        }
        return keys.open(RecordHeader.of(log, record).toBytes(), record.body());
    }
}
