package vn.hoidan.client.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import vn.hoidan.client.app.machine.Look;
import vn.hoidan.client.app.machine.LookStore;
import vn.hoidan.sqlite.FolderProblems;

/// The look of the window in a small file of the program's folder. It holds nothing about anybody; one that cannot be
/// read is as good as none.
public final class LookFile implements LookStore {
    private static final String FILE = "look.properties";
    private static final String COLOURS = "colours";
    private static final String TEXT = "text";
    /// What is longer was not written by us.
    private static final int MOST_BYTES = 1024;

    private final Path folder;

    /// @param folder of the program's data on this laptop; made when something is kept
    public LookFile(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Look> kept() {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Properties read = new Properties();
            read.load(new StringReader(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)));
            return Look.Colours.byCode(read.getProperty(COLOURS, "")).map(colours -> new Look(colours,
                    Integer.parseInt(read.getProperty(TEXT, ""))));
        } catch (IOException | IllegalArgumentException unreadable) {
            // not before it is needed: the first logger looks through all jars, and nothing else does so early
            System.getLogger(LookFile.class.getName()).log(System.Logger.Level.WARNING,
                    "the look of the window could not be read and is the usual one", unreadable);
            return Optional.empty();
        }
    }

    @Override
    public void keep(Look look) {
        String text = COLOURS + "=" + look.colours().code() + "\n" + TEXT + "=" + look.textPercent() + "\n";
        try {
            Files.createDirectories(folder);
            Path next = folder.resolve(FILE + ".new");
            Files.writeString(next, text);
            Files.move(next, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw FolderProblems.of(refused, folder);
        }
    }
}
