package vn.hoidan.wire;

import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UnitsRecord;

/// Bodies of up-records: the message, compressed by itself so that each record can be stored, sent again and carried
/// alone.
public final class RecordBodies {
    /// Most bytes of a body once unfolded.
    public static final int MOST_BODY_BYTES = 4 * 1024 * 1024;

    private RecordBodies() {
    }

    /// @param dictionary of the interview's questionnaire
    public static Bytes of(InterviewRecord record, RecordDictionary dictionary) {
        return Bytes.of(Compression.deflate(Wire.of(record), dictionary));
    }

    public static Bytes of(Contact contact) {
        return Bytes.of(Compression.deflate(Wire.of(contact)));
    }

    public static Bytes of(UnitsRecord record) {
        return Bytes.of(Compression.deflate(Wire.of(record)));
    }

    /// Of an interview in work; no record, but compressed as one is.
    public static Bytes of(Draft draft) {
        return Bytes.of(Compression.deflate(Wire.of(draft)));
    }

    /// @throws vn.hoidan.core.problem.ProblemException MESSAGE_UNREADABLE, MESSAGE_TOO_LARGE
    public static Draft draft(Bytes body) {
        return Wire.draft(Compression.inflate(body.toArray(), MOST_BODY_BYTES));
    }

    /// @param type of the record, which says what the body is
    /// @throws vn.hoidan.core.problem.ProblemException MESSAGE_UNREADABLE, MESSAGE_TOO_LARGE
    public static UnitsRecord units(RecordType type, Bytes body) {
        return Wire.unitsRecord(type, Compression.inflate(body.toArray(), Wire.MOST_SMALL_MESSAGE_BYTES));
    }

    /// Of any form that was ever sent.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException MESSAGE_UNREADABLE, MESSAGE_TOO_LARGE
    public static InterviewRecord interview(Bytes body, Dictionaries dictionaries) {
        return Wire.interviewRecord(Compression.inflate(body.toArray(), MOST_BODY_BYTES, dictionaries));
    }

    /// @throws vn.hoidan.core.problem.ProblemException MESSAGE_UNREADABLE, MESSAGE_TOO_LARGE
    public static Contact contact(Bytes body) {
        return Wire.contact(Compression.inflate(body.toArray(), MOST_BODY_BYTES));
    }
}
