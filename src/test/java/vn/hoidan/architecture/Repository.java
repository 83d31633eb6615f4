package vn.hoidan.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of the repository as they lie in the folder that is built.
final class Repository {
    /// Where Maven runs the tests.
    static final Path HERE = Path.of("").toAbsolutePath();
    static final Path CLASSES = HERE.resolve("target").resolve("classes");
    private static final Set<String> NOT_OURS = Set.of(".git", "target", ".idea", ".vscode", ".settings");

    private Repository() {
    }

    /// All text files by their path with slashes, binary ones left out.
    static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files()) {
            String name = name(file);
            if (!isBinary(name)) {
                texts.put(name, Files.readString(file));
            }
        }
        return texts;
    }

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> top = Files.list(HERE)) {
            for (Path entry : top.filter(path -> !NOT_OURS.contains(path.getFileName().toString())).toList()) {
                try (Stream<Path> below = Files.walk(entry)) {
                    below.filter(Files::isRegularFile).forEach(files::add);
                }
            }
        }
        return files;
    }

    static String name(Path file) {
        return HERE.relativize(file).toString().replace('\\', '/');
    }

    /// Sources of the program, without package-info files.
    static Map<String, String> mainSources() throws IOException {
        Map<String, String> sources = new TreeMap<>(texts());
        sources.keySet().removeIf(name -> !name.startsWith("src/main/java/") || !name.endsWith(".java")
                || name.endsWith("package-info.java"));
        return sources;
    }

    private static boolean isBinary(String name) {
        return name.matches(".*\\.(png|ttf|otf|ico|icns|jpg|db|p12|gz|zip|bin|jar)");
    }
}
