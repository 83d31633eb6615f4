package vn.hoidan.server.app.book;

import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;

/// Opens and reads records, of every version ever sent.
///
/// All methods throw a ProblemException RECORD_NOT_GENUINE, MESSAGE_UNREADABLE or MESSAGE_TOO_LARGE.
public interface RecordReader {

    /// @param surveys whose questionnaires say what the record need not
    /// @param log     name of the log in which it stands
    InterviewRecord interview(Surveys surveys, String log, UpRecord record);

    Contact contact(String log, UpRecord record);

    /// What a content is called by its hash: nobody without the office's keys can tell which content that is.
    Bytes cover(Bytes contentHash);

    UnitsRecord units(String log, UpRecord record);
}
