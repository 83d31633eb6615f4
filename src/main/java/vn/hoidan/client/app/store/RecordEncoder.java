package vn.hoidan.client.app.store;

import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.UnitsRecord;

/// Turns what happened into the body of an up-record.
public interface RecordEncoder {
    /// @param questionnaire of the interview, as it is stored
    Bytes interview(InterviewRecord record, Bytes questionnaire);

    Bytes contact(Contact contact);

    Bytes units(UnitsRecord record);
}
