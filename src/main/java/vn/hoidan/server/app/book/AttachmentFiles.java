package vn.hoidan.server.app.book;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.Bytes;

/// The bytes of sealed files: parts on their way, by device, and whole ones.
///
/// All methods may throw a ProblemException DISK_FULL, FOLDER_NOT_WRITABLE or STORE_DAMAGED.
public interface AttachmentFiles {

    /// Bytes from its beginning that are here, in a part or whole; 0 if nothing is.
    long held(String device, Bytes hash);

    /// Bytes in parts of a device.
    long partBytes(String device);

    /// Puts a piece behind what is here of its part; what of it is here already is passed over.
    ///
    /// @return bytes that are here then
    long put(String device, AttachmentPiece piece);

    /// A part is complete: compares it with its hash, makes it a whole file on the disk and looks into it.
    ///
    /// @return empty if it is another file than its hash says; the part is gone then
    Optional<Whole> finish(String device, Bytes hash);

    /// @param cover by which its content is called; empty if it does not open with the office's keys
    record Whole(long bytes, Optional<Bytes> cover) {
    }

    /// By which the content of a whole file is called; empty if it does not open with the office's keys.
    Optional<Bytes> coverOf(Bytes hash);

    /// What a content is called by its hash: nobody without the office's keys can tell which content that is.
    Bytes cover(Bytes contentHash);

    /// Opens a whole file, a block at a time.
    ///
    /// @return false if it is not here or not as it was sealed; what was written until then is worth nothing
    boolean open(Bytes hash, OutputStream to);

    void delete(Bytes hash);

    /// Whole files that were not written since a moment.
    List<Held> wholeBefore(Instant moment);

    /// @param since when it was written
    record Held(Bytes hash, long bytes, Instant since) {
    }

    /// Bytes for which the disk has room.
    long room();
}
