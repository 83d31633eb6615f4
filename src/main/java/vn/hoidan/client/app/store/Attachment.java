package vn.hoidan.client.app.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;

/// A file as it is kept: its name made of its content, and the content.
public record Attachment(AttachmentName name, Bytes content) {
    /// Largest file or picture that is kept: a photograph of a telephone is some 3 to 6 MB.
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /// What came of reading a file.
    public sealed interface Outcome {
        record Read(Attachment attachment) implements Outcome {
        }

        record Not(Attaching why) implements Outcome {
        }
    }

    /// Reads a file, never more of it than may be kept. Takes as long as its disk takes.
    ///
    /// @param picture only a picture will do
    public static Outcome read(AttachmentSource source, boolean picture) {
        byte[] content;
        try (InputStream stream = source.open()) {
            content = stream.readNBytes(MOST_BYTES + 1);
        } catch (IOException gone) {
            return new Outcome.Not(new Attaching.Unreadable());
        }
        if (content.length > MOST_BYTES) {
            return new Outcome.Not(new Attaching.TooLarge());
        }
        if (content.length == 0) {
            return new Outcome.Not(new Attaching.Empty());
        }
        Optional<PictureFormat> format = PictureFormat.of(content);
        if (picture && format.isEmpty()) {
            return new Outcome.Not(new Attaching.NotAPicture());
        }
        Bytes bytes = Bytes.of(content);
        return new Outcome.Read(new Attachment(AttachmentName.of(bytes,
                picture ? format.orElseThrow().endings().getFirst() : ending(source.fileName())), bytes));
    }

    private static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1);
    }
}
