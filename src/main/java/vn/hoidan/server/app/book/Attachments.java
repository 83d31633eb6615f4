package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;

/// Which sealed files are here whole, and which contents interviews name. A content is called by its cover, see
/// {@link AttachmentFiles}: whoever has only this book cannot find out what it is.
public interface Attachments {

    /// @param hash  SHA-256 of the sealed bytes as the laptop made them
    /// @param file  hash of the sealed file that is kept; another one where the same content had come before
    /// @param cover of the content; empty if the file does not open
    /// @param bytes of the sealed file that is kept
    /// @param safe  true once it is in a checked backup
    record Entry(Bytes hash, Bytes file, Optional<Bytes> cover, long bytes, String device, Instant receivedAt,
            boolean safe) {
    }

    void add(Entry entry);

    Optional<Entry> find(Bytes hash);

    /// One that holds this content.
    Optional<Entry> covering(Bytes cover);

    /// Bytes of all sealed files that came from a device.
    long bytesOf(String device);

    /// All, in the order of their files.
    List<Entry> all();

    /// Whether some are not in a checked backup.
    boolean anyUnsafe();

    /// A kept file is in a checked backup.
    void safe(Bytes file);

    /// A kept file is gone, damaged or removed: its laptop may send it again.
    void forget(Bytes file);

    /// Whether a kept file is in the book.
    boolean holds(Bytes file);

    /// Those of files whose content no interview names that is in the book of those wanted, and that did not come after
    /// a moment; by file, those that came first first. Records say more, see {@link Logs#each}: an office that is
    /// older than this book has interviews that name files and are not in it.
    List<Entry> unnamed(Instant before);

    /// Files that do not open, so that nobody can tell which content they are.
    List<Entry> unopened();

    /// One of those opens by now.
    void opened(Bytes hash, Bytes cover);

    /// An interview names these contents.
    void wanted(InterviewId interview, Collection<Bytes> covers);

    /// Laptops that sent interviews of a survey of which contents are not here, longest awaited first. Counted in the
    /// store: however many interviews there are, a line for each laptop.
    List<Awaited> awaited(SurveyId survey);

    /// @param device     the laptop's own name
    /// @param interviews how many lack a content
    /// @param contents   how many they lack
    /// @param since      when the first of these interviews came
    record Awaited(PersonId person, String device, int interviews, int contents, Instant since) {
    }
}
