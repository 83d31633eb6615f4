package vn.hoidan.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.hoidan.cli.client.ClientStart;
import vn.hoidan.cli.command.DataFolders;
import vn.hoidan.cli.command.Failures;
import vn.hoidan.core.release.Version;
import vn.hoidan.launch.InstalledFolder;
import vn.hoidan.launch.NewerVersion;
import vn.hoidan.launch.Versions;

/// Where an installed client begins: a newer version that was fetched is started in the place of this one.
public final class Launcher {
    private Launcher() {
    }

    public static void main(String[] arguments) throws IOException {
        Optional<InstalledFolder> here = InstalledFolder.here();
        if (here.isPresent() && System.getenv(NewerVersion.STARTED) == null) {
            Versions versions = new Versions(DataFolders.versions());
            // looked for whatever is asked, so that a start that is being learned has it too;
            // of its own settings it reads only when there is something to compare them with
            Optional<Version> own = versions.current().isEmpty() || !ClientStart.isAllOf(arguments) ? Optional.empty()
                    : Version.parse(here.get().version());
            if (own.isPresent()) {
                new NewerVersion(versions, own.get(), Failures.EXIT_OURS).start(List.of(arguments))
                        .ifPresent(System::exit);
            }
        }
        Main.main(arguments);
    }
}
