package vn.hoidan.server.app.book;

import vn.hoidan.core.sync.Bytes;

/// Copies of sealed files beside the backups. Files never change, so each is copied once, however many backups there
/// are.
///
/// Both methods may throw a ProblemException DISK_FULL or FOLDER_NOT_WRITABLE.
public interface AttachmentCopies {

    /// Sees to it that a whole file has a copy, which is read back and compared with its hash when it is made.
    ///
    /// @return false if the file is gone or damaged and no copy is there
    boolean backUp(Bytes file);

    /// Sees to it that a file is there whole, if need be from its copy.
    ///
    /// @return false if neither is whole
    boolean bringBack(Bytes file);
}
