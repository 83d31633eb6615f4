package vn.hoidan.client.app;

import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.UnitsRecord;

/// Turns what happened into the body of an up-record.
public interface RecordEncoder {
    Bytes interview(InterviewRecord record);

    Bytes contact(Contact contact);

    Bytes units(UnitsRecord record);
}
