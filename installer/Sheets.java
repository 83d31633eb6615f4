import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// Puts the style sheets of a jar beside themselves as JavaFX reads them fastest: a `.bss` that is there is taken for
/// the `.css` of the same name, and need not be parsed at each start. Run with JavaFX on the module path.
final class Sheets {
    private Sheets() {
    }

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            try (FileSystem inside = FileSystems.newFileSystem(Path.of(jar))) {
                for (Path sheet : sheets(inside.getPath("/"))) {
                    convert(sheet);
                }
            }
        }
    }

    /// Of the window and of the two themes that it wears; not those of reports, which are for browsers.
    private static List<Path> sheets(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(file -> file.toString().matches(".*/(client/.*|primer-.*)\\.css")).toList();
        }
    }

    /// The tool of JavaFX knows only files.
    private static void convert(Path sheet) throws IOException {
        Path text = Files.createTempFile("sheet", ".css");
        Path binary = text.resolveSibling(text.getFileName().toString().replace(".css", ".bss"));
        try {
            Files.write(text, Files.readAllBytes(sheet));
            Stylesheet.convertToBinary(text.toFile(), binary.toFile());
            Files.write(sheet.resolveSibling(sheet.getFileName().toString().replace(".css", ".bss")),
                    Files.readAllBytes(binary));
        } finally {
            Files.deleteIfExists(text);
            Files.deleteIfExists(binary);
        }
    }
}
