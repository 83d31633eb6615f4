package vn.hoidan.client.store;

import vn.hoidan.client.app.store.RecordEncoder;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.wire.RecordBodies;
import vn.hoidan.wire.RecordDictionary;

/// Bodies of up-records as the server reads them.
public final class CompressedRecords implements RecordEncoder {
    @Override
    public Bytes interview(InterviewRecord record, Bytes questionnaire) {
        return RecordBodies.of(record, RecordDictionary.of(record.questionnaire(), questionnaire));
    }

    @Override
    public Bytes contact(Contact contact) {
        return RecordBodies.of(contact);
    }

    @Override
    public Bytes units(UnitsRecord record) {
        return RecordBodies.of(record);
    }
}
