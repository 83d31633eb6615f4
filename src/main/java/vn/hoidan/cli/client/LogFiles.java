package vn.hoidan.cli.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The client's log in files of its data folder, for when something does not work. Messages of exceptions are left out,
/// because they may quote what people said.
final class LogFiles {
    private static final String FOLDER = "logs";
    private static final String ENDING = ".log";
    private static final int FILE_BYTES = 512 * 1024;
    private static final int FILES = 2;
    private static final String OURS = "vn.hoidan";
    private static final int MOST_FRAMES = 40;
    private static final String DATA = "DATA";
    /// A path of Windows, of its network, or of another system. Where it ends cannot be seen, so all that follows goes.
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?<![^\\s\"'(=])(?:[A-Za-z]:[\\\\/]|\\\\\\\\|/)\\S.*");

    private static final System.Logger LOG = System.getLogger(LogFiles.class.getName());

    private LogFiles() {
    }

    /// Begins to write; a folder that cannot be written is no reason not to work.
    static void begin(Path data) {
        Path folder = data.resolve(FOLDER);
        try {
            Files.createDirectories(folder);
            FileHandler handler = new FileHandler(folder.toString().replace("%", "%%") + "/client-%g" + ENDING,
                    FILE_BYTES, FILES, true);
            handler.setEncoding("UTF-8");
            handler.setFormatter(new Line());
            Logger.getLogger(OURS).setLevel(Level.INFO);
            Logger.getLogger("").addHandler(handler);
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.WARNING, "no log is written", refused);
        }
    }

    /// What was written last, the newest file last. Accounts, folders and sticks may bear a person's name, so of paths
    /// only what lies in the folder of data is told.
    static String read(Path data) {
        try (Stream<Path> files = Files.list(data.resolve(FOLDER))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).sorted((one, other) ->
                    other.compareTo(one)).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    all.append(new String(in.readNBytes(2 * FILE_BYTES), StandardCharsets.UTF_8));
                }
            }
            return all.toString().replace(data.toAbsolutePath().toString(), DATA).lines()
                    .map(line -> ELSEWHERE.matcher(line).replaceFirst("…")).collect(Collectors.joining("\n"));
        } catch (IOException none) {
            LOG.log(System.Logger.Level.DEBUG, "no log to read", none);
            return "";
        }
    }

    /// Time, level, place and message in one line; below it where an exception came from.
    static final class Line extends Formatter {
        @Override
        public String format(LogRecord told) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%s %s %s %s%n", told.getInstant(),
                    told.getLevel(), told.getLoggerName(), formatMessage(told)));
            for (Throwable cause = told.getThrown(); cause != null; cause = cause.getCause()) {
                line.append("  ").append(cause.getClass().getName()).append('\n').append(Arrays.stream(
                        cause.getStackTrace()).limit(MOST_FRAMES).map(frame -> "    " + frame + "\n")
                        .collect(Collectors.joining()));
            }
            return line.toString();
        }
    }
}
