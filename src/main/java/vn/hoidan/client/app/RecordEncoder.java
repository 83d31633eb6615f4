package vn.hoidan.client.app;

import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;

/// Turns what happened into the body of an up-record.
public interface RecordEncoder {
    Bytes interview(InterviewRecord record);

    Bytes contact(Contact contact);
}
