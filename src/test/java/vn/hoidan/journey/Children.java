package vn.hoidan.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Programs of our own in processes of their own. They live for seconds and are compiled for that, unless
/// `-Dhoidan.lasting=true` says that they will have much to do.
final class Children {
    private static final String COMPILED = Boolean.getBoolean("hoidan.lasting") ? "-XX:+TieredCompilation"
            : "-XX:TieredStopAtLevel=1";

    private Children() {
    }

    /// Starts a main class with the class path of the tests; what it says on its error output is shown with theirs.
    static Process java(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", COMPILED, "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
