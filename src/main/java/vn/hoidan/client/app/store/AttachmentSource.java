package vn.hoidan.client.app.store;

import java.io.IOException;
import java.io.InputStream;

/// A file that somebody chose, dropped or pasted, not read yet.
public interface AttachmentSource {
    /// Its name without folders, such as `ảnh cổng.jpg`.
    String fileName();

    /// Its content from the beginning. Called off the window's thread; the caller closes it.
    ///
    /// @throws IOException if it has gone or may not be read
    InputStream open() throws IOException;
}
