package vn.hoidan.client.app;

import java.nio.file.Path;
import vn.hoidan.core.pack.FormReading;

/// Forms in the files in which their authors keep them. Both methods read disks: not for the window's thread.
public interface FormSource {
    /// Reads, compiles and tries a form. Whatever file it is, the answer is a reading.
    FormReading read(Path form);

    /// Changes whenever the form or a file that belongs to it may have changed. Cheap enough to ask each second.
    String stamp(Path form);
}
