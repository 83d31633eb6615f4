package vn.hoidan.server.app;

import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UnitsRecord;

/// Reads the bodies of up-records.
///
/// All methods throw a ProblemException MESSAGE_UNREADABLE or MESSAGE_TOO_LARGE.
public interface RecordReader {

    InterviewRecord interview(Bytes body);

    Contact contact(Bytes body);

    /// @param type of the record, which says what the body is
    UnitsRecord units(RecordType type, Bytes body);
}
