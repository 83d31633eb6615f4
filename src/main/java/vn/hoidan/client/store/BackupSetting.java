package vn.hoidan.client.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/// The folder that a person chose for copies: a plain file, because it is asked for when the store is lost.
record BackupSetting(Path file) {
    static final String NAME = "backup.properties";
    private static final String FOLDER = "folder";
    private static final long MOST_BYTES = 16 * 1024;
    private static final System.Logger LOG = System.getLogger(BackupSetting.class.getName());

    static BackupSetting of(Path personsFolder) {
        return new BackupSetting(personsFolder.resolve(NAME));
    }

    Optional<Path> chosen() {
        try {
            if (!Files.exists(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return Optional.ofNullable(properties.getProperty(FOLDER)).filter(text -> !text.isBlank()).map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "the folder for copies cannot be read: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    void choose(Path folder) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(FOLDER, folder.toAbsolutePath().toString());
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path beside = file.resolveSibling(NAME + ".new");
        Files.write(beside, text.toString().getBytes(StandardCharsets.UTF_8));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    void chooseNone() throws IOException {
        Files.deleteIfExists(file);
    }
}
