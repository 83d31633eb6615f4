package vn.hoidan.client.ui.question;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.sync.Bytes;

/// Makes pictures out of bytes, off the window's thread, no larger than they are shown. Belongs to the window's thread.
final class Pictures {
    private static final int MOST_KEPT = 64;

    private record Key(String name, int width, int height) {
    }

    private final Map<Key, Optional<Image>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Image>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /// @param name   tells pictures apart; the same name has the same content
    /// @param width  most pixels it is shown in; it keeps its shape
    /// @param onDone told the picture, or empty if it is damaged, unknown or too large to be unpacked
    void load(String name, Bytes content, int width, int height, Consumer<Optional<Image>> onDone) {
        Key key = new Key(name, width, height);
        Optional<Image> known = kept.get(key);
        if (known != null) {
            onDone.accept(known);
            return;
        }
        byte[] bytes = content.toArray();
        Thread.ofVirtual().name("picture").start(() -> {
            Optional<Image> image = decode(bytes, width, height);
            UiThread.later(() -> {
                kept.put(key, image);
                onDone.accept(image);
            });
        });
    }

    private static Optional<Image> decode(byte[] content, int width, int height) {
        if (!PictureSize.of(content).filter(PictureSize::canBeUnpacked).isPresent()) {
            return Optional.empty();
        }
        Image image = new Image(new ByteArrayInputStream(content), width, height, true, true);
        return image.isError() || image.getWidth() < 1 ? Optional.empty() : Optional.of(image);
    }
}
