package vn.hoidan.client.ui.question;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import vn.hoidan.client.app.store.AttachmentSource;

/// Files as they come to the window.
final class FileSource {
    private FileSource() {
    }

    /// A file of the disk.
    static AttachmentSource of(Path file) {
        return new AttachmentSource() {
            @Override
            public String fileName() {
                return file.getFileName() == null ? "" : file.getFileName().toString();
            }

            @Override
            public InputStream open() throws IOException {
                if (!Files.isRegularFile(file)) {
                    throw new IOException("not a file");
                }
                return Files.newInputStream(file);
            }
        };
    }

    /// A picture that was copied in another program.
    ///
    /// @param name of the file it becomes
    static AttachmentSource of(Image picture, String name) {
        return new AttachmentSource() {
            @Override
            public String fileName() {
                return name;
            }

            @Override
            public InputStream open() throws IOException {
                if (picture.getWidth() * picture.getHeight() > PictureSize.MOST_PIXELS) {
                    throw new IOException("picture too large to be written");
                }
                return new ByteArrayInputStream(PngWriter.png(picture));
            }
        };
    }
}
