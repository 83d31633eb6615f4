package vn.hoidan.client.app;

import java.nio.charset.StandardCharsets;
import vn.hoidan.client.app.store.RecordEncoder;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.UnitsRecord;

/// Bodies that say what they are of.
public final class RecordNumbers implements RecordEncoder {
    @Override
    public Bytes interview(InterviewRecord record, Bytes questionnaire) {
        return text(record);
    }

    @Override
    public Bytes contact(Contact contact) {
        return text(contact);
    }

    @Override
    public Bytes units(UnitsRecord record) {
        return text(record);
    }

    static Bytes text(Object record) {
        return Bytes.of(record.toString().getBytes(StandardCharsets.UTF_8));
    }
}
