package vn.hoidan.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.hoidan.core.release.Version;

/// Starts a newer version in the place of the installed one, and goes back when it does not come up.
public final class NewerVersion {
    /// Set for a program that was started by another version; it starts no other in turn.
    public static final String STARTED = "HOIDAN_VERSION_STARTED";
    private static final String LAUNCHER_MARK = "_JPACKAGE";
    private static final String LIBRARIES = "LD_LIBRARY_PATH";
    private static final long LOOK_MILLIS = 100;
    private static final System.Logger LOG = System.getLogger(NewerVersion.class.getName());

    private final Versions versions;
    private final Version own;
    /// The program's exit codes that tell of the laptop and not of the version, such as no display.
    private final int firstOwnFault;

    /// @param own           the installed version
    /// @param firstOwnFault the first exit code by which a program says that it is at fault itself
    public NewerVersion(Versions versions, Version own, int firstOwnFault) {
        this.versions = versions;
        this.own = own;
        this.firstOwnFault = firstOwnFault;
    }

    /// Starts the newest version that comes up.
    ///
    /// @param arguments what this start was given
    /// @return the exit code to end with; empty if the installed version is the one to run
    public Optional<Integer> start(List<String> arguments) {
        try {
            for (Optional<Version> next = versions.toStart(own); next.isPresent(); next = versions.toStart(own)) {
                Optional<Integer> ended = start(next.get(), arguments);
                if (ended.isPresent()) {
                    return ended;
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "the installed version runs instead of a newer one", unreadable);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a version started", stopped);
        }
    }

    /// A launcher tells itself through the environment that it runs already, and where its libraries are; one of
    /// another version would believe both.
    static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith(LAUNCHER_MARK) || name.equals(LIBRARIES));
    }

    /// Empty if it did not come up; it is given up then.
    private Optional<Integer> start(Version version, List<String> arguments) throws IOException, InterruptedException {
        versions.starts(version);
        Process process;
        try {
            List<String> command = new ArrayList<>(arguments);
            command.addFirst(InstalledFolder.at(versions.place(version)).launcher().toString());
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            clean(builder.environment());
            builder.environment().put(STARTED, version.text());
            process = builder.start();
        } catch (IOException cannotBeRun) {
            LOG.log(System.Logger.Level.WARNING, "version " + version.text() + " cannot be run", cannotBeRun);
            versions.goBack(version);
            return Optional.empty();
        }
        while (versions.isStarting()) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (versions.isStarting() && process.exitValue() >= firstOwnFault || process.exitValue() == 1) {
                    versions.goBack(version);
                    return Optional.empty();
                }
                versions.started();
                return Optional.of(process.exitValue());
            }
        }
        return Optional.of(0);
    }
}
