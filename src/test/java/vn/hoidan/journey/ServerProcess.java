package vn.hoidan.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoidan.cli.Main;
import vn.hoidan.server.ServerSettings;

/// The server as the office starts it, `server start`, in a process of its own that is made to be killed.
final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile(Pattern.quote(ServerSettings.LOOPBACK) + ":(\\d+)");

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// When this returns it answers.
    static ServerProcess start(Path folder) throws IOException {
        Process process = Children.java(Main.class, "server", "start", "--data", folder.toString(), "--port", "0");
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return new ServerProcess(process, Integer.parseInt(address.group(1)));
            }
        }
        throw new AssertionError("the server did not start, exit " + process.onExit().join().exitValue());
    }

    int port() {
        return port;
    }

    /// Ends it without a word of warning.
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
