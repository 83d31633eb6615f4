import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// Runs tools of the JDK and of the system; what fails ends the build with the tool's own words.
final class Tools {
    private Tools() {
    }

    /// A tool of the JDK that runs this.
    static void jdk(String tool, List<String> arguments) {
        ToolProvider provider = ToolProvider.findFirst(tool).orElseThrow(() ->
                new IllegalStateException("this JDK has no " + tool + "; build with a whole JDK 25"));
        int code = provider.run(System.out, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(tool + " ended with " + code);
        }
    }

    /// A program of the system.
    ///
    /// @param needed what a person installs who does not have it
    static void run(String needed, Path folder, Map<String, String> environment, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(command.getFirst() + " ended with " + code);
            }
        } catch (IOException missing) {
            throw new IllegalStateException(command.getFirst() + " could not be started; install " + needed, missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }
}
