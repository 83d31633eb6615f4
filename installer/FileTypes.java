import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// The files that a double click opens with the program, told to jpackage. Debian learns them from the package's own
/// `mime/packages`.
final class FileTypes {
    private static final String ASCII = "description.ascii";

    private FileTypes() {
    }

    /// @return options of jpackage
    static List<String> options(Folders folders) throws IOException {
        Path icon = Icons.write(folders);
        List<String> options = new ArrayList<>();
        try (Stream<Path> types = Files.list(folders.installer().resolve("client/file-types"))) {
            for (Path type : types.sorted().toList()) {
                options.addAll(List.of("--file-associations", write(type, icon, folders.out()).toString()));
            }
        }
        return options;
    }

    private static Path write(Path type, Path icon, Path out) throws IOException {
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(type)) {
            told.load(reader);
        }
        String ascii = (String) told.remove(ASCII);
        if (Platform.HERE == Platform.WINDOWS) {
            told.setProperty("description", ascii);
        }
        told.setProperty("icon", icon.toString());
        Path whole = out.resolve(type.getFileName());
        try (Writer writer = Files.newBufferedWriter(whole)) {
            told.store(writer, "file type");
        }
        return whole;
    }
}
