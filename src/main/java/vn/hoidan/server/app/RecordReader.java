package vn.hoidan.server.app;

import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;

/// Reads the bodies of up-records.
///
/// Both methods throw a ProblemException MESSAGE_UNREADABLE or MESSAGE_TOO_LARGE.
public interface RecordReader {

    InterviewRecord interview(Bytes body);

    Contact contact(Bytes body);
}
